"""Whatever the text: bounded work, nothing read, nothing clicked, nothing kept, no empty boxes."""

from __future__ import annotations

import builtins
import gc
import io
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from i18n.dates import calendar_words
from overview.paper import PaperPrinter
from overview.paper.atoms import KEPT_WORDS, count_kept_words, kept_words, learn, make_scratch
from overview.paper.canvas import TaggedCanvas
from overview.paper.clean import MAX_SENTENCE, cleaned
from overview.paper.paragraph import KEPT_PARAGRAPHS, forget_kept, kept_paragraphs, lay_out, make_lines
from overview.paper.pieces import Look, Piece, pieces_of
from overview.paper.typefaces import MissingCharacterError
from overview.paper.wording import personal
from overview.words.speaking import Words
from overview.words.text import Sentence, Span
from overview.words.view import OverviewView
from tests.paper.reading import one_line, text_of
from tests.paper.views import make_view, sentence

PRINTER = PaperPrinter("https://overzicht.example.nl/start", is_strict=True)
CUT = "Hier past niet alle tekst. Vraag ernaar bij het loket."


def with_what(text: str, language: str = "nl", **marks: bool) -> OverviewView:
    """An overview of one step that says `text`."""
    view = make_view(language, 1)
    said = Sentence((Span(text, language, **marks),), language)
    group = replace(view.groups[0], steps=(replace(view.now[0], what=said),))
    return replace(view, groups=(group,))


@pytest.mark.parametrize(
    ("text", "language"),
    [("a" * 100_000, "nl"), ("الكلمة " * 4_000, "ar"), ("ط" * 28_000, "ar"), ("1-" * 50_000, "nl")],
)
def test_endless_text_is_cut_with_a_line_that_says_so(text: str, language: str) -> None:
    setting = ((Piece(text, language),), language, Look(14), 400, language == "ar", True)
    made = lay_out(*setting)
    lines, _ = make_lines(*setting, make_scratch())
    drawn = sum(len(shape.codes) for line in lines for run in line.runs for shape in run.shapes)
    assert made.is_cut and drawn <= MAX_SENTENCE + 1
    assert all(width <= 400.1 for width in made.widths)
    view = with_what(text, language)
    read = one_line(text_of(PRINTER.print_overview(view)))
    assert (view.words["text_cut"].plain if language == "nl" else "النص") in read


def test_a_long_list_and_many_steps_are_cut_with_a_line_that_says_so() -> None:
    view = make_view("nl", 40)
    many = replace(view.groups[1], steps=view.groups[1].steps * 4)
    read = one_line(text_of(PRINTER.print_overview(replace(view, groups=(view.groups[0], many)))))
    assert "Hier staan 60 stappen. Vraag naar de rest bij het loket." in read
    needy = replace(view.now[0], needs=(sentence("Een brief", "nl"),) * 90)
    read = one_line(
        text_of(PRINTER.print_overview(replace(view, groups=(replace(view.groups[0], steps=(needy,)),))))
    )
    assert read.count("Een brief") == 40 and CUT in read


def test_control_and_direction_characters_never_reach_the_paper() -> None:
    nasty = "a\x00b\x1b\u202ec\u2066d\u200fe\ud800f\ufeffg\u00adh\ue000i\tj\nk\u061cl"
    assert cleaned(nasty) == "abcdefghi j kl"
    assert cleaned("می\u200cتوانید") == "می\u200cتوانید"
    assert cleaned("e\u0301") == "é"
    assert "abcdefghi j kl" in one_line(text_of(PRINTER.print_overview(with_what(nasty))))


@pytest.mark.parametrize(
    "text",
    [
        '<img src="/etc/passwd"/>',
        '<a href="javascript:alert(1)">x</a>',
        "a<b & c </para> [[[getattr",
        ") Tj ET Q (",
        "\\) /Lang (x) >> BDC",
        "{page} {0} %s",
    ],
)
def test_markup_and_operators_in_a_text_are_only_text(text: str) -> None:
    assert text in one_line(text_of(PRINTER.print_overview(with_what(text))))


def test_printing_opens_no_file_and_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    view, beside = make_view("ar", 3), make_view("nl", 3)
    whole = PRINTER.print_overview(view, beside)

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the paper opened something")

    for module, name in ((builtins, "open"), (io, "open")):
        monkeypatch.setattr(module, name, refuse)
    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    forget_kept()
    assert PRINTER.print_overview(view, beside) == whole


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://example.org", "data:x"]
)
def test_only_web_pages_and_phones_can_be_clicked(address: str) -> None:
    canvas = TaggedCanvas("proef", "nl")
    canvas.link(canvas.root.add("P"), address, "woorden", (0, 0, 9, 9))
    view = make_view("nl", 1)
    channel = replace(view.now[0].channels[1], target=address)
    group = replace(view.groups[0], steps=(replace(view.now[0], channels=(channel,)),))
    pdf = PRINTER.print_overview(replace(view, groups=(group,)))
    found = [
        str(note["/A"]["/URI"])
        for page in PdfReader(BytesIO(pdf)).pages
        for note in (entry.get_object() for entry in page.get("/Annots", []))
    ]
    assert found and all(uri.startswith(("https://", "tel:")) for uri in found)


