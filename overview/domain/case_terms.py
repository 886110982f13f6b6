"""The dates of a case: is the agency late, until when can one object, when must the citizen answer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from overview.domain.case_kinds import CaseKind, CaseStep
from overview.domain.cases import Case, CaseStatus
from overview.domain.deadlines import find_last_day


class Lateness(StrEnum):
    """Op tijd of te laat, as far as the register tells."""

    ON_TIME = "on_time"
    LATE = "late"
    SUSPENDED = "suspended"
    EXTENDED = "extended"
    UNKNOWN = "unknown"
    OVER = "over"


def find_lateness(case: Case, today: date) -> Lateness:
    """Whether the agency is late with its decision on `today`; the last day itself is in time.

    A suspended or extended case is never called late: its last day has moved, and no register
    says to when.
    """
    if not case.status.is_open:
        return Lateness.OVER
    if case.is_suspended:
        return Lateness.SUSPENDED
    if case.is_extended:
        return Lateness.EXTENDED
    if case.latest_on is None:
        return Lateness.UNKNOWN
    return Lateness.LATE if today > case.latest_on else Lateness.ON_TIME


def find_last_day_to_object(case: Case, rule: CaseStep) -> date | None:
    """The last day to object to the decision of this case; None when there is no decision.

    Counted from the day the case was decided. The letter may be sent later and then gives more
    time (Awb 6:8): this day is never too late.
    """
    decided_on = case.ended_on or (case.status_since if case.status is CaseStatus.DECIDED else None)
    if case.status.is_open or not case.has_decision or decided_on is None or rule.term is None:
        return None
    return find_last_day(rule.term, decided_on)


def find_answer_day(case: Case, kind: CaseKind | None) -> tuple[date | None, bool]:
    """Until when the citizen must answer, and whether the source itself said that day."""
    if case.answer_by is not None:
        return case.answer_by, True
    if kind is not None and kind.answer_within is not None and case.status_since is not None:
        return find_last_day(kind.answer_within, case.status_since), False
    return None, False
