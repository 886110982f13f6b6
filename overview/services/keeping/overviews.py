"""Saving an overview and finding it again. Nothing is written before yes; nobody's change is lost."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from overview.domain.access import Action
from overview.domain.catalogue import Catalogue
from overview.domain.identity import Role, SignedIn
from overview.domain.keeping import (
    CONSENT_TEXT,
    KEEPER,
    AtScreen,
    Consent,
    Purpose,
    StoredChange,
)
from overview.domain.kept import Kept
from overview.domain.merging import Change, find_changes, merge
from overview.domain.situation import Situation
from overview.keeping_ports import Overtaken, Records, Store
from overview.ports import SessionStore
from overview.services.keeping.answers import Clashed, NotKept, Opened, Saved, Told
from overview.services.keeping.gate import Gate, Pass
from overview.services.keeping.text import read_changes, read_kept, write_changes, write_kept


class SavedOverviews:
    """Bewaarde overzichten."""

    def __init__(
        self, store: Store, sessions: SessionStore, gate: Gate, load_catalogue: Callable[[], Catalogue]
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._gate = gate
        self._load_catalogue = load_catalogue

    def is_keeping(self, who: SignedIn) -> bool:
        """True when this citizen has agreed to keep an overview."""
        return who.role is Role.CITIZEN and self._store.run(lambda records: records.people.has(who.person))

    def start(
        self, who: SignedIn, kept: Kept, language: str, legal_basis: str, now: datetime
    ) -> tuple[str, Saved]:
        """The citizen said yes: keep this person, the consent and the overview, all or nothing.

        Returns the person's id too: somebody who said yes in another tab is that same person.
        """
        record = self._sessions.find(who.session)
        person_hash = record.person_hash if record else ""
        if who.role is not Role.CITIZEN or not person_hash:
            raise NotKept

        def work(records: Records) -> tuple[str, Saved]:
            found = records.people.find((person_hash,))
            person = found or who.person
            if found is None:
                records.people.create(person, person_hash, now)
                screen = AtScreen.REPRESENTATIVE if who.acts_for else AtScreen.CITIZEN
                self.add_consent(records, person, Purpose.KEEP, language, screen, legal_basis, now)
            passed = Pass(who, person, Action.CONSENT if found is None else Action.CHANGE, "", now)
            stored = records.overviews.open(person, who.actor)
            if stored is None:
                records.overviews.create(person, write_kept(kept), now)
                saved = Saved(kept, 1, now)
            else:
                # Kept already (by another tab): theirs stays, mine is added where it does not clash.
                before, _ = self._read(stored.content, now.date())
                joined = merge(Kept(), before, kept).kept
                saved = self._write(records, passed, stored.version, before, joined)
            self._gate.log(records, passed, saved.version)
            return person, saved

        person, saved = self._store.run(work)
        self._sessions.adopt(person_hash, person)
        return person, saved

    @staticmethod
    def add_consent(
        records: Records,
        person: str,
        purpose: Purpose,
        language: str,
        screen: AtScreen,
        legal_basis: str,
        now: datetime,
        *,
        agency: str = KEEPER,
    ) -> None:
        """Write down a yes, with what was read and who was at the screen."""
        consent = Consent(
            secrets.token_hex(16), agency, purpose, now, CONSENT_TEXT, language, screen, legal_basis
        )
        records.consents.add(person, consent)

    def open(self, who: SignedIn, person: str, now: datetime) -> Opened:
        """The overview, after the gate and after writing down that it was read. Raises `NotKept`."""

        def work(records: Records) -> Opened:
            passed = self._gate.enter(records, who, person, Action.READ, now)
            stored = records.overviews.open(person, who.actor)
            if stored is None:
                raise NotKept
            self._gate.log(records, passed, stored.version, stored.tail)
            kept, dropped = self._read(stored.content, now.date())
            visit = stored.last_visit
            told: tuple[Told, ...] = ()
            if visit and visit.version < stored.version:
                changes = records.overviews.list_changes(person, visit.version)
                told = tuple(
                    Told(one.at, read_changes(one.content)) for one in changes if one.actor != who.actor
                )
            return Opened(kept, stored.version, stored.saved_at, visit, told, dropped)

        return self._store.run(work)

    def save(
        self, who: SignedIn, person: str, base: Kept, version: int, mine: Kept, now: datetime
    ) -> Saved | Clashed:
        """Write `mine`, which began at `base` (that `version`). The answer is given after the commit.

        When another was first: what goes together is joined and written; where both changed the same
        fact nothing is written, and the answer has both sides. Raises `NotKept` and `NotAllowed`.
        """
        return self._save(who, person, version, lambda theirs: (base, mine), now)

    def save_situation(
        self, who: SignedIn, person: str, base: Situation, version: int, mine: Situation, now: datetime
    ) -> Saved | Clashed:
        """As `save`, from a page that holds the situation only: notes and the rest stay as they are."""

        def complete(theirs: Kept) -> tuple[Kept, Kept]:
            return replace(theirs, situation=base), replace(theirs, situation=mine)

        return self._save(who, person, version, complete, now)

    def _save(
        self,
        who: SignedIn,
        person: str,
        version: int,
        complete: Callable[[Kept], tuple[Kept, Kept]],
        now: datetime,
    ) -> Saved | Clashed:
        def work(records: Records) -> Saved | Clashed:
            passed = self._gate.enter(records, who, person, Action.CHANGE, now)
            stored = records.overviews.open(person, who.actor)
            if stored is None:
                raise NotKept
            theirs, _ = self._read(stored.content, now.date())
            base, mine = complete(theirs)
            if stored.version == version:
                saved = self._write(records, passed, version, theirs, mine)
            else:
                joined = merge(base, theirs, mine)
                if joined.clashes:
                    return Clashed(joined.kept, theirs, stored.version, joined.theirs, joined.clashes)
                saved = self._write(records, passed, stored.version, theirs, joined.kept, joined.theirs)
            if saved.version != stored.version:
                self._gate.log(records, passed, saved.version, stored.tail)
            return saved

        return self._store.run(work)

    def _write(
        self,
        records: Records,
        passed: Pass,
        version: int,
        before: Kept,
        after: Kept,
        theirs: tuple[Change, ...] = (),
    ) -> Saved:
        changes = find_changes(before, after)
        if not changes:
            return Saved(after, version, passed.now, theirs)
        if not records.overviews.replace(passed.person, version, write_kept(after), passed.now):
            raise Overtaken
        change = StoredChange(version + 1, passed.now, passed.who.actor, write_changes(changes))
        records.overviews.add_changes(passed.person, change)
        records.people.touch(passed.person, passed.now)
        return Saved(after, version + 1, passed.now, theirs)

    def _read(self, content: str, today: date) -> tuple[Kept, tuple[str, ...]]:
        return read_kept(content, self._load_catalogue(), today)
