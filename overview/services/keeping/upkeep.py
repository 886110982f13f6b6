"""What must happen without anybody asking: terms that end, keys that change, a chain that must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from overview.keeping_ports import Records, Store

_BATCH: Final = 200
_TRY_TERM: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Purged:
    """Opgeruimd, in numbers."""

    idle: int
    unclaimed: int
    log_lines: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Uitkomst van het nakijken van de inzagelog. `broken` maps a person's random id to what is wrong."""

    people: int
    broken: dict[str, tuple[str, ...]]


class Upkeep:
    """Onderhoud. Terms in days: kept since the last activity, processing lines since they were written."""

    def __init__(self, store: Store, keep_days: int, log_days: int) -> None:
        self._store = store
        self._keep = timedelta(days=keep_days)
        self._log = timedelta(days=log_days)

    def purge(self, now: datetime) -> Purged:
        """Erase what is past its term, in small transactions so that nobody has to wait."""
        idle = self._forget_all(lambda records: records.people.list_idle(now - self._keep, _BATCH), now)
        unclaimed = self._forget_all(lambda records: records.claims.list_expired(now, _BATCH), now)

        def erase(records: Records) -> int:
            records.claims.purge_tries(now - _TRY_TERM)
            return records.logs.purge(now - self._log)

        return Purged(idle, unclaimed, self._store.run(erase))

    def _forget_all(self, find: Callable[[Records], tuple[str, ...]], now: datetime) -> int:
        def work(records: Records) -> int:
            return sum(records.people.forget(person, now) for person in find(records))

        total = 0
        while done := self._store.run(work):
            total += done
        return total

    def verify(self) -> Verdict:
        """Walk every chain. What is broken is named by the person's random id."""
        broken: dict[str, tuple[str, ...]] = {}
        people = 0
        for person in self._store.list_people():
            people += 1
            if found := self._find_breaks(person):
                broken[person] = found
        return Verdict(people, broken)

    def _find_breaks(self, person: str) -> tuple[str, ...]:
        return self._store.run(lambda records: records.logs.find_breaks(person))

    def rotate_keys(self) -> int:
        """Wrap every data key with the master key in use; the portal goes on meanwhile."""
        total = 0
        while done := self._store.rotate_keys(_BATCH):
            total += done
        return total
