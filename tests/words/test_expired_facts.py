"""A fact past its review date is never shown silently: plain on that day, labelled the day after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from overview.domain.steps import Confidence
from overview.wiring import get_portal
from overview.words.letter_view import view_help_around, view_letter
from overview.words.sign_view import view_sign
from overview.words.speaking import Words

CATALOGUE: Final = get_portal().catalogue
LABEL: Final = "Wij keken hier te lang niet naar."

Case = tuple[date, Callable[[Words], str]]


def cases() -> list[Case]:
    letter, sign = CATALOGUE.letters["b11"], CATALOGUE.signs[0]
    help_around = CATALOGUE.help_around["relay_service"]
    return [
        (letter.review_on, lambda words: view_letter(words, letter, CATALOGUE).until.plain),
        (sign.review_on, lambda words: view_sign(words, sign, CATALOGUE).check.plain),
        (help_around.review_on, lambda words: view_help_around(words, help_around).how.plain),
    ]


@pytest.mark.parametrize("case", cases(), ids=("letter", "sign", "help"))
def test_a_fact_is_labelled_from_the_day_after_its_review_date(case: Case) -> None:
    review_on, read = case
    assert LABEL not in read(Words("nl", review_on))
    assert LABEL in read(Words("nl", review_on + timedelta(days=1)))


def test_a_letter_without_a_firm_source_says_so() -> None:
    words = Words("nl", date(2026, 11, 26))
    kind = CATALOGUE.letters["b11"]
    unsure = replace(kind, confidence=Confidence.LOW)
    assert "Vraag dit na." in view_letter(words, unsure, CATALOGUE).until.plain
    assert "Vraag dit na." not in view_letter(words, kind, CATALOGUE).until.plain
