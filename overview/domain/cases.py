"""Cases and how they stand, in one form for all agencies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CaseStatus(StrEnum):
    """Status: the generic status beside the agency's own words."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_YOU = "waiting_for_you"
    DECIDED = "decided"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Case:
    """Zaak: work in progress at an agency. Texts are the agency's own, in Dutch."""

    id: str
    title: str
    agency: str
    status: CaseStatus
    status_text: str
    status_since: date
    started_on: date
    expected_on: date | None = None
    next_text: str = ""


@dataclass(frozen=True, slots=True)
class CaseReading:
    """Wat één bron opleverde: cases, when they were read, or what went wrong.

    `problem` is a code (`down`, `slow`, `refused`, `nonsense`); empty when all is well.
    A reading with a problem is never the same as "no cases".
    """

    source: str
    agency: str
    cases: tuple[Case, ...]
    read_at: datetime
    problem: str = ""
    is_sample: bool = False
