"""Capacity to act, the line of time, and a screen left alone: the small rules of the counter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from overview.domain.capacity import Able, SupportLevel, fit_to_counter, propose_support
from overview.domain.conversation import Agreement, Conversation, Interpreter, StoryMoment, StoryTime
from overview.domain.told import Told
from overview.web.screen.desk import COVER_AFTER, END_AFTER, Desk, Presence, ScreenCode

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HELP = list(SupportLevel)


def propose(*given: Able) -> SupportLevel | None:
    return propose_support(dict(zip(("start", "keep_up", "setback"), given, strict=False)))


@pytest.mark.parametrize(
    ("given", "level"),
    [
        ((Able.YES, Able.YES, Able.YES), SupportLevel.SELF),
        ((Able.YES, Able.SOMETIMES, Able.YES), SupportLevel.SELF),
        ((Able.SOMETIMES, Able.SOMETIMES, Able.YES), SupportLevel.TOGETHER),
        ((Able.YES, Able.NO, Able.YES), SupportLevel.TOGETHER),
        ((Able.NO, Able.SOMETIMES, Able.SOMETIMES), SupportLevel.TOGETHER),
        ((Able.NO, Able.YES, Able.NO), SupportLevel.TAKEN_OVER),
    ],
)
def test_three_answers_propose_how_much_help_fits(given: tuple[Able, ...], level: SupportLevel) -> None:
    assert propose(*given) is level


def test_nothing_is_proposed_before_all_three_are_answered() -> None:
    assert propose() is propose(Able.NO) is propose(Able.NO, Able.NO) is None


def test_who_can_do_less_is_never_offered_less_help() -> None:
    order = list(Able)
    for given in product(Able, repeat=3):
        for at, able in enumerate(given):
            if able is not Able.NO:
                worse = (*given[:at], order[order.index(able) + 1], *given[at + 1 :])
                assert HELP.index(propose(*worse) or SupportLevel.SELF) >= HELP.index(
                    propose(*given) or SupportLevel.SELF
                )


def test_without_case_management_nobody_takes_steps_over() -> None:
    assert fit_to_counter(SupportLevel.TAKEN_OVER, has_case_management=False) is SupportLevel.TOGETHER
    assert fit_to_counter(SupportLevel.TAKEN_OVER, has_case_management=True) is SupportLevel.TAKEN_OVER


def test_there_is_no_choice_for_a_child_who_interprets() -> None:
    assert {str(one) for one in Interpreter} == {
        "not_needed",
        "worker",
        "professional",
        "by_phone",
        "adult",
    }


def test_the_line_runs_from_before_to_expected_in_the_order_of_telling() -> None:
    talk = Conversation("werksaam", "ar")
    for time, text in (
        (StoryTime.EXPECTED, "d"),
        (StoryTime.BEFORE, "a"),
        (StoryTime.NOW, "c"),
        (StoryTime.BEFORE, "b"),
    ):
        talk = talk.tell(StoryMoment(time, Told(text, "ar")))
    assert [moment.told.text for moment in talk.list_line()] == ["a", "b", "c", "d"]


def test_an_agreement_taken_back_leaves_nothing() -> None:
    talk = Conversation("werksaam", "ar").agree("step", Agreement(told=Told("Ja", "nl")))
    assert talk.agree("step", Agreement()) == Conversation("werksaam", "ar")


def make_desk() -> Desk:
    return Desk("session", "actor", "nl", "werksaam", ScreenCode("2468"), NOW)


@pytest.mark.parametrize(
    ("still", "presence"),
    [
        (COVER_AFTER - SECOND, Presence.HERE),
        (COVER_AFTER, Presence.COVERED),
        (END_AFTER - SECOND, Presence.COVERED),
        (END_AFTER, Presence.GONE),
    ],
)
def test_a_screen_left_alone_is_covered_and_then_ended(still: timedelta, presence: Presence) -> None:
    assert make_desk().see(NOW + still) is presence


def test_every_action_starts_the_clock_anew_but_not_on_a_covered_screen() -> None:
    desk = make_desk()
    assert desk.see(NOW + COVER_AFTER - SECOND) is Presence.HERE
    assert desk.see(NOW + 2 * COVER_AFTER - 2 * SECOND) is Presence.HERE
    desk.is_covered = True
    assert desk.see(NOW + 2 * COVER_AFTER) is Presence.COVERED
    assert desk.see(NOW + 2 * COVER_AFTER + END_AFTER) is Presence.GONE


def test_only_the_code_of_this_worker_uncovers_and_five_wrong_ones_end_it() -> None:
    desk = make_desk()
    desk.is_covered = True
    for _ in range(4):
        assert desk.uncover("1357", NOW) is Presence.COVERED
    assert desk.uncover("2468", NOW) is Presence.HERE
    desk.is_covered = True
    for _ in range(4):
        desk.uncover("1357", NOW)
    assert desk.uncover("1357", NOW) is Presence.GONE


@pytest.mark.parametrize("code", ["", "123", "12345", "1111", "12a4", "١٢٣٤"])
def test_a_code_is_four_digits_and_not_four_the_same(code: str) -> None:
    assert not ScreenCode.is_code(code)


def test_the_code_itself_is_nowhere_in_the_desk() -> None:
    assert "2468" not in repr(make_desk()) + repr(vars(make_desk().code))
