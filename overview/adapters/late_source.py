"""A source that is made only when somebody first reads it: the demo starts its registers then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from overview.domain.bsn import Bsn
from overview.domain.cases import CaseReading
from overview.ports import CaseSource


@dataclass(frozen=True, slots=True)
class LateSource:
    """Bron die later begint. Without a sign-in nothing is started: there is nothing to read."""

    name: str
    agency: str
    title: str
    seconds: float
    make: Callable[[], CaseSource]
    now: Callable[[], datetime]

    def fetch_cases(self, bsn: Bsn | None) -> CaseReading:
        """The reading of the real source behind it."""
        if bsn is None:
            return CaseReading(self.name, self.agency, (), self.now(), "not_signed_in", name=self.title)
        return self.make().fetch_cases(bsn)
