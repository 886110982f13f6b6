"""What a citizen may always do: see all that is kept and who looked, take it along, say no, delete it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from overview.domain.access import Action, NotAllowed
from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.identity import SignedIn
from overview.domain.keeping import (
    KEEPER,
    AccessLine,
    AtScreen,
    Consent,
    Purpose,
    StoredChange,
    StoredOverview,
)
from overview.domain.kept import Kept
from overview.keeping_ports import Records, Store
from overview.ports import SessionStore
from overview.services.keeping.answers import NotKept
from overview.services.keeping.case_text import read_cases
from overview.services.keeping.gate import Gate
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.text import read_kept


@dataclass(frozen=True, slots=True)
class Everything:
    """Alles wat van iemand bewaard is."""

    kept: Kept
    content: str
    version: int
    saved_at: datetime
    consents: tuple[Consent, ...]
    looked: tuple[AccessLine, ...]
    changes: tuple[StoredChange, ...]
    cases: tuple[CaseReading, ...] = ()


def collect(
    records: Records, person: str, stored: StoredOverview, catalogue: Catalogue, now: datetime
) -> Everything:
    """All that is kept of somebody, from one transaction. Whoever calls this has passed the gate."""
    kept, _ = read_kept(stored.content, catalogue, now.date())
    return Everything(
        kept,
        stored.content,
        stored.version,
        stored.saved_at,
        records.consents.list_all(person),
        records.logs.list_all(person),
        records.overviews.list_changes(person, 0),
        tuple(found for one in records.last_cases.list_all(person) if (found := read_cases(one)) is not None),
    )


class Rights:
    """Rechten van de inwoner (AVG 7, 15, 17 and 20)."""

    def __init__(
        self, store: Store, sessions: SessionStore, gate: Gate, load_catalogue: Callable[[], Catalogue]
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._gate = gate
        self._load_catalogue = load_catalogue

    def list_everything(
        self, who: SignedIn, person: str, now: datetime, *, is_export: bool = False
    ) -> Everything:
        """All that is kept. Looking at it and taking it along are written down too."""

        def work(records: Records) -> Everything:
            action = Action.EXPORT if is_export else Action.LOOK_IN_LOG
            passed = self._gate.enter(records, who, person, action, now)
            stored = records.overviews.open(person, who.actor)
            if stored is None:
                raise NotKept
            everything = collect(records, person, stored, self._load_catalogue(), now)
            self._gate.log(records, passed, stored.version, stored.tail)
            return everything

        return self._store.run(work)

    def give(
        self,
        who: SignedIn,
        person: str,
        purpose: Purpose,
        language: str,
        legal_basis: str,
        now: datetime,
        *,
        agency: str = KEEPER,
    ) -> None:
        """Say yes to one purpose more, of one agency. A yes that stands already stays as it is."""

        def work(records: Records) -> None:
            passed = self._gate.enter(records, who, person, Action.CONSENT, now)
            if not records.people.has(person):
                raise NotKept
            given = [one for one in records.consents.list_all(person) if not one.withdrawn_at]
            if (agency, purpose) in [(one.agency, one.purpose) for one in given]:
                return
            screen = AtScreen.REPRESENTATIVE if who.acts_for else AtScreen.CITIZEN
            SavedOverviews.add_consent(
                records, person, purpose, language, screen, legal_basis, now, agency=agency
            )
            self._gate.log(records, passed, 0)

        self._store.run(work)

    def withdraw(self, who: SignedIn, person: str, consent: str, now: datetime) -> bool:
        """Say no after all: it holds from this commit on. No to keeping deletes all; True when it did."""

        def work(records: Records) -> bool:
            passed = self._gate.enter(records, who, person, Action.CONSENT, now)
            found = next((one for one in records.consents.list_all(person) if one.id == consent), None)
            if found is None:
                raise NotAllowed
            if found.purpose is Purpose.KEEP:
                return True
            records.people.hold(person)
            if records.consents.withdraw(person, consent, now):
                self._gate.log(records, passed, 0)
                if found.purpose is Purpose.HELP_AT_COUNTER:
                    end_all_help(records, person, now)
                if found.purpose is Purpose.KEEP_CASES:
                    records.last_cases.erase(person, found.agency)
            return False

        is_end = self._store.run(work)
        if is_end:
            self.forget(who, person, now)
        return is_end

    def has_consent(self, person: str, purpose: Purpose) -> bool:
        """Does this person say yes to this now? Asked afresh each time, so that a no works at once."""
        return self._store.run(
            lambda records: any(
                one.purpose is purpose and one.withdrawn_at is None
                for one in records.consents.list_all(person)
            )
        )

    def open_for_print(self, who: SignedIn, person: str, now: datetime) -> Kept:
        """What goes to paper or to a calendar, after the gate and after writing that down."""

        def work(records: Records) -> Kept:
            passed = self._gate.enter(records, who, person, Action.PRINT, now)
            stored = records.overviews.open(person, who.actor)
            if stored is None:
                raise NotKept
            self._gate.log(records, passed, stored.version, stored.tail)
            return read_kept(stored.content, self._load_catalogue(), now.date())[0]

        return self._store.run(work)

    def forget(self, who: SignedIn, person: str, now: datetime) -> None:
        """Delete everything, with the key, and end every other session for it. Raises `NotKept`."""

        def work(records: Records) -> None:
            passed = self._gate.enter(records, who, person, Action.FORGET, now)
            if not records.people.has(person):
                raise NotKept
            # In the processing log this line stays; whom it is about is unreadable from now on.
            self._gate.log(records, passed, 0)
            records.people.forget(person, now)

        self._store.run(work)


def end_all_help(records: Records, person: str, now: datetime) -> None:
    """No help at a counter any more: who helped is out from this moment."""
    for relation in records.counter.list_relations_of(person):
        if relation.is_living:
            records.counter.replace_relation(replace(relation, ended_at=now, last_days=()))
    records.claims.close_openings(person, "", now)
