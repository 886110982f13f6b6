"""What a tab remembers: the same words as said afresh, whatever is pressed, and nothing said twice."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from overview.domain.conversation import Agreement
from overview.domain.plan import PlannedStep
from overview.domain.remembered import Remembered
from overview.domain.situation import Occurrence, Situation
from overview.services.make_overview import make_overview
from overview.web import choices
from overview.wiring import get_portal
from overview.words.overview_view import view_overview
from overview.words.paired import PairedWords
from overview.words.speaking import Words
from overview.words.step_view import read_said, view_step
from overview.words.view import OverviewView

TODAY = date(2026, 11, 26)
MOVED = Situation((Occurrence("moving_house", date(2026, 11, 20)), Occurrence("birth", date(2026, 12, 3))))


def view(situation: Situation, words: Words, remembered: Remembered | None = None) -> OverviewView:
    overview = make_overview(situation, get_portal().catalogue, words.today, (), remembered)
    return view_overview(words, overview, remembered)


@pytest.mark.parametrize("choice", sorted(choices.CHOICES))
@pytest.mark.parametrize("beside", ["", "nl"])
def test_after_each_press_a_tab_says_what_a_fresh_one_says(choice: str, beside: str) -> None:
    words = PairedWords("ar", beside, TODAY) if beside else Words("ar", TODAY)
    remembered, situation = Remembered(), MOVED
    for step in view(MOVED, words).all_steps[:8]:
        situation = choices.choose(situation, step.id, choice, TODAY)
        assert view(situation, words, remembered) == view(situation, words)
    situation = choices.forget_order(situation)
    assert view(situation, words, remembered) == view(situation, words)


def test_another_day_or_language_says_all_of_it_anew() -> None:
    remembered = Remembered()
    for words in (
        Words("nl", TODAY),
        Words("en", TODAY),
        Words("en", date(2026, 11, 27)),
        Words("nl", TODAY),
    ):
        assert view(MOVED, words, remembered) == view(MOVED, words)


def test_what_a_press_does_not_change_is_the_same_object() -> None:
    remembered, words = Remembered(), Words("nl", TODAY)
    before = {step.id: step for step in view(MOVED, words, remembered).all_steps}
    last = list(before)[-1]
    after = view(choices.choose(MOVED, last, choices.NOT_NEEDED, TODAY), words, remembered)
    assert last not in {step.id for step in after.all_steps}
    kept = [step.id for step in after.all_steps if step is before[step.id]]
    assert len(kept) > len(before) / 2


def test_nothing_is_remembered_after_clearing() -> None:
    remembered = Remembered()
    first = remembered.take("name", 1, object)
    assert remembered.take("name", 1, object) is first
    assert remembered.take("name", 2, object) is not first
    remembered.clear()
    assert remembered.take("name", 2, object) is not first


def test_who_takes_a_press_back_gets_what_was_said_before_and_no_more_is_kept() -> None:
    remembered = Remembered()
    first = remembered.take("name", 1, object)
    second = remembered.take("name", 2, object)
    assert remembered.take("name", 1, object) is first
    assert remembered.take("name", 2, object) is second
    third = remembered.take("name", 3, object)
    assert remembered.take("name", 2, object) is second
    assert remembered.take("name", 3, object) is third
    assert remembered.take("name", 1, object) is not first


class Watched:
    """A planned step that tells which of its fields were read."""

    def __init__(self, planned: PlannedStep, read: set[str]) -> None:
        self._planned, self._read = planned, read

    def __getattr__(self, name: str) -> object:
        self._read.add(name)
        return getattr(self._planned, name)


def test_all_that_the_words_of_a_step_read_is_looked_at_for_a_change() -> None:
    looked_at: set[str] = set()
    read: set[str] = set()
    catalogue = get_portal().catalogue
    events = tuple(Occurrence(name, date(2026, 11, 20)) for name in catalogue.life_events)
    overview = make_overview(Situation(events), catalogue, TODAY, ())
    agencies = {step.agency.id: step.agency for step in view(Situation(events), Words("nl", TODAY)).all_steps}
    for planned in overview.plan.steps:
        read_said(Watched(planned, looked_at))
        watched = Watched(planned, read)
        agency = agencies[planned.step.agency]
        view_step(Words("nl", TODAY), watched, agency, catalogue, Agreement())  # type: ignore[arg-type]
    assert read
    assert read <= looked_at <= {one.name for one in fields(PlannedStep)}
