"""What the citizen decides about the order, and what the plan warns about."""

from __future__ import annotations

from datetime import date, timedelta

from overview.domain.plan import Group, Plan, PlanWarning
from overview.domain.situation import Waiting
from overview.domain.steps import Base, DoneBy, DueKind, Term, Unit
from tests.domain.builders import TODAY, counted, due, placed, plan, step


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def warnings(made: Plan, code: str) -> list[PlanWarning]:
    return [warning for warning in made.warnings if warning.code == code]


def test_a_pinned_step_comes_first_with_its_own_choice_as_the_reason() -> None:
    made = plan([step("urgent", 5, due(TODAY)), step("tidy", 1)], pinned=("tidy",))
    assert placed(made) == ["tidy", "urgent"]
    assert made.get_step("tidy").reason.code == "own_choice"


def test_what_becomes_late_by_a_pin_is_a_warning_with_days() -> None:
    made = plan([step("urgent", 5, due(TODAY)), step("tidy", 1)], pinned=("tidy",))
    assert [(w.step_ids, w.days) for w in warnings(made, "late_by_choice")] == [(("urgent",), 1)]


def test_a_pin_that_makes_nothing_late_gives_no_warning() -> None:
    made = plan([step("bill", 3, due(days(9))), step("tidy", 1)], pinned=("tidy",))
    assert not warnings(made, "late_by_choice")


def test_a_pin_on_a_step_that_is_done_is_a_warning_and_not_an_error() -> None:
    made = plan([step("bill", 3, due(days(9)))], pinned=("bill",), done={"bill": None})
    assert [w.step_ids for w in warnings(made, "pin_not_possible")] == [("bill",)]


def test_a_step_put_off_past_its_last_day_is_late_by_choice() -> None:
    made = plan([step("bill", 3, due(days(9)))], put_off={"bill": days(12)})
    assert made.get_step("bill").group is Group.LATER
    assert [(w.step_ids, w.days) for w in warnings(made, "late_by_choice")] == [(("bill",), 3)]


def test_a_step_put_off_comes_back_on_its_day() -> None:
    steps = [step("bill", 3, due(days(9)))]
    assert placed(plan(steps, put_off={"bill": days(1)})) == []
    assert placed(plan(steps, today=days(1), put_off={"bill": days(1)})) == ["bill"]


def test_what_waits_for_a_step_put_off_takes_no_place_either() -> None:
    steps = [step("letter"), step("claim", 4, due(days(9)), waits_for=("letter",))]
    assert placed(plan(steps, put_off={"letter": days(3)})) == []


def test_a_step_that_is_not_needed_drops_out_and_what_waited_for_it_goes_on() -> None:
    steps = [step("a"), step("b", waits_for=("a",)), step("c", waits_for=("b",))]
    made = plan(steps, not_needed=frozenset({"b"}))
    assert [s.id for s in made.steps] == ["a", "c"]
    assert made.get_step("c").waits_for == ("a",)


def test_a_step_that_waits_comes_back_the_day_after_its_until_to_ask_how_it_stands() -> None:
    steps = [step("claim", 4, due(days(30)))]
    waiting = {"claim": Waiting(since=days(-7), until=TODAY)}
    assert plan(steps, waiting=waiting).get_step("claim").group is Group.WAITING
    back = plan(steps, today=days(1), waiting=waiting)
    assert back.get_step("claim").reason.code == "asked_to_return"
    assert [(w.step_ids, w.days) for w in warnings(back, "waiting_too_long")] == [(("claim",), 1)]


def test_a_step_not_yet_possible_stands_under_later_until_its_first_day() -> None:
    start = Term(-4, Unit.WEEKS, Base.EVENT)
    steps = [step("move", 3, counted(5), start_from=start)]
    on = days(29)
    assert plan(steps, on=on).get_step("move").group is Group.LATER
    assert plan(steps, today=days(1), on=on).get_step("move").group is Group.NOW


def test_a_last_day_that_leaves_one_working_day_is_a_warning() -> None:
    start = Term(0, Unit.DAYS, Base.DATE, days(4).isoformat())  # a Friday
    tight = [step("ask", 3, due(days(6)), start_from=start)]  # the Sunday after it
    assert [w.days for w in warnings(plan(tight), "little_time")] == [1]
    enough = [step("ask", 3, due(days(7)), start_from=start)]
    assert not warnings(plan(enough), "little_time")


def test_an_undated_letter_makes_the_step_advised_today_and_asks_for_the_date() -> None:
    deadline = counted(6, Unit.WEEKS, Base.LETTER, "letter_on")
    made = plan([step("object", 4, deadline)])
    found = made.get_step("object")
    assert (found.due_on, found.due_kind, found.question) == (TODAY, DueKind.ADVISED, "letter_on")
    assert [w.values["question"] for w in warnings(made, "date_needed")] == ["letter_on"]


def test_the_date_on_the_letter_makes_it_a_last_day_by_law() -> None:
    deadline = counted(6, Unit.WEEKS, Base.LETTER, "letter_on")
    found = plan([step("object", 4, deadline)], answers={"letter_on": days(-7)}).get_step("object")
    assert (found.due_on, found.due_kind) == (days(35), DueKind.HARD)


def test_a_term_that_counts_from_a_step_starts_when_that_step_is_done() -> None:
    steps = [
        step("claim", 2),
        step("object", 4, counted(6, Unit.WEEKS, Base.STEP, "claim"), waits_for=("claim",)),
    ]
    assert plan(steps).get_step("object").due_kind is DueKind.ADVISED
    found = plan(steps, done={"claim": days(-3)}).get_step("object")
    assert (found.due_on, found.due_kind) == (days(39), DueKind.HARD)


def test_a_decision_of_others_that_is_late_is_a_warning_to_ask() -> None:
    made = plan([step("decide", 2, due(days(-2)), done_by=DoneBy.AGENCY)])
    assert [(w.step_ids, w.days) for w in warnings(made, "waiting_too_long")] == [(("decide",), 2)]


def test_a_fact_is_expired_the_day_after_its_review_day() -> None:
    steps = [step("claim", review_on=TODAY)]
    assert not warnings(plan(steps), "fact_expired")
    assert [w.step_ids for w in warnings(plan(steps, today=days(1)), "fact_expired")] == [("claim",)]


def test_a_rule_with_a_fixed_last_day_holds_by_today_and_not_by_the_day_of_the_event() -> None:
    claim = step("claim", 4, due(days(9)), valid_until=days(9))
    assert [s.id for s in plan([claim], on=days(40)).steps] == ["claim"]
    assert plan([claim], today=days(10), on=TODAY).steps == ()
