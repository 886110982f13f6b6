"""Without a DigiD, getting one comes first where another step needs it; nothing else is held up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from overview.domain.own_steps import Doer
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation
from overview.services.getting_digid import PHRASE, has_digid, needs_digid, put_digid_first
from overview.services.situation_reader import read_situation
from overview.services.situation_writer import write_situation
from overview.wiring import get_portal
from overview.words.overview_view import build_view

CATALOGUE = get_portal().catalogue
TODAY = date(2026, 11, 22)


def tell(event: str) -> Situation:
    return Situation((Occurrence(event, date(2026, 11, 20)),))


def first_of(situation: Situation) -> str:
    made = build_plan(situation, CATALOGUE, TODAY)
    return next(one.step.agency for one in made.steps if one.position == 1)


@pytest.mark.parametrize("event", sorted(CATALOGUE.life_events))
def test_where_a_step_needs_a_digid_getting_one_comes_first_of_all_that_can_be_done(event: str) -> None:
    situation = put_digid_first(tell(event), CATALOGUE, TODAY)
    made = build_plan(situation, CATALOGUE, TODAY)
    if not any(needs_digid(one.step) for one in made.steps):
        assert situation.pinned == ()
        return
    applying = made.get_step(situation.pinned[0])
    assert applying.step.agency == "digid"
    assert applying.taken_by is Doer.TOGETHER
    if applying.position is not None:
        before = [one for one in made.steps if one.position is not None and one.position < applying.position]
        assert {one.id for one in before} <= set(applying.waits_for)


def test_the_counters_own_step_is_said_in_the_language_of_the_reader_and_travels() -> None:
    situation = put_digid_first(tell("debts"), CATALOGUE, TODAY)
    assert [own.phrase for own in situation.own_steps] == [PHRASE]
    assert read_situation(write_situation(situation), CATALOGUE, TODAY) == situation
    overview = get_portal().make_overview(situation, TODAY)
    title = next(one.title for one in build_view(overview, "en").all_steps if one.id == "own_1")
    assert (title.language, title.is_translated) == ("en", True)


def test_a_digid_after_all_takes_the_step_away_again() -> None:
    situation = put_digid_first(tell("debts"), CATALOGUE, TODAY)
    again = has_digid(situation)
    assert (again.own_steps, again.pinned, again.taken_by) == ((), (), {})


def test_telling_it_twice_adds_one_step() -> None:
    once = put_digid_first(tell("debts"), CATALOGUE, TODAY)
    twice = put_digid_first(replace(once), CATALOGUE, TODAY)
    assert len(twice.own_steps) == 1
    assert first_of(twice) == "digid"


def test_everything_is_on_paper_too_without_a_digid() -> None:
    from overview.domain.conversation import Conversation

    situation = put_digid_first(tell("moving_house"), CATALOGUE, TODAY)
    paper = get_portal().print_together(situation, Conversation("werksaam", "ar"), TODAY, "normal", "fridge")
    assert paper.startswith(b"%PDF")
