"""What stands where: pages, cards, headings, the fridge sheet, sizes and ink."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from overview.domain.situation import Situation
from overview.paper import PaperPrinter, full_sheet
from overview.paper.blocks import Block, Frame, Part
from overview.paper.flow import fill_pages
from overview.paper.paragraph import lay_out
from overview.paper.pieces import Look, Piece
from overview.paper.rows import ColumnsRow, Place, SpaceRow
from overview.paper.tagging import Tag
from overview.paper.text_row import TextRow
from overview.paper.theme import MARGIN, Theme
from overview.wiring import get_portal
from overview.words.view import OverviewView
from tests.paper.reading import one_line, operators, poppler_text, text_of
from tests.paper.views import make_view, sentence

URL = "https://overzicht.example.nl/start"
PRINTER = PaperPrinter(URL, is_strict=True)
THEME = Theme(14.0, False, True)
ROOM = THEME.bottom - MARGIN


def pages_of(pdf: bytes) -> list[str]:
    return [one_line(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def with_now(view: OverviewView, **changes: object) -> OverviewView:
    """The same overview with each step under Now changed."""
    steps = tuple(replace(step, **changes) for step in view.now)  # type: ignore[arg-type]
    return replace(view, groups=(replace(view.groups[0], steps=steps), *view.groups[1:]))


@pytest.mark.parametrize(("size", "least"), [("normal", 14.0), ("large", 18.0)])
@pytest.mark.parametrize("sheet", ["full", "fridge"])
def test_no_letter_is_smaller_than_promised(size: str, least: float, sheet: str) -> None:
    pdf = PRINTER.print_overview(make_view("ar", 4), make_view("nl", 4), size=size, sheet=sheet)  # type: ignore[arg-type]
    assert min(float(found) for found in re.findall(r"/F\d ([\d.]+) Tf", operators(pdf))) >= least


def test_black_grey_and_one_accent_are_the_only_inks() -> None:
    inks = set(
        re.findall(r"(?:[\d.]+ ){1,3}(?:rg|g)\b", operators(PRINTER.print_overview(make_view("en", 12))))
    )
    assert {ink.strip() for ink in inks} <= {"0 g", "0.29 g", "1 g", "0.043 0.333 0.38 rg"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_heading_of_the_narrow_column_is_not_cut_where_letters_are_large(language: str) -> None:
    portal = get_portal()
    view = portal.build_view(moved(), portal.today(), language)
    heading = portal.words(language).say("Stappen").plain
    assert f"{heading}\n" in text_of(PRINTER.print_overview(view, size="large"))


def moved() -> Situation:
    portal = get_portal()
    return portal.read_situation(
        '{"life_events": [{"id": "moving_house", "on": "2026-11-20"}]}', date(2026, 11, 22)
    )


def test_every_page_names_the_overview_and_its_number() -> None:
    pages = pages_of(PRINTER.print_overview(make_view("nl", 12)))
    for index, page in enumerate(pages):
        assert "Uw overzicht: u gaat verhuizen" in page
        assert f"{index + 1} van {len(pages)}" in page


def test_the_full_sheet_has_warning_cases_terms_help_and_the_way_back() -> None:
    read = one_line(text_of(PRINTER.print_overview(make_view("nl", 12))))
    for words in (
        "Vier dingen kunnen alleen vandaag nog. Bel 14 030.",
        "Gelezen op 22 november 2026 om 10.42 uur.",
        "Nu niet te lezen. Bel 0800-0543.",
        "Aanvullende gegevens opgevraagd",
        "Geld van de overheid om uw huur te betalen.",
        "Vraag een nieuw overzicht na 25 november 2026.",
        URL,
    ):
        assert words in read
    for label in ("Gebeld op", "Gesproken met", "Kenmerk", "Afgesproken"):
        assert read.count(label) == 6


def test_what_can_wait_is_said_in_a_few_lines_and_where_the_rest_is(tmp_path: Path) -> None:
    view = make_view("nl", 12)
    read = one_line(poppler_text(PRINTER.print_overview(view), tmp_path))
    later = [step for step in view.all_steps if step.group not in ("now", "next")]
    assert later
    for step in later:
        assert step.title.plain in read and step.reason.plain in read
    assert read.count("Meer hierover: vraag het bij het loket of maak een nieuw overzicht.") == 1
    assert read.count("Dit heeft u nodig") == len(view.all_steps) - len(later)


def test_a_number_of_two_digits_stands_whole_before_its_step() -> None:
    pages = PdfReader(BytesIO(PRINTER.print_overview(make_view("nl", 40)))).pages
    read = "\n".join(page.extract_text() for page in pages)
    assert all(re.search(rf"^{number}\b", read, re.MULTILINE) for number in range(10, 21))


def test_the_same_language_beside_itself_is_left_out() -> None:
    view = make_view("nl", 3)
    assert PRINTER.print_overview(view, view) == PRINTER.print_overview(view)


def test_a_sentence_that_is_not_translated_stands_there_once_in_dutch() -> None:
    view, dutch = make_view("ar", 1), make_view("nl", 1)
    mixed = with_now(view, what=replace(dutch.now[0].what, is_translated=False))
    read = one_line(text_of(PRINTER.print_overview(mixed, dutch)))
    assert read.count("Alle organisaties van de overheid krijgen dit adres dan ook.") == 1


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", ["normal", "large"])
def test_the_fridge_sheet_is_one_page_with_plain_titles_help_and_the_next_date(
    language: str, size: str
) -> None:
    view = with_now(make_view(language, 12), plain_title=sentence("Bel de gemeente", "nl"))
    pdf = PRINTER.print_overview(view, make_view("nl", 12), size=size, sheet="fridge")  # type: ignore[arg-type]
    (page,) = pages_of(pdf)
    assert page.count("Bel de gemeente") == 3
    assert view.now[0].title.plain not in page
    assert "14 030" in page and URL in page and "0800-0543" in page


def test_what_does_not_fit_on_the_fridge_sheet_is_said_to_be_elsewhere() -> None:
    endless = sentence("Vraag of u minder belasting kunt betalen aan de gemeente " * 20, "nl")
    view = with_now(make_view("nl", 3), plain_title=endless)
    (page,) = pages_of(PRINTER.print_overview(view, size="large", sheet="fridge"))
    assert "Er is meer. Kijk op uw hele overzicht." in page and "…" in page


def test_a_fridge_sheet_without_steps_says_that_nothing_is_needed_now() -> None:
    view = replace(make_view("nl", 3), groups=())
    assert "U hoeft nu niets te doen." in pages_of(PRINTER.print_overview(view, sheet="fridge"))[0]


def block(height: float, *, rows: int = 1, is_heading: bool = False, is_framed: bool = False) -> Block:
    frame = Frame() if is_framed else None
    return Block(tuple(SpaceRow(height / rows, keeps=False) for _ in range(rows)), 5.0, frame, is_heading)


BLOCKS = st.lists(
    st.builds(
        block,
        st.floats(10, 1500),
        rows=st.integers(20, 60),
        is_heading=st.booleans(),
        is_framed=st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(blocks=BLOCKS)
def test_no_row_is_lost_and_none_stands_outside_its_page(blocks: list[Block]) -> None:
    pages = fill_pages(blocks, THEME)
    drawn = [row for page in pages for part in page for row in part.rows]
    assert drawn == [row for made in blocks for row in made.rows]
    for page in pages:
        for part in page:
            assert part.top >= MARGIN and part.top + part.height <= THEME.bottom + 0.1


@settings(max_examples=150, deadline=None)
@given(heights=st.lists(st.floats(20, 700), min_size=1, max_size=12))
def test_a_card_that_fits_on_a_page_is_not_divided(heights: list[float]) -> None:
    cards = [block(height, rows=20, is_framed=True) for height in heights]
    for page in fill_pages(cards, THEME):
        assert all(part.is_first and part.is_last for part in page)


@settings(max_examples=150, deadline=None)
@given(heights=st.lists(st.floats(20, ROOM), min_size=1, max_size=8))
def test_a_heading_moves_along_so_that_the_card_under_it_is_not_divided(heights: list[float]) -> None:
    blocks = [
        made for h in heights for made in (block(40, is_heading=True), block(h, rows=20, is_framed=True))
    ]
    for page in fill_pages(blocks, THEME):
        assert all(part.is_first and part.is_last for part in page)
        assert not page[-1].block.is_heading


def test_a_card_a_little_taller_than_a_page_is_set_closer_and_not_divided() -> None:
    before = block(ROOM * 0.3)
    (first, second) = fill_pages([before, block(ROOM * 1.05, rows=40, is_framed=True)], THEME)
    assert [part.block for part in first] == [before] and before.height == ROOM * 0.3
    assert len(second) == 1 and second[0].is_first and second[0].is_last
    assert len(fill_pages([block(ROOM * 1.3, rows=40, is_framed=True)], THEME)) == 2


@pytest.mark.parametrize(("event", "beside"), [("turning_18", "nl"), ("debts", "nl"), ("moving_house", None)])
def test_no_step_that_fits_on_a_page_is_divided_on_real_sheets(
    event: str, beside: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[list[Part]] = []
    monkeypatch.setattr(full_sheet, "fill_pages", lambda *told: pages.extend(fill_pages(*told)) or pages)
    portal = get_portal()
    told = json.dumps({"life_events": [{"id": event, "on": "2026-11-20"}]})
    situation = portal.read_situation(told, date(2026, 11, 23))
    for language in ("en", "ar"):
        for size in ("normal", "large"):
            pages.clear()
            portal.print_pdf(situation, date(2026, 11, 23), language, beside, size, "full")
            divided = [part.block.height for page in pages for part in page if not part.is_last]
            assert all(height > ROOM for height in divided)


@settings(max_examples=150, deadline=None)
@given(heights=st.lists(st.floats(20, 1400), min_size=1, max_size=8))
def test_a_heading_is_never_the_last_thing_on_a_page(heights: list[float]) -> None:
    blocks = [made for h in heights for made in (block(40, is_heading=True), block(h, rows=60))]
    for page in fill_pages(blocks, THEME):
        assert not page[-1].block.is_heading


def test_what_is_left_of_a_card_says_on_its_next_page_which_step_it_is() -> None:
    view = make_view("nl", 1)
    group = replace(
        view.groups[0], steps=(replace(view.now[0], needs=(sentence("Een brief " * 12, "nl"),) * 40),)
    )
    pages = pages_of(PRINTER.print_overview(replace(view, groups=(group,))))
    again = f"1. {view.now[0].title.plain}"
    assert len(pages) > 2
    assert [at for at, page in enumerate(pages) if again in page][-1] == max(
        at for at, page in enumerate(pages) if "Gebeld op" in page
    )


def test_blank_room_under_the_last_card_of_a_page_gets_lines_to_write_on() -> None:
    card = block(ROOM * 0.6, rows=20, is_framed=True)
    card.spare = lambda blank: SpaceRow(blank / 2)
    full = block(ROOM * 0.9, rows=20, is_framed=True)
    full.spare = card.spare
    first, second = fill_pages([card, full], THEME)
    assert len(first[-1].rows) == 21 and first[-1].top + first[-1].height <= THEME.bottom
    assert len(second[-1].rows) == 20


def test_help_stands_on_the_first_page_where_there_is_room_for_it_and_else_at_the_end() -> None:
    view = make_view("nl", 12)
    crowded = replace(view, warnings=view.warnings * 30)
    for made, page in ((view, 0), (crowded, -1)):
        pages = pages_of(PRINTER.print_overview(made))
        assert [at for at, text in enumerate(pages) if URL in text] == [page % len(pages)]


def test_no_single_line_of_a_paragraph_is_left_behind_or_carried_over() -> None:
    text = lay_out((Piece("woord " * 60, "nl"),), "nl", Look(14.0), 200, False, True)
    row = TextRow(text, 0.0, 200.0, Tag("P"))
    count = text.count
    assert count > 6
    for lines in range(count + 2):
        parts = row.divided(text.leading * lines + 0.5)
        if lines < 2:
            assert parts is None
        else:
            heights = [round(part.height / text.leading) for part in parts or ()]
            assert heights == [min(lines, count - 2), count - min(lines, count - 2)]


def test_columns_are_divided_at_the_same_height_and_only_when_they_may_be() -> None:
    short, long = ([SpaceRow(10.0, keeps=False) for _ in range(count)] for count in (3, 8))
    columns = ((0.0, 50.0, short), (60.0, 50.0, long))
    assert ColumnsRow(columns).divided(45.0) is None
    one, other = ColumnsRow(columns, is_divisible=True).divided(45.0) or (None, None)
    assert one and other and (one.height, other.height) == (40.0, 40.0)
    assert ColumnsRow(columns, is_divisible=True).divided(5.0) is None


def test_a_mirrored_page_is_mirrored_as_a_whole() -> None:
    assert Place(10, 0, 100, is_mirrored=False).left_of(0, 30) == 10
    assert Place(10, 0, 100, is_mirrored=True).left_of(0, 30) == 80
    assert Place(10, 0, 100, is_mirrored=True).inner(20, 50).left == 40


def test_little_that_would_stand_alone_on_the_last_page_joins_the_page_before_when_lines_can_be_closer() -> (
    None
):
    divided = block(ROOM * 1.6, rows=40)
    pages = fill_pages([divided, block(ROOM * 0.45, rows=10)], THEME)
    assert len(pages) == 2
    assert pages[1][0].block is divided
    end = pages[1][-1]
    assert end.top + end.height <= THEME.bottom + 0.01
    assert pages[1][0].top + pages[1][0].height <= end.top + 0.01
    assert len(fill_pages([block(ROOM * 1.6, rows=40), block(ROOM * 0.6, rows=10)], THEME)) == 3
