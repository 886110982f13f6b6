"""Dates, waiting, groups and marks of a plan held against an independent reading, on random lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given, settings

from overview.domain.conditions import CONDITIONS
from overview.domain.plan import Certainty, Group
from overview.domain.steps import DueKind
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
    gone = {step.id for step in life.steps if "test_fails" in step.applies_if} | life.choices.not_needed
    gone |= {step.id for step in plan.steps if step.group is Group.MAYBE}
    done = {step.id for step in plan.steps if step.group is Group.DONE}

    def open_needs(id: str) -> set[str]:
        direct = set(content[id].waits_for) - set(content[id].can_start_without) - done
        return set().union(*({other} if other not in gone else open_needs(other) for other in direct))

    for step in plan.steps:
        if step.id not in life.choices.done:
            assert (step.id, set(step.waits_for)) == (step.id, open_needs(step.id))


@settings(CALM)
@given(lives(most=12))
def test_nothing_waits_for_a_step_that_may_not_apply(life: Life) -> None:
    plan = life.build_plan()
    for step in plan.steps:
        assert all(plan.get_step(id).certainty is Certainty.YES for id in step.waits_for)


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
        if not is_gone and step.id not in life.choices.waiting:
            assert (shown[step.id].certainty is Certainty.MAYBE) is ("test_is_open" in step.applies_if)


@settings(CALM)
@given(lives(most=12))
def test_an_advised_day_is_never_in_the_past_and_a_serious_step_always_has_a_day(life: Life) -> None:
    for step in life.build_plan().steps:
        if step.group is not Group.DONE:
            assert (step.due_on is None) is (step.due_kind is DueKind.NONE)
            assert step.due_kind is not DueKind.ADVISED or (step.due_on or date.min) >= life.today
            assert step.consequence < 3 or step.due_on is not None


def test_more_than_three_last_days_today_are_all_named() -> None:
    today = date(2026, 11, 23)
    steps = tuple(a_step(f"s{n}", level=3, deadline=last_day(0)) for n in range(5))
    plan = Life(steps, today, today).build_plan()
    named = [warning.step_ids for warning in plan.warnings if warning.code == "more_due_today"]
    assert [sorted(ids) for ids in named] == [[f"s{n}" for n in range(5)]]
