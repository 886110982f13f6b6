"""Sentences in a language: what is isolated, what falls back to Dutch, and that it is marked."""

from __future__ import annotations

from datetime import date

import pytest

from i18n.languages import LANGUAGES
from overview.domain.reasons import REASON_CODES
from overview.words.due_words import say_distance
from overview.words.reasons import REASONS
from overview.words.speaking import Words

TODAY = date(2026, 11, 22)


def isolates(language: str, text: str) -> list[str]:
    return [span.text for span in Words(language, TODAY)._plain(text).spans if span.is_isolate]


@pytest.mark.parametrize(
    "run", ["0800-0543", "14 030", "25-11-2026", "€ 12,50", "Dienst Toeslagen", "www.toeslagen.nl"]
)
def test_numbers_amounts_addresses_and_dutch_names_are_isolated_in_arabic(run: str) -> None:
    assert isolates("ar", f"اتصل {run} الآن") == [run]


def test_a_full_stop_after_a_number_belongs_to_the_arabic_sentence() -> None:
    assert isolates("ar", "اتصل 0800-0543.") == ["0800-0543"]


def test_dutch_words_inside_arabic_are_marked_as_dutch_and_numbers_are_not() -> None:
    spans = Words("ar", TODAY)._plain("بدل الإيجار (huurtoeslag) 25").spans
    assert [(s.text, s.language) for s in spans if s.is_isolate] == [("huurtoeslag", "nl"), ("25", "ar")]


def test_nothing_is_isolated_in_a_left_to_right_language() -> None:
    assert isolates("en", "Call 0800-0543") == []


def test_a_sentence_nobody_translated_is_said_in_dutch_and_marked_as_dutch() -> None:
    said = Words("ar", TODAY).say("Deze zin bestaat in geen enkele catalogus van {count}.", count=3)
    assert said.plain == "Deze zin bestaat in geen enkele catalogus van 3."
    assert (said.language, said.is_translated) == ("nl", False)
    assert all(span.is_isolate and span.language == "nl" for span in said.spans)


def test_the_year_is_said_only_when_it_is_not_this_year() -> None:
    words = Words("nl", TODAY)
    assert words.day(date(2026, 11, 25)).plain == "woensdag 25 november"
    assert words.day(date(2027, 1, 4)).plain == "maandag 4 januari 2027"


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_latin_in_every_language(language: str) -> None:
    assert "25" in Words(language, TODAY).day(date(2026, 11, 25)).plain


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, None), (0, None), (1, "morgen"), (2, "nog 2 dagen"), (13, "nog 13 dagen"), (14, "nog 2 weken")],
)
def test_how_far_a_day_is(days: int, said: str | None) -> None:
    found = say_distance(Words("nl", TODAY), date.fromordinal(TODAY.toordinal() + days))
    assert (found.plain if found else None) == said


def test_every_reason_code_has_words() -> None:
    said_by_code = set(REASONS) | {"other_waits", "others_wait", "taken_over"}
    assert set(REASON_CODES) == said_by_code
