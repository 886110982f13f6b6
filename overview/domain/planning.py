"""From situation to plan: the one function everything else hangs on (DESIGN section 6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from overview.domain.candidates import Candidate, find_candidates
from overview.domain.cases import Case
from overview.domain.catalogue import Catalogue
from overview.domain.draft import Draft
from overview.domain.effective import OpenStep, as_date, find_demands
from overview.domain.ordering import order_steps
from overview.domain.plan import Certainty, Group, Plan, PlannedStep
from overview.domain.reasons import find_reason
from overview.domain.remembered import Remembered
from overview.domain.situation import Situation
from overview.domain.standing import Standing, Standings, find_standings
from overview.domain.steps import Base, DoneBy, DueKind
from overview.domain.warnings import find_warnings

_NOW_AT_MOST: Final = 3
_NEXT_WITHIN: Final = timedelta(weeks=6)
_ASK_FIRST_WITHIN: Final = timedelta(days=14)
_ASK_FIRST_LEVEL: Final = 4
_NEXT_LEVEL_UNDATED: Final = 2
_SETTLED: Final = frozenset({Standing.DONE, Standing.NOT_NEEDED})


def build_plan(
    situation: Situation,
    catalogue: Catalogue,
    today: date,
    cases: Sequence[Case] = (),
    remembered: Remembered | None = None,
) -> Plan:
    """The plan for this situation on `today`: every step with its group, place and reason.

    `cases` are those read for this citizen now; without them the plan is that of the situation alone.
    `remembered` holds for one tab what its facts gave last time.
    """
    found = find_candidates(situation, catalogue, today, cases, remembered)
    standings = find_standings(found, situation, today)
    open_steps = {
        c.id: _as_open_step(c, standings) for c in found.all if standings.by_id[c.id] not in _SETTLED
    }
    demands = find_demands(open_steps.values())
    placed = [step for i, step in open_steps.items() if standings.by_id[i] is Standing.PLACED]
    places = order_steps(placed, demands, today.toordinal(), situation.pace, standings.pinned)
    draft = Draft(today, situation, found, standings, open_steps, demands, places)
    steps = sorted(_plan_steps(draft), key=_shown_order)
    return Plan(today, tuple(steps), _find_questions_first(steps, today), find_warnings(draft, steps))


def _as_open_step(candidate: Candidate, standings: Standings) -> OpenStep:
    due = candidate.due
    return OpenStep(
        id=candidate.id,
        level=candidate.level,
        due=due.on.toordinal() if due.on else None,
        is_hard=due.kind is DueKind.HARD,
        lead_days=candidate.step.lead_days,
        waits_for=standings.needs[candidate.id],
        is_citizens=candidate.step.done_by is DoneBy.CITIZEN,
        advised=due.advised_on.toordinal() if due.advised_on else None,
    )


def _plan_steps(draft: Draft) -> list[PlannedStep]:
    position = {place.id: number for number, place in enumerate(draft.places, 1)}
    planned_on = {place.id: place.planned for place in draft.places}
    now = [p.id for p in draft.places if not draft.open_steps[p.id].waits_for][:_NOW_AT_MOST]
    return [
        _plan_step(draft, candidate, position.get(candidate.id), planned_on.get(candidate.id), set(now))
        for candidate in draft.found.all
        if draft.standings.by_id[candidate.id] is not Standing.NOT_NEEDED
    ]


def _plan_step(
    draft: Draft, candidate: Candidate, position: int | None, planned: int | None, now: set[str]
) -> PlannedStep:
    standings, step_id = draft.standings, candidate.id
    standing = standings.by_id[step_id]
    demand = draft.demands.get(step_id)
    effective = as_date(demand.effective_due) if demand else None
    return PlannedStep(
        id=step_id,
        step=candidate.step,
        life_events=tuple(candidate.life_events),
        group=_find_group(standing, candidate, effective, draft.today, step_id in now),
        certainty=Certainty.MAYBE if standing is Standing.MAYBE else Certainty.YES,
        consequence=candidate.level,
        due_kind=candidate.due.kind,
        reason=find_reason(draft, candidate),
        position=position,
        question=candidate.verdict.question or candidate.due.question,
        due_on=candidate.due.on,
        due_after=_find_due_after(draft, candidate),
        effective_due_on=effective,
        earliest_on=candidate.earliest_on,
        planned_on=_as_calendar_day(planned),
        waits_for=draft.open_steps[step_id].waits_for if demand else (),
        waited_for_by=tuple(sorted(demand.waiting)) if demand else (),
        date_question=candidate.due.question,
        waiting_until=standings.until.get(step_id) if standing is not Standing.PUT_OFF else None,
        put_off_until=standings.until.get(step_id) if standing is Standing.PUT_OFF else None,
        done_on=standings.done_on.get(step_id),
        is_pinned=step_id in standings.pinned,
        is_expired=candidate.step.review_on < draft.today,
        taken_by=standings.taken_by.get(step_id),
        case_key=candidate.case.key if candidate.case else "",
    )


def _find_due_after(draft: Draft, candidate: Candidate) -> str | None:
    """The title of the open step from which the term of this one counts."""
    deadline = candidate.step.deadline
    if deadline is None or deadline.term.base is not Base.STEP:
        return None
    counted = draft.found.find(candidate.occurrences[0], deadline.term.base_id)
    is_open = counted is not None and draft.standings.by_id[counted.id] not in _SETTLED
    return counted.step.title if counted is not None and is_open else None


def _as_calendar_day(ordinal: int | None) -> date | None:
    return None if ordinal is None or ordinal > date.max.toordinal() else date.fromordinal(ordinal)


def _find_group(
    standing: Standing, candidate: Candidate, effective: date | None, today: date, is_now: bool
) -> Group:
    if standing is Standing.DONE:
        return Group.DONE
    if standing is Standing.MAYBE:
        return Group.MAYBE
    if standing in (Standing.OTHERS, Standing.WAITING):
        return Group.WAITING
    if standing is not Standing.PLACED:
        return Group.LATER
    if is_now:
        return Group.NOW
    if effective is None:
        return Group.NEXT if candidate.level >= _NEXT_LEVEL_UNDATED else Group.LATER
    return Group.NEXT if effective <= today + _NEXT_WITHIN else Group.LATER


def _shown_order(planned: PlannedStep) -> tuple[int, int, date, int, str]:
    """Groups in order; placed steps by place, then by the day that counts in their group."""
    group = list(Group).index(planned.group)
    if planned.position is not None:
        return (group, planned.position, date.min, 0, planned.id)
    day = {
        Group.LATER: max(planned.earliest_on or date.min, planned.put_off_until or date.min),
        Group.WAITING: planned.waiting_until or planned.due_on or date.max,
        Group.DONE: planned.done_on or date.max,
    }.get(planned.group, planned.due_on or date.max)
    if day == date.min:
        day = date.max
    return (group, 1 << 30, day, -planned.consequence, planned.id)


def _find_questions_first(steps: list[PlannedStep], today: date) -> tuple[str, ...]:
    """Questions that settle a heavy or near maybe-step: heaviest first, then the nearest."""
    pressing = [
        planned
        for planned in steps
        if planned.group is Group.MAYBE
        and (
            planned.consequence >= _ASK_FIRST_LEVEL
            or (planned.due_on is not None and planned.due_on <= today + _ASK_FIRST_WITHIN)
        )
    ]
    pressing.sort(key=lambda p: (-p.consequence, p.due_on or date.max, p.id))
    return tuple(dict.fromkeys(p.question for p in pressing if p.question is not None))
