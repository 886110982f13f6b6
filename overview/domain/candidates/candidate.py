"""A step that may stand in the plan, and all of them for one situation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from overview.domain.cases import Case
from overview.domain.conditions import Verdict
from overview.domain.due import Due
from overview.domain.situation import Situation
from overview.domain.steps import Step


@dataclass(slots=True)
class Candidate:
    """Kandidaat: one step of one occurrence, or of several that are one step."""

    id: str
    step: Step
    verdict: Verdict
    due: Due
    earliest_on: date | None
    level: int
    occurrences: list[int]
    life_events: list[str]
    aliases: set[str]
    needs: list[tuple[int, str]] = field(default_factory=list)
    case: Case | None = None
    is_ended_by_case: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """Alle kandidaten; `by_place` finds one by (occurrence, step id), merged or not.

    `dropped` holds what the steps that do not apply waited for, by (occurrence, step id).
    """

    all: tuple[Candidate, ...]
    by_place: Mapping[tuple[int, str], Candidate]
    dropped: Mapping[tuple[int, str], tuple[str, ...]]

    def find(self, occurrence: int, step_id: str) -> Candidate | None:
        """The step meant by `step_id` in this occurrence, else in the first event that has it."""
        own = self.by_place.get((occurrence, step_id))
        return own or next((c for c in self.all if c.step.id == step_id), None)


def find_done_on(candidate: Candidate, situation: Situation, today: date) -> date | None:
    """The day this step was done, by the citizen or by the decision of a case; None while it is open.

    Today when no day was told.
    """
    told = find_told_done(candidate, situation, today)
    if told is not None:
        return told
    if candidate.is_ended_by_case and candidate.case is not None:
        return candidate.case.ended_on or candidate.case.status_since or today
    return None


def find_told_done(candidate: Candidate, situation: Situation, today: date) -> date | None:
    """The day the citizen did this step; today when no day was told, None while it is open."""
    for name in candidate.aliases & situation.done.keys():
        return situation.done[name] or today
    return None
