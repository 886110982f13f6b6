"""Rules that change: the day before and the day of each change, and a fact past its time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from overview.domain.plan import PlannedStep
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation
from overview.wiring import get_portal

TODAY = date(2026, 11, 22)


def steps_on(event: str, on: date, today: date = TODAY, **answers: str) -> dict[str, PlannedStep]:
    situation = Situation((Occurrence(event, on, answers),))
    return {step.id: step for step in build_plan(situation, get_portal().catalogue, today).steps}


@pytest.mark.parametrize(
    ("died_on", "last_day"), [(date(2025, 12, 31), date(2026, 8, 31)), (date(2026, 1, 1), date(2027, 9, 1))]
)
def test_the_inheritance_tax_return_is_due_after_eight_months_before_2026_and_after_twenty_from_then(
    died_on: date, last_day: date
) -> None:
    found = [
        step
        for step in steps_on("bereavement", died_on, inherits="yes").values()
        if "inheritance_tax" in step.id
    ]
    assert [step.due_on for step in found if step.due_kind.value == "hard"] == [last_day]


@pytest.mark.parametrize(
    ("today", "last_day"),
    [(date(2026, 12, 31), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 12, 31))],
)
def test_allowances_can_be_claimed_until_the_end_of_the_year_after(today: date, last_day: date) -> None:
    situation = Situation((Occurrence("job_loss", date(2026, 12, 1)),), {"low_income": "yes"})
    plan = build_plan(situation, get_portal().catalogue, today)
    step = plan.get_step("claim_last_year_allowances")
    assert (step.due_on, step.due_kind.value) == (last_day, "hard")
    assert str(last_day.year - 1) in step.step.title


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2027, 3, 4), "Beantwoord de brief over na 4 maart"),
        (date(2027, 3, 5), "Vraag de IND of u mag blijven"),
    ],
)
def test_after_the_temporary_protection_the_step_asks_what_holds_now(today: date, title: str) -> None:
    steps = steps_on("new_in_nl", date(2026, 3, 2), today, arrival_reason="ukraine")
    assert steps["answer_letter_after_protection"].step.title == title


def dated_entries() -> list[tuple[str, str, date]]:
    """Every change of a rule in the content: event, step, first day of the new rule."""
    return [
        (event.id, step.id, step.valid_from)
        for event in get_portal().catalogue.life_events.values()
        for step in event.steps
        if step.valid_from is not None
    ]


@pytest.mark.parametrize(("event", "step_id", "changes_on"), dated_entries())
def test_on_the_day_of_a_change_the_new_rule_holds_and_the_day_before_it_does_not(
    event: str, step_id: str, changes_on: date
) -> None:
    content = get_portal().catalogue.life_events[event]
    on_the_day = [s for s in content.steps if s.id == step_id and s.is_valid_on(changes_on)]
    before = [s for s in content.steps if s.id == step_id and s.is_valid_on(changes_on - timedelta(days=1))]
    assert len(on_the_day) == 1
    assert len(before) <= 1
    assert on_the_day != before


def test_a_rule_that_ended_is_never_applied_silently() -> None:
    for event in get_portal().catalogue.life_events.values():
        for step in event.steps:
            if step.valid_until is not None:
                after = step.valid_until + timedelta(days=1)
                assert step not in [s for s in event.steps if s.is_valid_on(after)]
