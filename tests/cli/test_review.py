"""The review: each life event as one page and one PDF that a lawyer can sign."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest

from overview.domain.steps import Base, Term, Unit
from overview.wiring import get_portal
from overview.words.review_conditions import say_condition
from overview.words.review_view import say_term

TODAY = date(2026, 11, 22)


def test_the_review_shows_rules_conditions_sources_and_doubts_of_every_step() -> None:
    event = get_portal().catalogue.life_events["bereavement"]
    page, printed = get_portal().review("bereavement", TODAY)
    assert printed.startswith(b"%PDF-")
    for step in event.steps:
        assert f"id {step.id}" in page
        for source in step.sources:
            assert source.url.replace("&", "&amp;") in page
        for name in step.applies_if:
            assert escape(say_condition(name, event)) in page
    assert "Termijn volgens de wet" in page
    assert "alleen algemene kennis" in page


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term(5, Unit.DAYS, Base.EVENT), "5 dagen na de dag van de gebeurtenis"),
        (Term(-1, Unit.WEEKS, Base.EVENT), "1 week vóór de dag van de gebeurtenis"),
        (Term(0, Unit.DAYS, Base.DATE, "2027-05-07"), "op 2027-05-07"),
        (Term(6, Unit.WEEKS, Base.STEP, "apply"), "6 weken na de stap: Vraag het aan"),
    ],
)
def test_a_term_is_said_in_words(term: Term, said: str) -> None:
    assert say_term(term, {"apply": "Vraag het aan"}) == said


@pytest.mark.parametrize(
    ("event", "name", "said"),
    [
        (
            "debts",
            "debt_is_not_urgent",
            "het antwoord op \u201cDreigt er iets dat snel gebeurt?\u201d is: Nee",
        ),
        (
            "debts",
            "has_court_day",
            "bij \u201cKreeg u een dagvaarding? Op welke dag is de zitting?\u201d een datum staat",
        ),
    ],
)
def test_a_condition_is_said_as_the_answers_for_which_it_holds(event: str, name: str, said: str) -> None:
    assert say_condition(name, get_portal().catalogue.life_events[event]) == said


def test_no_condition_is_shown_by_its_name_in_the_program() -> None:
    for event in get_portal().catalogue.life_events.values():
        for step in event.steps:
            for name in step.applies_if:
                assert len(say_condition(name, event).split()) > 3, (event.id, step.id, name)
