"""What the plan is made of: steps with a group, a place, dates and a reason. Never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from overview.domain.own_steps import Doer
from overview.domain.steps import DueKind, Step
from overview.domain.told import Told

Value = str | int | date | Told


class Group(StrEnum):
    """Groep waarin een stap staat, in the order in which they are shown."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"
    MAYBE = "maybe"
    WAITING = "waiting"
    DONE = "done"


class Certainty(StrEnum):
    """Zekerheid: does this step apply, or does a question have to settle it."""

    YES = "yes"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Reason:
    """Reden: why a step truly stands where it stands, as a code with values.

    The words per code are in `overview.words.reasons`.
    """

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """Waarschuwing: something the citizen should know about the plan as a whole."""

    code: str
    step_ids: tuple[str, ...]
    days: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Stap in het plan: a content step with its dates, place and reason.

    `id` is unique in the plan (`id@event` when the step stands twice). `position` counts
    all placed steps in the computed order; None where a step takes no place. `due_after` is the title
    of the open step from whose completion the term counts: `due_on` is then the day it would be if
    that were done today, and no form shows it as a day that stands.
    `case_key` names the case that came of this step, or that it came of.
    """

    id: str
    step: Step
    life_events: tuple[str, ...]
    group: Group
    certainty: Certainty
    consequence: int
    due_kind: DueKind
    reason: Reason
    position: int | None = None
    question: str | None = None
    due_on: date | None = None
    due_after: str | None = None
    effective_due_on: date | None = None
    earliest_on: date | None = None
    planned_on: date | None = None
    waits_for: tuple[str, ...] = ()
    waited_for_by: tuple[str, ...] = ()
    date_question: str | None = None
    waiting_until: date | None = None
    put_off_until: date | None = None
    done_on: date | None = None
    is_pinned: bool = False
    is_expired: bool = False
    taken_by: Doer | None = None
    case_key: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan: the steps sorted now, next, later, maybe, waiting, done, with what to know first."""

    today: date
    steps: tuple[PlannedStep, ...]
    questions_first: tuple[str, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()

    def get_step(self, step_id: str) -> PlannedStep:
        """The step with this id; KeyError when the plan has none."""
        for planned in self.steps:
            if planned.id == step_id:
                return planned
        raise KeyError(step_id)
