"""Last known cases: kept only while the citizen says yes for that agency and the municipality has a ground.

A yes is looked for at each keeping and each showing, in the same transaction: a no works at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, TypeVar

from overview.domain.access import Action
from overview.domain.cases import CaseReading
from overview.domain.identity import Assurance, Role, SignedIn
from overview.domain.keeping import Consent, Purpose
from overview.keeping_ports import Overtaken, Records, Store
from overview.ports import StoreDown
from overview.services.keeping.case_text import read_cases, write_cases
from overview.services.keeping.gate import Gate, Pass

T = TypeVar("T")

PORTAL: Final = "portal"
"""Who keeps cases, in the log: the portal itself, while the citizen reads them."""


def has_said_yes(consents: tuple[Consent, ...], agency: str) -> bool:
    """Does a yes to keeping the cases of this agency stand?"""
    return any(
        one.purpose is Purpose.KEEP_CASES and one.agency == agency and one.withdrawn_at is None
        for one in consents
    )


class KeptCases:
    """Bewaarde zaken; satisfies `LastKnownCases`. A database that is away keeps and shows nothing."""

    def __init__(
        self, store: Store, gate: Gate, clock: Callable[[], datetime], *, legal_basis: str, days: int
    ) -> None:
        self._store = store
        self._gate = gate
        self._clock = clock
        self._legal_basis = legal_basis
        self._term = timedelta(days=days)

    def may_keep(self, person: str, agency: str) -> bool:
        """Consent and legal basis, both, at this moment. Without a basis nothing is asked."""
        if not self._legal_basis or not person:
            return False
        return bool(self._run(lambda records: has_said_yes(records.consents.list_all(person), agency)))

    def keep(self, person: str, reading: CaseReading) -> None:
        """Keep this whole reading; one with a problem never takes the place of one without."""
        if not self._legal_basis or not reading.is_whole or reading.is_sample:
            return
        now = self._clock()
        new = write_cases(reading, now)

        def work(records: Records) -> None:
            # Held, so that a no said at this moment comes before this or after it, never in between.
            if not records.people.hold(person) or not has_said_yes(
                records.consents.list_all(person), reading.agency
            ):
                return
            before = next(
                (one for one in records.last_cases.list_all(person) if one.source == new.source), None
            )
            records.last_cases.put(person, new)
            if before is None or before.content != new.content:
                passed = Pass(_portal(person, now), person, Action.KEEP_CASES, "", now)
                self._gate.log(records, passed, 0)

        self._run(work)

    def find(self, person: str, source: str) -> CaseReading | None:
        """What was read last at this source, within its term and while the yes stands."""
        if not self._legal_basis or not person:
            return None
        since = self._clock() - self._term

        def work(records: Records) -> CaseReading | None:
            consents = records.consents.list_all(person)
            stored = next((one for one in records.last_cases.list_all(person) if one.source == source), None)
            if stored is None or stored.kept_at < since or not has_said_yes(consents, stored.agency):
                return None
            return read_cases(stored)

        return self._run(work)

    def _run(self, work: Callable[[Records], T]) -> T | None:
        try:
            return self._store.run(work)
        except (StoreDown, Overtaken, ValueError):
            # The last is a seal that does not open: this person was forgotten at this very moment.
            return None


def _portal(person: str, now: datetime) -> SignedIn:
    return SignedIn("", Role.CITIZEN, person, PORTAL, "", Assurance.NONE, PORTAL, now)
