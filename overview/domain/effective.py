"""What pulls at a step: the due dates of everything that waits for it.

The effective due date of a step is the earliest of its own date and the dates of the
citizen's steps that wait for it, each moved back by the time the steps on the way take.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from overview.domain.calendar import working_day_before

_move_back = lru_cache(maxsize=65_536)(working_day_before)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """Open stap as the order sees it. `due` is a day number (`date.toordinal`), or None.

    `waits_for` are ids of open steps only; `is_citizens` is False for steps of others,
    which pass dates on but pull nothing themselves. `advised` is a day we advise before the last
    day by law: it pulls at the step itself, softly.
    """

    id: str
    level: int
    due: int | None
    is_hard: bool
    lead_days: int
    waits_for: tuple[str, ...]
    is_citizens: bool = True
    advised: int | None = None


@dataclass(frozen=True, slots=True)
class Pull:
    """Trek van een stap: `step` must have a date kept, seen from the step before it."""

    step: OpenStep
    due: int


@dataclass(frozen=True, slots=True)
class Demand:
    """Alles wat aan één stap trekt: pulls with a date, highest level, who waits for it."""

    pulls: tuple[Pull, ...]
    carried_level: int
    waiting: frozenset[str]

    @property
    def earliest(self) -> Pull | None:
        """The pull with the earliest date (the highest level first among equals)."""
        return min(self.pulls, key=lambda pull: (pull.due, -pull.step.level, pull.step.id), default=None)

    @property
    def effective_due(self) -> int | None:
        """Day number of the effective due date; None when nothing here has a date."""
        return min((pull.due for pull in self.pulls), default=None)


def sort_before(steps: Mapping[str, OpenStep]) -> list[str]:
    """Step ids with each step after all it waits for (ids decide among equals)."""
    ordered: list[str] = []
    seen: set[str] = set()
    for root in sorted(steps):
        stack = [(root, iter(steps[root].waits_for))]
        if root in seen:
            continue
        seen.add(root)
        while stack:
            current, rest = stack[-1]
            following = next((i for i in rest if i not in seen), None)
            if following is None:
                ordered.append(current)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(steps[following].waits_for)))
    return ordered


def find_demands(steps: Collection[OpenStep]) -> dict[str, Demand]:
    """The demand on every step. `steps` must hold all ids they wait for, without circles."""
    by_id = {step.id: step for step in steps}
    lead_to: dict[str, dict[str, int]] = {step_id: {} for step_id in by_id}
    for step_id in reversed(sort_before(by_id)):
        onward = lead_to[step_id]
        for earlier_id in by_id[step_id].waits_for:
            reached = lead_to[earlier_id]
            lead = by_id[earlier_id].lead_days
            if reached.get(step_id, -1) < lead:
                reached[step_id] = lead
            for later_id, days in onward.items():
                if reached.get(later_id, -1) < days + lead:
                    reached[later_id] = days + lead
    return {step_id: _demand(by_id, step_id, reached) for step_id, reached in lead_to.items()}


def _demand(by_id: Mapping[str, OpenStep], step_id: str, reached: Mapping[str, int]) -> Demand:
    own = by_id[step_id]
    pulls = [Pull(own, own.due)] if own.due is not None else []
    if own.advised is not None:
        pulls.append(Pull(replace(own, is_hard=False), own.advised))
    carried = own.level
    for later_id, days in reached.items():
        later = by_id[later_id]
        if later.is_citizens:
            carried = max(carried, later.level)
            if later.due is not None:
                pulls.append(Pull(later, _move_back(later.due, days)))
    return Demand(tuple(pulls), carried, frozenset(reached))


def as_date(day: int | None) -> date | None:
    """The calendar day of a day number."""
    return None if day is None else date.fromordinal(day)
