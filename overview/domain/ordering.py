"""The one order: the sequence whose worst cost is lowest.

One person, one step at a time: the scheduling problem `1|prec|h_max`, solved exactly by
Lawler's rule (E. L. Lawler, "Optimal sequencing of a single machine subject to precedence
constraints", Management Science 19, 1973): fill the places from last to first; among the
steps that no unplaced step waits for, take the one that costs least in that place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overview.domain.calendar import planned_ordinals
from overview.domain.effective import Demand, OpenStep

Cost = tuple[int, int]

FREE: Cost = (0, 0)
_DEAREST: Cost = (1 << 62, 0)
_LEVEL_OF_LOST_RIGHTS = 4
_WEEKS_NEAR = 6
_DAYS_FAR = 84
_WEEK_FAR = 7
_UNDATED = 1 << 62

_Line = tuple[int, int, int]
"""What lateness costs: (first number once late, weight a day, day number it is late after)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Plaats in de volgorde: a step, the day number it is planned on, what that costs."""

    id: str
    planned: int
    cost: Cost


def planned_days(today: int, count: int, pace: Fraction) -> list[int]:
    """Day numbers of the first `count` places at `pace` steps a working day."""
    return planned_ordinals(date.fromordinal(today), [int(k / pace) for k in range(count)])


def _lines(demand: Demand, today: int) -> tuple[_Line, ...]:
    """The pulls that can decide a cost: of each kind only the earliest, none that another covers."""
    earliest: dict[tuple[int, int], int] = {}
    for pull in demand.pulls:
        level = pull.step.level
        can_lose_right = pull.step.is_hard and level >= _LEVEL_OF_LOST_RIGHTS and pull.due >= today
        kind = (level if can_lose_right else 0, 1 << (level - 1))
        late_after = max(pull.due, today)
        if late_after < earliest.get(kind, _UNDATED):
            earliest[kind] = late_after
    lines = sorted(((first, weight, day) for (first, weight), day in earliest.items()), reverse=True)
    kept: list[_Line] = []
    for line in lines:
        if not any(other[0] >= line[0] and other[1] >= line[1] and other[2] <= line[2] for other in kept):
            kept.append(line)
    return tuple(kept)


def _week(demand: Demand, level: int, today: int) -> int:
    due = demand.effective_due
    if due is None:
        return _WEEK_FAR if level == 1 else _WEEKS_NEAR
    if due - today > _DAYS_FAR:
        return _WEEK_FAR
    return min(max((due - today) // 7, 0), _WEEKS_NEAR)


def _rank(step: OpenStep, demand: Demand, today: int) -> tuple[int, int, int, int, str]:
    """Among equal costs the highest rank goes last."""
    due = demand.effective_due
    return (
        _week(demand, step.level, today),
        -demand.carried_level,
        _UNDATED if due is None else due,
        -len(demand.waiting),
        step.id,
    )


def _cheapest(ready: Collection[int], lines: Sequence[tuple[_Line, ...]], planned: int) -> tuple[Cost, int]:
    """The cost and rank number of the step to put in this place; the first in rank among equals."""
    best, chosen = _DEAREST, -1
    for number in ready:
        cost = FREE
        for first, weight, late_after in lines[number]:
            if planned > late_after:
                cost = max(cost, (first, weight * (planned - late_after)))
        if cost < best or (cost == best and number < chosen):
            best, chosen = cost, number
    return best, chosen


def fill_places(
    steps: Collection[OpenStep], demands: Mapping[str, Demand], days: Sequence[int], today: int
) -> list[Place]:
    """Lawler's rule over `steps`, one for each day number in `days` (first to last place)."""
    ids = {step.id for step in steps}
    earlier = {step.id: [i for i in step.waits_for if i in ids] for step in steps}
    unplaced_after = dict.fromkeys(ids, 0)
    for waits_for in earlier.values():
        for step_id in waits_for:
            unplaced_after[step_id] += 1
    by_rank = sorted(steps, key=lambda step: _rank(step, demands[step.id], today), reverse=True)
    rank = {step.id: number for number, step in enumerate(by_rank)}
    lines = [_lines(demands[step.id], today) for step in by_rank]
    ready = {rank[step_id] for step_id, count in unplaced_after.items() if count == 0}
    places: list[Place] = []
    for planned in reversed(days):
        cost, number = _cheapest(ready, lines, planned)
        ready.remove(number)
        chosen = by_rank[number].id
        places.append(Place(chosen, planned, cost))
        for step_id in earlier[chosen]:
            unplaced_after[step_id] -= 1
            if unplaced_after[step_id] == 0:
                ready.add(rank[step_id])
    places.reverse()
    return places


def order_steps(
    steps: Collection[OpenStep],
    demands: Mapping[str, Demand],
    today: int,
    pace: Fraction = Fraction(1),
    pinned: Sequence[str] = (),
) -> list[Place]:
    """All `steps` in their places: pinned ones first in the order given, each with its open
    prerequisites before it, the rest optimally around them.
    """
    left = {step.id: step for step in steps}
    days = planned_days(today, len(left), pace)
    places: list[Place] = []
    for pin in pinned:
        for block in (_before(pin, left), {pin} & left.keys()):
            chosen = [left.pop(step_id) for step_id in sorted(block)]
            places += fill_places(chosen, demands, days[len(places) : len(places) + len(chosen)], today)
    return places + fill_places(list(left.values()), demands, days[len(places) :], today)


def _before(step_id: str, left: Mapping[str, OpenStep]) -> set[str]:
    """Every step in `left` that must come before `step_id`."""
    found: set[str] = set()
    stack = [step_id] if step_id in left else []
    while stack:
        for earlier in left[stack.pop()].waits_for:
            if earlier in left and earlier not in found:
                found.add(earlier)
                stack.append(earlier)
    return found
