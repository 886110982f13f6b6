"""Sample cases for the demo: what "how do my cases stand" looks like, marked as an example.

Read from `content/demo/cases.toml`; days are relative, so that the sample stays young.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from overview.domain.bsn import Bsn
from overview.domain.cases import Case, CaseReading, CaseStatus


@dataclass(frozen=True, slots=True)
class SampleCases:
    """Voorbeeldbron: gives the same reading each time, as read some minutes ago."""

    name: str
    agency: str
    table: dict[str, Any]
    now: Callable[[], datetime]
    seconds: float = 2.0
    title: str = ""

    def fetch_cases(self, bsn: Bsn | None) -> CaseReading:
        """The sample reading, or its sample problem; nobody's number is looked at."""
        read_at = self.now() - timedelta(minutes=self.table.get("read_minutes_ago", 0))
        cases = tuple(_build_case(case, read_at) for case in self.table.get("case", []))
        problem = self.table.get("problem", "")
        return CaseReading(self.name, self.agency, cases, read_at, problem, is_sample=True)


def load_sample_cases(path: Path, now: Callable[[], datetime]) -> tuple[SampleCases, ...]:
    """One source per `[[source]]` of the file."""
    with path.open("rb") as file:
        tables = tomllib.load(file)["source"]
    return tuple(SampleCases(table["source"], table["agency"], table, now) for table in tables)


def _build_case(table: dict[str, Any], read_at: datetime) -> Case:
    today = read_at.date()
    expected = table.get("expected_in_days")
    return Case(
        id=table["id"],
        title=table["title"],
        agency=table["agency"],
        status=CaseStatus(table["status"]),
        status_text=table["status_text"],
        status_since=today - timedelta(days=table["status_since_days_ago"]),
        started_on=today - timedelta(days=table["started_days_ago"]),
        expected_on=None if expected is None else today + timedelta(days=expected),
        next_text=table.get("next_text", ""),
    )
