"""What the citizen should know about the plan as a whole. Codes are those of DESIGN section 13."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from overview.domain.calendar import count_working_days
from overview.domain.draft import Draft
from overview.domain.effective import Demand
from overview.domain.ordering import order_steps
from overview.domain.plan import Group, PlannedStep, PlanWarning
from overview.domain.standing import Standing
from overview.domain.steps import DoneBy, DueKind

_LAST_DAYS_AT_ONCE = 3
_WORKING_DAYS_ENOUGH = 2
_OPEN_GROUPS = (Group.NOW, Group.NEXT, Group.LATER)


def find_warnings(draft: Draft, steps: Sequence[PlannedStep]) -> tuple[PlanWarning, ...]:
    """All warnings about this plan, the most pressing kind first."""
    return (
        *_more_due_today(draft, steps),
        *_late_by_choice(draft),
        *_date_needed(steps),
        *_waiting_too_long(draft, steps),
        *_little_time(steps),
        *_pin_not_possible(draft, steps),
        *_fact_expired(steps),
    )


def _more_due_today(draft: Draft, steps: Sequence[PlannedStep]) -> Iterator[PlanWarning]:
    last_days = tuple(
        p.id
        for p in steps
        if p.group in _OPEN_GROUPS and p.due_on == draft.today and p.due_kind is DueKind.HARD
    )
    if len(last_days) > _LAST_DAYS_AT_ONCE:
        yield PlanWarning("more_due_today", last_days)


def _late_by_choice(draft: Draft) -> Iterator[PlanWarning]:
    """Steps that the citizen's own choices (pins, putting off) make late, or later than they were."""
    today = draft.today.toordinal()
    if not draft.standings.pinned and not draft.situation.put_off:
        return
    free = [step for i, step in draft.open_steps.items() if draft.standings.by_id[i] is Standing.PLACED]
    unbound = order_steps(free, draft.demands, today, draft.situation.pace)
    before = _days_late({p.id: p.planned for p in unbound}, draft.demands, today)
    chosen = {p.id: p.planned for p in draft.places}
    for step_id, standing in draft.standings.by_id.items():
        if standing is Standing.PUT_OFF:
            chosen[step_id] = draft.standings.until[step_id].toordinal()
    for step_id, days in sorted(_days_late(chosen, draft.demands, today).items()):
        if days > before.get(step_id, 0):
            yield PlanWarning("late_by_choice", (step_id,), days)


def _days_late(planned: dict[str, int], demands: dict[str, Demand], today: int) -> dict[str, int]:
    late: dict[str, int] = {}
    for step_id, day in planned.items():
        for pull in demands[step_id].pulls:
            days = day - max(pull.due, today)
            if days > late.get(pull.step.id, 0):
                late[pull.step.id] = days
    return late


def _date_needed(steps: Sequence[PlannedStep]) -> Iterator[PlanWarning]:
    asked: dict[str, list[str]] = {}
    for planned in steps:
        if planned.date_question is not None and planned.group in _OPEN_GROUPS:
            asked.setdefault(planned.date_question, []).append(planned.id)
    for question, step_ids in asked.items():
        yield PlanWarning("date_needed", tuple(step_ids), values={"question": question})


def _waiting_too_long(draft: Draft, steps: Sequence[PlannedStep]) -> Iterator[PlanWarning]:
    for planned in steps:
        since: date | None = None
        if planned.id in draft.standings.came_back:
            since = draft.standings.until[planned.id]
        elif (
            planned.group is Group.WAITING
            and planned.step.done_by is not DoneBy.CITIZEN
            and planned.due_kind is DueKind.HARD
            and not planned.waits_for
        ):
            since = planned.due_on
        if since is not None and since < draft.today:
            yield PlanWarning("waiting_too_long", (planned.id,), (draft.today - since).days)


def _little_time(steps: Sequence[PlannedStep]) -> Iterator[PlanWarning]:
    for planned in steps:
        if planned.group is not Group.LATER or planned.position is not None:
            continue
        if planned.earliest_on is None or planned.due_on is None:
            continue
        days = count_working_days(planned.earliest_on, planned.due_on)
        if days < _WORKING_DAYS_ENOUGH:
            yield PlanWarning("little_time", (planned.id,), days, {"on": planned.earliest_on})


def _pin_not_possible(draft: Draft, steps: Sequence[PlannedStep]) -> Iterator[PlanWarning]:
    placed = {planned.id for planned in steps if planned.position is not None}
    for step_id in (*draft.standings.pins_without_step, *draft.standings.pinned):
        if step_id not in placed:
            yield PlanWarning("pin_not_possible", (step_id,))


def _fact_expired(steps: Sequence[PlannedStep]) -> Iterator[PlanWarning]:
    expired = tuple(p.id for p in steps if p.is_expired and p.group is not Group.DONE)
    if expired:
        yield PlanWarning("fact_expired", expired)