def test_a_missing_character_is_an_error_in_tests_and_a_mark_in_production() -> None:
    view = with_what("Straat 漢 12")
    with pytest.raises(MissingCharacterError, match=r"U\+6F22"):
        PRINTER.print_overview(view)
    assert "Straat \ufffd 12" in one_line(text_of(PaperPrinter().print_overview(view)))


def test_nothing_a_citizen_says_and_no_value_is_kept() -> None:
    forget_kept()
    said = Sentence((Span("Jansen ", "nl", is_personal=True), Span("Gemeente", "nl", is_isolate=True)), "nl")
    case = make_view("nl", 1).cases[0].cases[0]
    for pieces in (
        pieces_of(said),
        pieces_of(sentence("Uiterlijk {25 november}", "nl")),
        pieces_of(Words("ar", date(2026, 11, 22)).day(date(2026, 11, 25))),
        pieces_of(Words("nl", date(2026, 11, 22)).say("Stap {number}", number="Jansen")),
        (Piece("Piet", "nl", is_personal=True),),
        *(pieces_of(text) for text in (personal(case.title), personal(case.own_words)) if text),
    ):
        lay_out(pieces, "nl", Look(14), 300, False, True)
    assert len(kept_paragraphs) == 0
    kept = count_kept_words()
    lay_out((Piece("Jansen Piet", "nl", is_personal=True),), "nl", Look(14), 300, False, True)
    assert count_kept_words() == kept
    lay_out((Piece("Geef uw adres door", "nl"),), "nl", Look(14), 300, False, True)
    assert len(kept_paragraphs) == 1


def test_the_names_of_the_calendar_are_known_ahead_and_a_date_adds_nothing_to_them() -> None:
    forget_kept()
    learn(calendar_words("nl"), "nl")
    known = set(kept_words)
    date_of_someone = pieces_of(Words("nl", date(2026, 11, 22)).day(date(2026, 12, 3)))
    lay_out(date_of_someone, "nl", Look(14), 300, False, False)
    more = {word[0] for word in set(kept_words) - known}
    assert {"december", "donderdag"} <= {word[0] for word in known}
    assert more <= {" ", "3"}


def test_what_is_kept_is_bounded() -> None:
    forget_kept()
    for index in range(KEPT_PARAGRAPHS + 300):
        word = "".join(chr(97 + int(digit)) for digit in str(index))
        lay_out((Piece(f"{word} {word[::-1]}b", "nl"),), "nl", Look(14), 300, False, True)
        assert len(kept_paragraphs) <= KEPT_PARAGRAPHS
    assert len(kept_paragraphs) == 300
    assert count_kept_words() <= KEPT_WORDS
    forget_kept()


def test_a_document_leaves_nothing_for_the_garbage_collector() -> None:
    view, beside = make_view("ar", 12), make_view("nl", 12)
    PRINTER.print_overview(view, beside)
    gc.collect()
    gc.disable()
    try:
        PRINTER.print_overview(view, beside)
        assert gc.collect() < 100
    finally:
        gc.enable()


@pytest.mark.parametrize("sheet", ["full", "fridge"])
def test_the_file_is_read_by_a_strict_reader_without_a_word(
    sheet: str, caplog: pytest.LogCaptureFixture
) -> None:
    pdf = PRINTER.print_overview(make_view("ar", 12), make_view("nl", 12), sheet=sheet)  # type: ignore[arg-type]
    reader = PdfReader(BytesIO(pdf), strict=True)
    assert all(page.extract_text() for page in reader.pages)
    assert reader.metadata and reader.metadata.title
    assert caplog.records == []


def test_the_same_overview_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "from hashlib import sha256\n"
        "from overview.paper import PaperPrinter\n"
        "from tests.paper.views import make_view\n"
        "p = PaperPrinter('https://overzicht.example.nl/start')\n"
        "print(sha256(p.print_overview(make_view('ar', 3), make_view('nl', 3))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    PRINTER.print_overview(make_view("en", 3))
    here = sha256(PRINTER.print_overview(make_view("ar", 3), make_view("nl", 3))).hexdigest()
    assert found == {here}


def test_after_loading_ahead_the_first_document_waits_for_no_font_and_no_writer() -> None:
    program = (
        "import sys\n"
        "from overview.paper import PaperPrinter, load_ahead\n"
        "from overview.paper.embedding import _common_parts\n"
        "from tests.paper.views import make_view\n"
        "load_ahead()\n"
        "loaded, fonts = set(sys.modules), _common_parts.cache_info().misses\n"
        "PaperPrinter().print_overview(make_view('ar', 3), make_view('nl', 3))\n"
        "more = {name for name in set(sys.modules) - loaded if name.startswith(('overview', 'reportlab'))}\n"
        "print(more, fonts, _common_parts.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set() 4 4"
