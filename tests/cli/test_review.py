"""The review: each life event as one page and one PDF that a lawyer can sign."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.steps import Base, Term, Unit
from overview.wiring import get_portal
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
            assert name in page
    assert "Termijn volgens de wet" in page
    assert "alleen algemene kennis" in page


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term(5, Unit.DAYS, Base.EVENT), "5 dagen na de dag van de gebeurtenis"),
        (Term(-1, Unit.WEEKS, Base.EVENT), "1 week vóór de dag van de gebeurtenis"),
        (Term(0, Unit.DAYS, Base.DATE, "2027-05-07"), "op 2027-05-07"),
        (Term(6, Unit.WEEKS, Base.STEP, "apply"), "6 weken na stap apply"),
    ],
)
def test_a_term_is_said_in_words(term: Term, said: str) -> None:
    assert say_term(term) == said
