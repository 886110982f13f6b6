"""Last known cases as text, and back. What a later version cannot read any more is let go."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final

from overview.domain.cases import Case, CaseReading, CaseStatus, Extension
from overview.domain.keeping import StoredCases
from overview.domain.steps import Unit

_DAYS: Final = ("status_since", "started_on", "expected_on", "latest_on", "ended_on", "answer_by")


def write_cases(reading: CaseReading, now: datetime) -> StoredCases:
    """A whole reading as it is kept: every field of every case, as JSON."""
    told = {"name": reading.name, "cases": [_write_case(case) for case in reading.cases]}
    content = json.dumps(told, ensure_ascii=False)
    return StoredCases(reading.source, reading.agency, content, reading.read_at, now)


def read_cases(stored: StoredCases) -> CaseReading | None:
    """The counterpart of `write_cases`, read at the moment it was first read."""
    try:
        told = json.loads(stored.content)
        cases = tuple(_read_case(case) for case in told["cases"])
        return CaseReading(
            stored.source, stored.agency, cases, stored.read_at, name=str(told.get("name", ""))
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _write_case(case: Case) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for one in fields(Case):
        value = getattr(case, one.name)
        match value:
            case date():
                told[one.name] = value.isoformat()
            case Extension():
                told[one.name] = [value.count, value.unit.value]
            case _:
                told[one.name] = value
    return told


def _read_case(told: dict[str, Any]) -> Case:
    known = {one.name for one in fields(Case)}
    found = {name: value for name, value in told.items() if name in known}
    for name in _DAYS:
        if found.get(name) is not None:
            found[name] = date.fromisoformat(found[name])
    if found.get("extension") is not None:
        count, unit = found["extension"]
        found["extension"] = Extension(int(count), Unit(unit))
    found["status"] = CaseStatus(found["status"])
    return Case(**found)
