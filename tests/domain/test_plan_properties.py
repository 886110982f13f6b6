"""Dates, waiting, groups and marks of a plan held against an independent reading, on random lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overview.domain.catalogue import DueKind, Unit
from overview.domain.conditions import CONDITIONS
from overview.domain.plan import Certainty, Group
from overview.domain.situation import Situation
from tests.domain.known_days import is_closed
from tests.domain.oracle import count_on
from tests.domain.strategies import TEST_CONDITIONS, Life, a_step, computed_order, last_day, lives
from tests.domain.test_order_properties import CALM

SHOWN = list(Group)


@pytest.fixture(autouse=True, scope="module")
def conditions_of_the_tests() -> Iterator[None]:
    """One condition that never holds and one nobody answered, only while these tests run."""
    with patch.dict(CONDITIONS, TEST_CONDITIONS):
        yield


@settings(CALM)
@given(lives(most=12))
def test_a_step_has_a_place_exactly_when_it_and_all_it_needs_can_be_done(life: Life) -> None:
    plan = life.build_plan()
    assert set(computed_order(plan)) == life.ask_oracle(plan).placed


@settings(CALM)
@given(lives(most=12))
def test_effective_days_are_those_of_what_hangs_on_a_step(life: Life) -> None:
    plan = life.build_plan()
    asked = life.ask_oracle(plan)
    for id in asked.facts:
        assert (id, plan.get_step(id).effective_due_on) == (id, asked.effective_due_on(id))


@settings(CALM)
@given(lives(most=12, pins=True))
def test_every_step_stands_in_its_group(life: Life) -> None:
    plan = life.build_plan()
    asked = life.ask_oracle(plan)
    order = computed_order(plan)
    expected = {id: asked.group(id, order) for id in asked.facts}
    assert {step.id: step.group.value for step in plan.steps if step.group is not Group.DONE} == expected


@settings(CALM)
@given(lives(most=14, pins=True))
def test_at_most_three_steps_stand_under_now_and_each_is_possible_today(life: Life) -> None:
    plan = life.build_plan()
    now = [step for step in plan.steps if step.group is Group.NOW]
    assert len(now) <= 3 and bool(now) == bool(computed_order(plan))
    for step in now:
        assert step.step.done_by.value == "citizen" and not step.waits_for
        assert step.certainty is Certainty.YES
        assert step.earliest_on is None or step.earliest_on <= life.today


@settings(CALM)
@given(lives(most=12))
def test_what_waited_for_a_dropped_step_waits_for_what_that_waited_for(life: Life) -> None:
    plan = life.build_plan()
    content = {step.id: step for step in life.steps}
    gone = {step.id for step in life.steps if step.applies_if} | life.choices.not_needed

    def open_needs(id: str) -> set[str]:
        direct = set(content[id].waits_for) - set(content[id].can_start_without) - set(life.choices.done)
        return set().union(*({other} if other not in gone else open_needs(other) for other in direct))

    for step in plan.steps:
        if step.id not in life.choices.done:
            assert (step.id, set(step.waits_for)) == (step.id, open_needs(step.id))


@settings(CALM)
@given(lives(most=12, pins=True))
def test_steps_are_shown_by_group_and_placed_ones_by_position(life: Life) -> None:
    plan = life.build_plan()
    groups = [SHOWN.index(step.group) for step in plan.steps]
    assert groups == sorted(groups)
    for group in SHOWN:
        places = [step.position for step in plan.steps if step.group is group and step.position]
        assert places == sorted(places)


@settings(CALM)
@given(lives(most=12))
def test_a_step_that_does_not_apply_is_gone_and_an_open_question_makes_it_maybe(life: Life) -> None:
    plan = life.build_plan()
    shown = {step.id: step for step in plan.steps}
    for step in life.steps:
        if step.id in life.choices.done:
            continue
        is_gone = step.id in life.choices.not_needed or "test_fails" in step.applies_if
        assert (step.id in shown) is not is_gone
        if not is_gone:
            assert (shown[step.id].certainty is Certainty.MAYBE) is ("test_is_open" in step.applies_if)


@settings(CALM)
@given(lives(most=12))
def test_an_advised_day_is_never_in_the_past_and_a_serious_step_always_has_a_day(life: Life) -> None:
    for step in life.build_plan().steps:
        if step.group is not Group.DONE:
            assert (step.due_on is None) is (step.due_kind is DueKind.NONE)
            assert step.due_kind is not DueKind.ADVISED or (step.due_on or date.min) >= life.today
            assert step.consequence < 3 or step.due_on is not None


def due_days(on: date, deadlines: dict[str, int], unit: Unit, terms_act: bool) -> dict[str, date | None]:
    """The last days that a plan gives for hard terms counted from one event."""
    steps = tuple(a_step(id, deadline=last_day(n, unit, terms_act=terms_act)) for id, n in deadlines.items())
    return {step.id: step.due_on for step in Life(steps, on, on, Situation(())).build_plan().steps}


@pytest.mark.parametrize("year", range(2024, 2031))
def test_a_statutory_last_day_moves_forward_from_every_closed_day(year: int) -> None:
    day = date(year - 1, 12, 31)
    while day.year <= year:
        found = due_days(day, {str(n): n for n in range(8, 85)}, Unit.DAYS, True)
        for id, due_on in found.items():
            expected = day + timedelta(days=int(id))
            while is_closed(expected):
                expected += timedelta(days=1)
            assert due_on == expected
        day += timedelta(days=77)


@pytest.mark.parametrize("year", range(2024, 2031))
def test_a_term_of_three_days_or_more_holds_two_working_days(year: int) -> None:
    for offset in range(0, 366):
        day = date(year, 1, 1) + timedelta(days=offset)
        if not any(is_closed(day + timedelta(days=n)) for n in range(1, 6)):
            continue
        found = due_days(day, {str(n): n for n in range(1, 7)}, Unit.DAYS, True)
        for id, due_on in found.items():
            expected = day + timedelta(days=int(id))
            while is_closed(expected):
                expected += timedelta(days=1)
            assert due_on == (max(expected, count_on(day, 2)) if int(id) >= 3 else expected)


def test_no_day_moves_for_long_terms_terms_in_years_terms_counted_back_or_other_law() -> None:
    saturday = date(2026, 2, 28)
    assert saturday.weekday() == 5

    def found(on: date, count: int, unit: Unit, terms_act: bool = True) -> date | None:
        return due_days(on, {"a": count}, unit, terms_act)["a"]

    monday = saturday + timedelta(days=2)
    assert found(saturday - timedelta(days=90), 90, Unit.DAYS) == monday
    assert found(saturday - timedelta(days=91), 91, Unit.DAYS) == saturday
    assert found(saturday - timedelta(weeks=12), 12, Unit.WEEKS) == monday
    assert found(saturday - timedelta(weeks=13), 13, Unit.WEEKS) == saturday
    assert found(date(2025, 11, 28), 3, Unit.MONTHS) == monday
    assert found(date(2025, 10, 28), 4, Unit.MONTHS) == saturday
    assert found(date(2025, 2, 28), 1, Unit.YEARS) == saturday
    assert found(saturday + timedelta(days=14), -14, Unit.DAYS) == saturday
    assert found(saturday - timedelta(days=14), 14, Unit.DAYS, False) == saturday


@pytest.mark.parametrize(
    ("on", "count", "unit", "due_on"),
    [
        (date(2025, 1, 31), 1, Unit.MONTHS, date(2025, 2, 28)),
        (date(2028, 1, 31), 1, Unit.MONTHS, date(2028, 2, 29)),
        (date(2025, 12, 31), 2, Unit.MONTHS, date(2026, 2, 28)),
        (date(2025, 8, 31), 1, Unit.MONTHS, date(2025, 9, 30)),
        (date(2025, 11, 30), 3, Unit.MONTHS, date(2026, 2, 28)),
        (date(2025, 3, 31), -1, Unit.MONTHS, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, Unit.MONTHS, date(2024, 12, 15)),
        (date(2025, 12, 15), 12, Unit.MONTHS, date(2026, 12, 15)),
        (date(2024, 2, 29), 1, Unit.YEARS, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, Unit.YEARS, date(2028, 2, 29)),
        (date(2025, 12, 24), 1, Unit.WORKING_DAYS, date(2025, 12, 29)),
        (date(2026, 4, 2), 2, Unit.WORKING_DAYS, date(2026, 4, 8)),
        (date(2026, 5, 6), -1, Unit.WORKING_DAYS, date(2026, 5, 4)),
        (date(2025, 4, 28), -1, Unit.WORKING_DAYS, date(2025, 4, 25)),
    ],
)
def test_terms_are_counted_over_short_months_and_closed_days(
    on: date, count: int, unit: Unit, due_on: date
) -> None:
    assert due_days(on, {"a": count}, unit, False) == {"a": due_on}


@given(on=st.dates(date(2024, 1, 1), date(2029, 1, 1)), count=st.integers(-30, 30))
@settings(CALM, max_examples=100)
def test_a_month_without_that_day_ends_on_its_last_day(on: date, count: int) -> None:
    found = due_days(on, {"a": count}, Unit.MONTHS, False)["a"]
    assert found is not None
    assert (found.year - on.year) * 12 + found.month - on.month == count
    assert found.day == on.day or (found.day < on.day and (found + timedelta(days=1)).day == 1)


def test_more_than_three_last_days_today_are_all_named() -> None:
    today = date(2026, 11, 23)
    steps = tuple(a_step(f"s{n}", level=3, deadline=last_day(0)) for n in range(5))
    plan = Life(steps, today, today).build_plan()
    named = [warning.step_ids for warning in plan.warnings if warning.code == "more_due_today"]
    assert [sorted(ids) for ids in named] == [[f"s{n}" for n in range(5)]]
