"""One step from two events: when it is one thing to do, and when it is two (DESIGN section 6, Plan)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from overview.domain.plan import Plan
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation
from overview.domain.steps import Base, Step, Term, Unit
from tests.domain.strategies import a_step, last_day, make_catalogue
from tests.domain.test_order_properties import CALM

TODAY = date(2026, 11, 23)
OFFSETS = st.one_of(st.none(), st.integers(-20, 40))


def shared(level: int, first: int | None, last: int | None) -> Step:
    """The step as one event words it: possible from and due so many days after that event."""
    return a_step(
        "shared",
        level=level,
        start_from=None if first is None else Term(first, Unit.DAYS, Base.EVENT),
        deadline=None if last is None else last_day(last),
    )


def plan_for(catalogue_steps: dict[str, Step], events: list[tuple[str, int]]) -> Plan:
    """The plan of someone with these events, each so many days from today."""
    catalogue = make_catalogue({id: (step,) for id, step in catalogue_steps.items()})
    happened = tuple(Occurrence(id, TODAY + timedelta(days=offset)) for id, offset in events)
    return build_plan(Situation(happened), catalogue, TODAY)


def day(on: int, offset: int | None) -> date | None:
    """So many days after an event that is so many days from today."""
    return None if offset is None else TODAY + timedelta(days=on + offset)


@settings(CALM)
@given(
    firsts=st.tuples(OFFSETS, OFFSETS),
    lasts=st.tuples(OFFSETS, OFFSETS),
    ons=st.tuples(st.integers(-30, 30), st.integers(-30, 30)),
    levels=st.tuples(st.integers(1, 2), st.integers(1, 2)),
)
def test_a_step_of_two_events_is_one_when_it_can_be_done_once_in_time(
    firsts: tuple[int | None, int | None],
    lasts: tuple[int | None, int | None],
    ons: tuple[int, int],
    levels: tuple[int, int],
) -> None:
    steps = [shared(level, first, last) for level, first, last in zip(levels, firsts, lasts, strict=True)]
    plan = plan_for(
        dict(zip(("birth", "moving_house"), steps, strict=True)),
        [("birth", ons[0]), ("moving_house", ons[1])],
    )
    starts = [found for on, first in zip(ons, firsts, strict=True) if (found := day(on, first))]
    ends = [found for on, last in zip(ons, lasts, strict=True) if (found := day(on, last))]
    if starts and ends and max(starts) > min(ends):
        assert {step.id for step in plan.steps} == {"shared", "shared@moving_house"}
        for event, on, last in zip(("birth", "moving_house"), ons, lasts, strict=True):
            assert [step.due_on for step in plan.steps if step.life_events == (event,)] == [day(on, last)]
    else:
        (only,) = plan.steps
        assert only.id == "shared" and set(only.life_events) == {"birth", "moving_house"}
        assert only.due_on == (min(ends) if ends else None)
        assert only.consequence == max(levels)


def test_the_same_event_a_second_time_has_steps_of_its_own() -> None:
    plan = plan_for({"moving_house": shared(2, 0, 5)}, [("moving_house", -30), ("moving_house", 30)])
    assert {step.id: step.due_on for step in plan.steps} == {
        "shared": TODAY - timedelta(days=25),
        "shared@moving_house#2": TODAY + timedelta(days=35),
    }
