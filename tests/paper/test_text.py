"""What is written is what is read: words, numbers and their order, in the text and on the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bidi import algorithm
from hypothesis import given, settings
from hypothesis import strategies as st

from overview.paper import PaperPrinter
from overview.paper.atoms import make_scratch
from overview.paper.bidi import find_levels, resolve_fully, visual_order
from overview.paper.canvas import TaggedCanvas
from overview.paper.paragraph import Paragraph, lay_out, make_lines
from overview.paper.pieces import Look, Piece, pieces_of
from overview.words.text import Sentence
from tests.paper.reading import arabic_words, one_line, picture, poppler_text, text_of
from tests.paper.views import make_view, sentence

PRINTER = PaperPrinter("https://overzicht.example.nl/start", is_strict=True)
VALUES = ("088-1234567", "15-12-2026", "€ 1.234,56", "ZK-2026/0417", "14 030", "3521 AZ")


def told(view_language: str) -> list[Sentence]:
    """Every sentence of the first steps, the help block and the terms."""
    view = make_view(view_language, 3)
    found = [view.title, view.situation, view.made_on, view.renew, view.help.place, view.help.hours]
    found += [explained for _, explained in view.terms]
    for step in view.all_steps:
        found += [step.title, step.reason, step.what, *step.needs, *step.told_conditions]
        found += [text for text in (step.due, step.say, step.otherwise, step.when_late, step.mistake) if text]
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_dutch_and_english_text_is_read_back_as_it_was(language: str, tmp_path: Path) -> None:
    pdf = PRINTER.print_overview(make_view(language, 3))
    for read in (one_line(text_of(pdf)), one_line(poppler_text(pdf, tmp_path))):
        assert [said.plain for said in told(language) if one_line(said.plain) not in read] == []


def test_arabic_text_is_read_back_word_by_word() -> None:
    pdf = PRINTER.print_overview(make_view("ar", 3), make_view("nl", 3))
    words = set().union(*(arabic_words(said.plain) for said in told("ar")))
    assert len(words) > 90
    assert words - arabic_words(text_of(pdf)) == set()


def test_dutch_beside_arabic_is_read_back_too() -> None:
    read = one_line(text_of(PRINTER.print_overview(make_view("ar", 1), make_view("nl", 1), size="large")))
    for said in (make_view("nl", 1).title, make_view("nl", 1).now[0].what):
        assert one_line(said.plain) in read


@pytest.mark.parametrize("value", VALUES)
def test_values_inside_arabic_keep_their_order_in_the_text(value: str, tmp_path: Path) -> None:
    pdf = _page(pieces_of(sentence(f"اتصل بالرقم {{{value}}} قبل يوم الاثنين.", "ar")))
    # pypdf has its own idea of blanks beside right-to-left words.
    assert value.replace(" ", "") in text_of(pdf).replace(" ", "")
    assert value in poppler_text(pdf, tmp_path)


@pytest.mark.parametrize("value", VALUES)
def test_values_inside_arabic_keep_their_order_on_the_page(value: str, tmp_path: Path) -> None:
    pieces = pieces_of(sentence(f"اتصل بالرقم {{{value}}} قبل يوم الاثنين.", "ar"))
    (line,), _ = make_lines(pieces, "ar", Look(14), 500, True, True, make_scratch())
    run = next(run for run in line.runs if run.language == "nl")
    left = line.left + run.x
    width = sum(shape.width for shape in run.shapes) * 14
    alone = lay_out((Piece(value, "nl"),), "nl", Look(14), 500, False, True)
    inside = picture(_page(pieces), tmp_path).crop(_box(left, width))
    assert inside.getextrema()[0] < 60
    assert inside.tobytes() == picture(_drawn(alone, left), tmp_path).crop(_box(left, width)).tobytes()


def test_digits_of_a_date_in_arabic_words_are_not_turned_around(tmp_path: Path) -> None:
    pdf = _page((Piece("آخر موعد يوم الأربعاء 25 نوفمبر 2026", "ar"),))
    assert "25" in text_of(pdf) and "2026" in poppler_text(pdf, tmp_path)


def _box(left: float, width: float) -> tuple[int, int, int, int]:
    dots = 96 / 72
    return (round((left + 40) * dots), round(60 * dots), round((left + width + 40) * dots), round(120 * dots))


def _page(pieces: tuple[Piece, ...]) -> bytes:
    return _drawn(lay_out(pieces, "ar", Look(14), 500, True, True), 0.0)


def _drawn(text: Paragraph, left: float) -> bytes:
    canvas = TaggedCanvas("proef", "ar")
    canvas.marked_text(canvas.root.add("P", "ar"), text, 40 + left, 100)
    canvas.next_page()
    return canvas.save()


ARABIC = st.text("ابتثجحخدسعلمهوي ،.:؟()!-", max_size=30)
MIXED = st.text("ابتسلم abcXY0129-+/.,:;()€%\u064e\u200c\ufffc٣٥'א", max_size=20)


def by_the_book(text: str, base: int) -> bytes:
    """Levels as python-bidi finds them, rule by rule."""
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    algorithm.get_embedding_levels(text, storage)
    for character in storage["chars"]:
        # UAX #9 5.2 keeps joiners by giving them the type of what precedes.
        if character["type"] == "BN":
            character["type"] = "NSM"
    algorithm.calc_level_runs(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return bytes(character["level"] for character in storage["chars"])


@settings(max_examples=500, deadline=None)
@given(text=MIXED, base=st.integers(0, 3))
def test_levels_are_those_of_another_implementation_of_the_algorithm(text: str, base: int) -> None:
    assert resolve_fully(text, base) == by_the_book(text, base)


@settings(max_examples=150, deadline=None)
@given(text=ARABIC, value=st.text("0123456789-/ abc", max_size=12), is_rtl=st.booleans())
def test_the_quick_way_to_levels_equals_the_whole_algorithm(text: str, value: str, is_rtl: bool) -> None:
    whole = text + "\ufffc" + text
    outer = resolve_fully(whole, int(is_rtl))
    inner = resolve_fully(value, (outer[len(text)] + 2) & ~1)
    found = find_levels([(text, False, is_rtl), (value, True, False), (text, False, is_rtl)], is_rtl)
    expected = outer[: len(text)] + inner + outer[len(text) + 1 :]
    assert visual_order(found) == visual_order(expected)


def test_a_line_is_put_in_visual_order_by_level() -> None:
    assert visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert visual_order([0, 1, 1, 0]) == [0, 2, 1, 3]
