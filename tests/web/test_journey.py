"""The journey of questions and the choices about steps."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.situation import UNKNOWN
from overview.web import choices, journey
from overview.wiring import get_portal

TODAY = date(2026, 11, 22)


def test_each_question_is_asked_once_and_then_the_overview_follows() -> None:
    catalogue = get_portal().catalogue
    situation, asked = journey.begin("moving_house"), frozenset[str]()
    seen = []
    while (asking := journey.find_next(journey.list_questions(catalogue, situation, asked))) is not None:
        seen.append(asking.key)
        situation, asked = journey.answer(situation, asking, UNKNOWN), asked | {asking.key}
    assert len(seen) == len(set(seen)) == 1 + len(catalogue.life_events["moving_house"].questions)
    assert situation.life_events[0].on is None


def test_a_household_answer_holds_for_all_events_and_an_event_answer_for_its_own() -> None:
    questions = journey.list_questions(get_portal().catalogue, journey.begin("moving_house"))
    household = next(one for one in questions if one.question.about == "household")
    own = next(one for one in questions if one.question.about == "event" and one.id != "on")
    situation = journey.answer(journey.answer(journey.begin("moving_house"), household, "a"), own, "b")
    assert situation.answers == {household.id: "a"}
    assert situation.life_events[0].answers == {own.id: "b"}


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        (("20", "11", "2026"), date(2026, 11, 20)),
        ((" 1 ", "02", "2027"), date(2027, 2, 1)),
        (("30", "2", "2026"), None),
        (("", "", ""), None),
        (("1", "1", "26"), None),
        (("1", "1", "2037"), None),
        (("een", "twee", "drie"), None),
    ],
)
def test_a_day_in_three_boxes_is_a_day_or_asked_again(
    boxes: tuple[str, str, str], expected: date | None
) -> None:
    assert journey.read_day(*boxes, TODAY) == expected


def test_telling_the_same_thing_again_starts_anew_and_another_thing_is_added() -> None:
    first = journey.begin("moving_house")
    assert journey.tell_also(first, "moving_house") == first
    both = journey.tell_also(first, "birth")
    assert [told.life_event for told in both.life_events] == ["moving_house", "birth"]


def test_the_last_choice_about_a_step_counts_and_can_be_undone() -> None:
    begun = journey.begin("moving_house")
    waiting = choices.choose(begun, "report_move", choices.WAITING, TODAY)
    assert waiting.waiting["report_move"].until == date(2026, 12, 6)
    done = choices.choose(waiting, "report_move", choices.DONE, TODAY)
    assert (dict(done.done), dict(done.waiting)) == ({"report_move": TODAY}, {})
    assert choices.choose(done, "report_move", choices.REOPEN, TODAY) == begun


def test_own_order_can_be_let_go_while_what_is_done_stays() -> None:
    chosen = choices.choose(journey.begin("moving_house"), "a", choices.DONE, TODAY)
    for step_id, choice in (("b", choices.FIRST), ("c", choices.NOT_NEEDED), ("d", choices.LATER)):
        chosen = choices.choose(chosen, step_id, choice, TODAY)
    assert choices.has_own_order(chosen)
    assert not choices.has_own_order(choices.forget_order(chosen))
    assert list(choices.forget_order(chosen).done) == ["a"]


def test_a_choice_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="explode"):
        choices.choose(journey.begin("moving_house"), "a", "explode", TODAY)
