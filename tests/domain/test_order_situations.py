"""Situations in which the order matters to a person (issue A). Each must come out right."""

from __future__ import annotations

from datetime import date, timedelta

from overview.domain.plan import Group
from overview.domain.steps import DoneBy, DueKind
from tests.domain.builders import TODAY, due, placed, plan, step


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def test_an_address_change_twenty_days_overdue_does_not_push_away_stopping_the_eviction_due_today() -> None:
    made = plan([step("report_move", 3, due(days(-20))), step("stop_eviction", 5, due(TODAY))])
    assert placed(made)[0] == "stop_eviction"


def test_an_objection_is_planned_before_its_right_ends_although_three_steps_are_due_today() -> None:
    made = plan([*(step(f"bill_{n}", 3, due(TODAY)) for n in range(3)), step("object", 4, due(days(2)))])
    planned_on = made.get_step("object").planned_on
    assert planned_on is not None and planned_on <= days(2)


def test_a_survivors_benefit_in_ten_days_comes_before_car_papers_in_nine() -> None:
    made = plan([step("car_papers", 2, due(days(9))), step("survivors_benefit", 5, due(days(10)))])
    assert placed(made) == ["survivors_benefit", "car_papers"]


def test_a_digid_letter_that_five_level_five_days_hang_on_comes_first() -> None:
    steps = [step("ask_digid", 1, lead_days=5)]
    steps += [step(f"income_{n}", 5, due(days(8 + n)), waits_for=("ask_digid",)) for n in range(5)]
    steps += [step("tidy", 3, due(days(1)))]
    made = plan(steps)
    assert placed(made)[0] == "ask_digid"
    assert made.get_step("ask_digid").reason.code == "other_waits"
    assert made.get_step("ask_digid").effective_due_on == days(1)


def test_five_last_days_today_give_the_warning_that_names_them_all() -> None:
    made = plan([step(f"s{n}", 3, due(TODAY)) for n in range(5)])
    [warning] = [w for w in made.warnings if w.code == "more_due_today"]
    assert set(warning.step_ids) == {f"s{n}" for n in range(5)}


def test_three_last_days_today_give_no_warning() -> None:
    made = plan([step(f"s{n}", 3, due(TODAY)) for n in range(3)])
    assert not [w for w in made.warnings if w.code == "more_due_today"]


def test_an_advised_day_is_never_before_today_and_never_a_last_day_by_law() -> None:
    made = plan([step("ask", 3, due(days(-3), DueKind.ADVISED))])
    assert (made.get_step("ask").due_on, made.get_step("ask").due_kind) == (TODAY, DueKind.ADVISED)


def test_a_step_of_others_takes_no_place_and_holds_up_what_waits_for_it() -> None:
    steps = [step("decide", 2, done_by=DoneBy.AGENCY), step("use", 4, due(days(3)), waits_for=("decide",))]
    made = plan(steps)
    assert placed(made) == []
    assert made.get_step("decide").group is Group.WAITING
    assert made.get_step("use").group is Group.LATER
    assert made.get_step("use").reason.code == "waits_for_others"


def test_a_step_that_can_be_started_without_the_step_of_others_takes_its_place() -> None:
    steps = [
        step("decide", 2, done_by=DoneBy.AGENCY),
        step("use", 4, due(days(3)), waits_for=("decide",), can_start_without=("decide",)),
    ]
    assert placed(plan(steps)) == ["use"]


def test_at_a_pace_of_three_a_day_three_steps_are_planned_today() -> None:
    from fractions import Fraction

    made = plan([step(f"s{n}") for n in range(4)], pace=Fraction(3))
    assert [p.planned_on for p in sorted(made.steps, key=lambda p: p.position or 0)] == [TODAY] * 3 + [
        days(1)
    ]
