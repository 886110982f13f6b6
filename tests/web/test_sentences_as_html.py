"""Sentences in HTML: escaped, foreign parts marked, digits kept left-to-right."""

from __future__ import annotations

from overview.html.renderer import _environment, dial, name_pictogram
from overview.words.text import Sentence, Span


def _show(language: str, sentence: Sentence | None) -> str:
    return _environment(language).from_string("{{ s|sentence }}").render(s=sentence)


def test_what_looks_like_markup_is_shown_as_text() -> None:
    assert _show("nl", Sentence((Span("<b>&", "nl"),), "nl")) == "&lt;b&gt;&amp;"


def test_a_dutch_part_of_an_arabic_page_says_so() -> None:
    said = _show("ar", Sentence((Span("اتصل بـ ", "ar"), Span("Gemeente", "nl", True)), "ar"))
    assert said == 'اتصل بـ <bdi lang="nl" dir="ltr">Gemeente</bdi>'


def test_a_phone_number_keeps_its_order_in_arabic() -> None:
    assert _show("ar", Sentence((Span("0800-0543", "ar", True),), "ar")) == '<bdi dir="ltr">0800-0543</bdi>'


def test_emphasis_and_nothing_at_all() -> None:
    assert _show("nl", Sentence((Span("nu", "nl", is_strong=True),), "nl")) == "<strong>nu</strong>"
    assert _show("nl", None) == ""


def test_a_number_is_dialled_without_its_spaces() -> None:
    assert dial("14 030") == "14030"
    assert dial("+31 55 538 53 85") == "+31555385385"


def test_a_kind_without_a_pictogram_has_the_common_one() -> None:
    assert name_pictogram("tax") == "tax"
    assert name_pictogram("circus") == "other"
