"""Codes on paper: an overview made without sign-in can be found again, at home or at a counter.

A code has two parts: four characters that find it and eight that prove it, from an alphabet without
look-alikes. Wrong tries are counted for each code, each session and each address, before the answer.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from overview.domain.access import Action, NotAllowed, Opening
from overview.domain.catalogue import Catalogue
from overview.domain.identity import Role, SignedIn
from overview.domain.keeping import AtScreen, Purpose, StoredClaim
from overview.domain.kept import Kept
from overview.domain.merging import merge
from overview.keeping_ports import Overtaken, Records, Store
from overview.ports import SessionStore
from overview.services.keeping.gate import Gate, Pass
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.text import read_kept, write_kept

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0 and O, 1, I and L, U and V: 30 characters; eight of them are 39 bits."""

_LOCATOR: Final = 4
_SECRET: Final = 8
MOST_TRIES: Final = 5
MOST_BY_SESSION: Final = 10
MOST_BY_ADDRESS: Final = 30
TRIES_WINDOW: Final = timedelta(hours=1)
_WORKING_DAY: Final = timedelta(hours=2)
"""How long an overview stays open to the worker who opened it."""


class ClaimProblem(StrEnum):
    """Waarom een code niet werkt. Wrong, ended, used and never made look the same from outside."""

    NOT_FOUND = "not_found"
    TOO_MANY_TRIES = "too_many_tries"


@dataclass(frozen=True, slots=True)
class ClaimCode:
    """Koppelcode zoals die op papier staat, and until when it works."""

    text: str = field(repr=False)
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Asker:
    """Wie het probeert: session id and network address, only ever kept as keyed hashes."""

    session: str = field(repr=False)
    address: str = field(repr=False)


def clean_code(typed: str) -> str:
    """A typed code without spaces and dashes, in capitals."""
    return "".join(mark for mark in typed.upper() if mark.isalnum())


def is_code(text: str) -> bool:
    """True for what looks like a whole code, as it stands on paper."""
    groups = text.split("-")
    return len(groups) == 3 and all(len(one) == 4 and set(one) <= set(ALPHABET) for one in groups)


def clean_word(typed: str) -> str:
    """A chosen word as it is compared: small letters, single spaces."""
    return " ".join(typed.casefold().split())


class Claims:
    """Koppelcodes."""

    def __init__(
        self,
        store: Store,
        sessions: SessionStore,
        gate: Gate,
        load_catalogue: Callable[[], Catalogue],
        days: int,
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._gate = gate
        self._load_catalogue = load_catalogue
        self._term = timedelta(days=days)

    def make(self, kept: Kept, word: str, language: str, legal_basis: str, now: datetime) -> ClaimCode:
        """Keep an overview for whoever brings the code. The citizen has said yes to that on the screen."""
        ends_at = now + self._term

        def work(records: Records) -> str:
            code = "".join(secrets.choice(ALPHABET) for _ in range(_LOCATOR + _SECRET))
            person = secrets.token_hex(16)
            records.people.create(person, None, now)
            SavedOverviews.add_consent(
                records, person, Purpose.KEEP, language, AtScreen.WITHOUT_SIGN_IN, legal_basis, now
            )
            records.overviews.create(person, write_kept(kept), now)
            word_kept = clean_word(word)
            records.claims.create(code[:_LOCATOR], code[_LOCATOR:], word_kept, person, now, ends_at)
            return code

        code = self._store.run(work)
        return ClaimCode("-".join(code[start : start + 4] for start in range(0, len(code), 4)), ends_at)

    def claim(self, who: SignedIn, asker: Asker, typed: str, now: datetime) -> str | ClaimProblem:
        """At home, signed in: the overview becomes this citizen's. Returns the person's id.

        Who keeps an overview already gets what is new in this one added; their own facts stay.
        """
        record = self._sessions.find(who.session)
        if who.role is not Role.CITIZEN or record is None or not record.person_hash:
            raise NotAllowed
        person_hash = record.person_hash

        def bind(records: Records, claim: StoredClaim) -> str:
            own = records.people.find((person_hash,))
            if own is None:
                if not records.people.bind(claim.person, person_hash):
                    raise Overtaken
                records.claims.delete(claim.person)
                self._gate.log(records, Pass(who, claim.person, Action.OPEN, "", now), 1)
                return claim.person
            self._join(records, who, own, claim.person, now)
            return own

        found = self._try(asker, typed, None, now, bind)
        if isinstance(found, str) and not isinstance(found, ClaimProblem):
            self._sessions.adopt(person_hash, found)
        return found

    def open_at_counter(
        self, who: SignedIn, asker: Asker, typed: str, word: str, purpose: str, now: datetime
    ) -> str | ClaimProblem:
        """A signed-in worker opens a not yet claimed overview; needs the word and a purpose."""
        if who.role is not Role.WORKER or not purpose.strip():
            raise NotAllowed

        def open_it(records: Records, claim: StoredClaim) -> str:
            opening = Opening(
                secrets.token_hex(16), claim.person, who.actor, purpose.strip(), now, now + _WORKING_DAY
            )
            records.claims.open_for(opening)
            self._gate.log(records, Pass(who, claim.person, Action.OPEN, purpose.strip(), now), 1)
            return claim.person

        return self._try(asker, typed, clean_word(word), now, open_it)

    def _try(
        self,
        asker: Asker,
        typed: str,
        word: str | None,
        now: datetime,
        use: Callable[[Records, StoredClaim], str],
    ) -> str | ClaimProblem:
        code = clean_code(typed)
        locator, secret = code[:_LOCATOR], code[_LOCATOR:]
        limits = (
            (f"session {asker.session}", MOST_BY_SESSION),
            (f"address {asker.address}", MOST_BY_ADDRESS),
        )

        # Counted in a transaction of its own, first: guesses sent at the same moment all count.
        def count(records: Records) -> bool:
            for by, _ in limits:
                records.claims.remember_try(by, now)
            records.claims.count_try(locator)
            since = now - TRIES_WINDOW
            return all(records.claims.count_tries(by, since) <= most for by, most in limits)

        if not self._store.run(count):
            return ClaimProblem.TOO_MANY_TRIES

        def work(records: Records) -> str | ClaimProblem:
            claim = records.claims.find(locator)
            if claim is None or claim.tries > MOST_TRIES or claim.ends_at <= now:
                return ClaimProblem.NOT_FOUND
            if not records.claims.is_match(claim, secret, word):
                return ClaimProblem.NOT_FOUND
            records.claims.forgive(locator, tuple(by for by, _ in limits))
            return use(records, claim)

        return self._store.run(work)

    def _join(self, records: Records, who: SignedIn, own: str, other: str, now: datetime) -> None:
        mine, brought = records.overviews.open(own, who.actor), records.overviews.open(other, who.actor)
        if brought is not None:
            catalogue, today = self._load_catalogue(), now.date()
            new, _ = read_kept(brought.content, catalogue, today)
            if mine is None:
                records.overviews.create(own, write_kept(new), now)
            else:
                kept, _ = read_kept(mine.content, catalogue, today)
                joined = write_kept(merge(Kept(), kept, new).kept)
                if not records.overviews.replace(own, mine.version, joined, now):
                    raise Overtaken
        self._gate.log(records, Pass(who, own, Action.CHANGE, "", now), mine.version + 1 if mine else 1)
        records.people.forget(other, now)
