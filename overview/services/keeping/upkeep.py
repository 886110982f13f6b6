"""What must happen without anybody asking: terms that end, keys that change, a chain that must hold."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from overview.domain.access import Action
from overview.domain.catalogue import Catalogue
from overview.domain.identity import Assurance, Role, SignedIn
from overview.domain.keeping import AtScreen, Purpose
from overview.domain.kept import Kept
from overview.keeping_ports import Records, Store
from overview.services.keeping.answers import NotKept
from overview.services.keeping.gate import Gate, Pass
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.rights import Everything, collect
from overview.services.keeping.text import write_kept

_BATCH: Final = 200
OPERATOR: Final = "operator"
"""Who works at the command line, in the log."""
_TRY_TERM: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Purged:
    """Opgeruimd, in numbers."""

    idle: int
    unclaimed: int
    log_lines: int
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Uitkomst van het nakijken van de inzagelog. `broken` maps a person's random id to what is wrong."""

    people: int
    broken: dict[str, tuple[str, ...]]


def _operator(now: datetime) -> SignedIn:
    """Whoever runs the command line: the access line says so, with the reason they gave."""
    return SignedIn("", Role.COUNTER_LEAD, "", OPERATOR, "", Assurance.NONE, OPERATOR, now)


class Upkeep:
    """Onderhoud. Terms in days: kept since the last activity, processing lines since they were written."""

    def __init__(
        self,
        store: Store,
        gate: Gate,
        load_catalogue: Callable[[], Catalogue],
        *,
        keep_days: int,
        log_days: int,
        case_days: int,
    ) -> None:
        self._store = store
        self._gate = gate
        self._load_catalogue = load_catalogue
        self._keep_term = timedelta(days=keep_days)
        self._log_term = timedelta(days=log_days)
        self._case_term = timedelta(days=case_days)

    def purge(self, now: datetime) -> Purged:
        """Erase what is past its term, in small transactions so that nobody has to wait."""
        idle = self._forget_all(lambda records: records.people.list_idle(now - self._keep_term, _BATCH), now)
        unclaimed = self._forget_all(lambda records: records.claims.list_expired(now, _BATCH), now)

        def erase(records: Records) -> tuple[int, int]:
            records.claims.purge_tries(now - _TRY_TERM)
            lines = records.logs.purge(now - self._log_term)
            return lines, records.last_cases.purge(now - self._case_term)

        return Purged(idle, unclaimed, *self._store.run(erase))

    def _forget_all(self, find: Callable[[Records], tuple[str, ...]], now: datetime) -> int:
        def work(records: Records) -> int:
            return sum(records.people.forget(person, now) for person in find(records))

        total = 0
        while done := self._store.run(work):
            total += done
        return total

    def export(self, person: str, why: str, now: datetime) -> Everything:
        """All that is kept of somebody who asks the municipality for it (AVG 15); the citizen sees this."""

        def work(records: Records) -> Everything:
            stored = records.overviews.open(person, OPERATOR)
            if stored is None:
                raise NotKept
            self._log(records, person, Action.EXPORT, why, stored.version, now)
            return collect(records, person, stored, self._load_catalogue(), now)

        return self._store.run(work)

    def forget(self, person: str, why: str, now: datetime) -> None:
        """Delete everything of somebody who asks the municipality for it (AVG 17)."""

        def work(records: Records) -> None:
            if not records.people.has(person):
                raise NotKept
            self._log(records, person, Action.FORGET, why, 0, now)
            records.people.forget(person, now)

        self._store.run(work)

    def find_person(self, person_hashes: tuple[str, ...]) -> str:
        """The random id of a person. Raises `NotKept`."""
        found = self._store.run(lambda records: records.people.find(person_hashes))
        if found is None:
            raise NotKept
        return found

    def keep_demo(self, person_hash: str, kept: Kept, now: datetime) -> None:
        """An invented person with an overview, afresh. Only a demo may call this."""

        def work(records: Records) -> None:
            found = records.people.find((person_hash,))
            if found is not None:
                records.people.forget(found, now)
            person = secrets.token_hex(16)
            records.people.create(person, person_hash, now)
            SavedOverviews.add_consent(
                records, person, Purpose.KEEP, "nl", AtScreen.CITIZEN, "voorbeeld", now
            )
            records.overviews.create(person, write_kept(kept), now)

        self._store.run(work)

    def _log(
        self, records: Records, person: str, action: Action, why: str, version: int, now: datetime
    ) -> None:
        self._gate.log(records, Pass(_operator(now), person, action, why, now), version)

    def verify(self) -> Verdict:
        """Walk every chain. What is broken is named by the person's random id."""
        broken: dict[str, tuple[str, ...]] = {}
        people = 0
        lost = self._store.run(lambda records: records.logs.list_lost())
        for person in self._store.list_people():
            people += 1
            if found := self._find_breaks(person, lost):
                broken[person] = found
        return Verdict(people, broken)

    def _find_breaks(self, person: str, lost: frozenset[str]) -> tuple[str, ...]:
        return self._store.run(lambda records: records.logs.find_breaks(person, lost))

    def rotate_keys(self) -> int:
        """Wrap every data key with the master key in use; the portal goes on meanwhile."""
        total = 0
        while done := self._store.rotate_keys(_BATCH):
            total += done
        return total
