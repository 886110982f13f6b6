"""Cases and how they stand, in one form for all agencies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

from overview.domain.steps import Unit

CASE_EVENT: Final = "case"
"""The life event id under which the step of a case stands in a plan."""

_KEY_LENGTH: Final = 16


class CaseStatus(StrEnum):
    """Status: the generic status beside the agency's own words."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_YOU = "waiting_for_you"
    DECIDED = "decided"
    CLOSED = "closed"

    @property
    def is_open(self) -> bool:
        """Whether the agency, or the citizen, still has something to do."""
        return self not in (CaseStatus.DECIDED, CaseStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Extension:
    """Verlenging: by how long the agency says it takes longer, as it says it."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Case:
    """Zaak: work in progress at an agency. Texts are the agency's own, in Dutch.

    `latest_on` is the last day on which the agency must decide; a suspension or an extension
    does not move it here, because no register says by how much. `answer_by` is a day that the
    source itself gives the citizen; `kind` names the case type in our content. `number` is what the
    citizen says on the phone.
    """

    id: str
    title: str
    agency: str
    status: CaseStatus
    status_text: str
    status_since: date | None
    started_on: date
    expected_on: date | None = None
    next_text: str = ""
    source: str = ""
    number: str = ""
    kind: str = ""
    latest_on: date | None = None
    ended_on: date | None = None
    result_text: str = ""
    has_decision: bool = False
    is_suspended: bool = False
    is_extended: bool = False
    extension: Extension | None = None
    answer_by: date | None = None
    part_of: str = ""
    has_more: bool = False

    @property
    def key(self) -> str:
        """Names this case in a choice or an address: says nothing about anybody."""
        return sha256(f"{self.source} {self.id}".encode()).hexdigest()[:_KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class CaseReading:
    """Wat één bron opleverde: cases, when they were read, or what went wrong.

    `problem` is a code (`PROBLEMS`); empty when all is well. A reading with a problem is never the
    same as "no cases". `kept_at` is the moment of an earlier reading whose cases are shown instead.
    `name` is how the source is called on screen, where one agency has several (municipalities).
    """

    source: str
    agency: str
    cases: tuple[Case, ...]
    read_at: datetime
    problem: str = ""
    is_sample: bool = False
    name: str = ""
    kept_at: datetime | None = None

    @property
    def is_outstanding(self) -> bool:
        """Whether the answer is still on its way."""
        return self.problem == "reading"

    @property
    def is_whole(self) -> bool:
        """Whether this is all there is to say: read, without a problem."""
        return not self.problem

    def with_kept(self, kept: CaseReading | None) -> CaseReading:
        """This failed reading with the cases of an earlier one, and when those were read."""
        if kept is None or self.is_whole:
            return self
        return replace(self, cases=kept.cases, kept_at=kept.read_at)


PROBLEMS: Final = ("reading", "down", "slow", "refused", "nonsense", "unsafe", "partial", "not_signed_in")
"""Why a source has no fresh cases.

`unsafe`: the register does not filter on the citizen, so it is not asked. `reading`: the answer is on
its way. `not_signed_in`: it is read only for who signed in.
"""
