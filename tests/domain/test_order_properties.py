"""The computed order held against the independent oracle, on random lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overview.domain.conditions import CONDITIONS
from overview.domain.steps import Base
from tests.domain.strategies import TEST_CONDITIONS, Life, computed_order, lives

EXAMPLES = 600
CALM = settings(
    deadline=None,
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True, scope="module")
def conditions_of_the_tests() -> Iterator[None]:
    """One condition that never holds and one nobody answered, only while these tests run."""
    with patch.dict(CONDITIONS, TEST_CONDITIONS):
        yield


@settings(CALM)
@given(lives(most=7, plain=True))
def test_no_order_of_up_to_seven_steps_has_a_lower_worst_cost(life: Life) -> None:
    plan = life.build_plan()
    asked = life.ask_oracle(plan)
    assert asked.worst_cost(computed_order(plan)) == asked.best_by_trying_all()


@settings(CALM)
@given(lives(most=16))
def test_nothing_lower_than_the_worst_cost_can_be_reached_with_more_steps(life: Life) -> None:
    plan = life.build_plan()
    asked = life.ask_oracle(plan)
    assert asked.is_lowest_possible(asked.worst_cost(computed_order(plan)))


@settings(CALM)
@given(lives(most=14))
def test_the_order_is_the_one_order_the_rule_gives(life: Life) -> None:
    plan = life.build_plan()
    assert computed_order(plan) == life.ask_oracle(plan).order()


@settings(CALM)
@given(lives(most=12, pins=True))
def test_the_rest_is_ordered_by_the_rule_around_pinned_steps(life: Life) -> None:
    plan = life.build_plan()
    assert computed_order(plan) == life.ask_oracle(plan).order(life.choices.pinned)


@settings(CALM)
@given(lives(most=14, pins=True))
def test_dependencies_are_never_broken(life: Life) -> None:
    plan = life.build_plan()
    seen: set[str] = set()
    for id in computed_order(plan):
        assert set(plan.get_step(id).waits_for) <= seen
        seen.add(id)
    assert sorted(step.position for step in plan.steps if step.position) == list(range(1, len(seen) + 1))


@settings(CALM)
@given(lives(most=12, pins=True), st.data())
def test_the_order_of_the_content_changes_nothing(life: Life, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(life.steps))
    assert replace(life, steps=tuple(shuffled)).build_plan() == life.build_plan() == life.build_plan()


@settings(CALM)
@given(lives(most=10), st.data())
def test_completing_a_placed_step_never_raises_the_worst_cost(life: Life, data: st.DataObject) -> None:
    before = life.build_plan()
    order = computed_order(before)
    if not order:
        return
    chosen = data.draw(st.sampled_from(order))
    if starts_a_deadline(life, chosen) or frees_a_right_out_of_reach(life, chosen):
        return
    done = replace(life.choices, done={**life.choices.done, chosen: life.today})
    after_life = replace(life, choices=done)
    after = after_life.build_plan()
    new_order = computed_order(after)
    assert set(new_order) == set(order) - {chosen}
    assert after_life.ask_oracle(after).worst_cost(new_order) <= life.ask_oracle(before).worst_cost(order)


def starts_a_deadline(life: Life, id: str) -> bool:
    """Whether a term counts from the completion of this step."""
    terms = [step.deadline.term for step in life.steps if step.deadline is not None]
    return any(term.base is Base.STEP and term.base_id == id for term in terms)


def frees_a_right_out_of_reach(life: Life, id: str) -> bool:
    """Whether completing the step gives days back to a right whose own step has no place.

    Its moved-back day may then no longer be past, so that being late for it weighs again.
    """
    plan = life.build_plan()
    asked = life.ask_oracle(plan)
    above = [way[-1] for way in asked.ways_up(id) if way[-1] not in asked.placed]
    rights = [other for other in above if asked.facts[other].is_hard and asked.facts[other].level >= 4]
    return asked.facts[id].lead_days > 0 and bool(rights)
