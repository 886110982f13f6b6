"""The agencies on the full sheet: a table of who, how to reach them, and for which steps."""

from __future__ import annotations

from collections.abc import Sequence

from overview.paper import marks
from overview.paper.blocks import Block
from overview.paper.canvas import TaggedCanvas
from overview.paper.headings import heading_block
from overview.paper.rows import ColumnsRow, Place, Row, SpaceRow
from overview.paper.setting import LEAST_COLUMN, Setter
from overview.paper.tagging import Tag
from overview.paper.text_row import with_lead
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import AgencyView, PhoneView, StepView

_HEADS = ("agency", "steps")
_STEPS_SHARE = 0.13
"""Of the width, for the numbers of the steps; more where the letters are large: their heading is one word."""
_STEPS_LETTERS = 4.5


def agency_blocks(setter: Setter, parent: Tag, cards: Sequence[StepView]) -> list[Block]:
    """The agencies as a table: who it is and how to reach it, and for which steps."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.agencies:
        return []
    blocks = [
        heading_block(setter, view.agencies_heading, beside.agencies_heading if beside else None, parent)
    ]
    table = parent.add("Table")
    width = setter.theme.width
    far = width - max(width * _STEPS_SHARE, setter.theme.base * _STEPS_LETTERS)
    places = ((0.0, far - setter.theme.base), (far, width - far))
    head = table.add("TR")
    cells = [_head_cell(setter, key, head, size) for (_, size), key in zip(places, _HEADS, strict=True)]
    blocks.append(Block((_ruled(places, cells, 1.4),), is_heading=True))
    twins = {agency.id: agency for agency in beside.agencies} if beside else {}
    # Where to find a number is for those of whom none is known, and is not said twice.
    found_on_cards = {step.agency.id for step in cards if any(way.kind == "phone" for way in step.channels)}
    for agency in view.agencies:
        row = table.add("TR")
        is_told = agency.id in found_on_cards
        cells = [
            _who(setter, agency, twins.get(agency.id), row.add("TD"), places[0][1], is_told=is_told),
            _numbers(setter, agency, row.add("TD"), places[1][1]),
        ]
        blocks.append(Block((_ruled(places, cells, 0.6),)))
    return blocks


def _ruled(places: tuple[tuple[float, float], ...], cells: list[list[Row]], thickness: float) -> ColumnsRow:
    columns = tuple(
        (start, width, (SpaceRow(2.0), *rows)) for (start, width), rows in zip(places, cells, strict=True)
    )

    def draw(canvas: TaggedCanvas, place: Place, height: float) -> None:
        marks.rule(canvas, place, height, thickness=thickness)

    return ColumnsRow(columns, after=2.5, rule=draw)


def _head_cell(setter: Setter, key: str, head: Tag, width: float) -> list[Row]:
    return setter.said(
        setter.wording.say(key), setter.wording.say_beside(key), head.header_cell(), "label", width
    )


def _who(
    setter: Setter, agency: AgencyView, dutch: AgencyView | None, cell: Tag, width: float, *, is_told: bool
) -> list[Row]:
    language = setter.wording.view.language
    named = [agency.name, agency.explained] if agency.explained else [agency.name]
    name = joined(named, language=language)
    own, other = _what(agency, is_told), _what(dutch, is_told) if dutch else None
    rows = setter.defined(name, own, other, cell, width)
    for index, phone in enumerate(agency.phones):
        twin = dutch.phones[index] if dutch and index < len(dutch.phones) else None
        rows += _phone(setter, phone, twin, cell, width)
    return rows


def _what(agency: AgencyView, is_told: bool) -> Sentence:
    """What it does, where to find its number when no card says so, other ways, and its web page."""
    parts = [agency.what]
    if agency.find_phone and not agency.phones and not is_told:
        parts.append(agency.find_phone)
    for way in agency.channels:
        parts += [part for part in (way.label, way.detail) if part]
    if agency.url.startswith("https://"):
        address = agency.url.removeprefix("https://").rstrip("/")
        parts.append(plain_sentence(address, "nl", is_isolate=True))
    return joined(parts, " ")


def _phone(setter: Setter, phone: PhoneView, dutch: PhoneView | None, cell: Tag, width: float) -> list[Row]:
    """The number to call, and beside it whose it is, its hours and what it costs."""
    base = setter.theme.base
    number = plain_sentence(phone.number, "nl", is_isolate=True)
    start = base * 1.5
    used = min(start + setter.lay(number, "big", width - start).widest + base, width)
    link = cell.add("P", "nl").add("Link", "nl")
    made = with_lead(
        setter.rows(number, "big", link, width, start=start, address=f"tel:{phone.tel}"),
        marks.phone_lead(setter),
    )
    told = _told(phone)
    if not told:
        return made
    if width - used < base * LEAST_COLUMN:
        return [*made, *setter.in_one(told, _told(dutch) if dutch else None, "body", cell, width)]
    beside = setter.in_one(told, _told(dutch) if dutch else None, "body", cell, width - used)
    return [ColumnsRow(((0.0, width, tuple(made)), (used, width - used, (SpaceRow(2.0), *beside))))]


def _told(phone: PhoneView) -> Sentence | None:
    parts = [part for part in (phone.label, phone.hours, phone.cost, phone.warning) if part]
    return joined(parts) if parts else None


def _numbers(setter: Setter, agency: AgencyView, cell: Tag, width: float) -> list[Row]:
    language = setter.wording.view.language
    between = "\u060c " if setter.theme.is_mirrored else ", "
    text = between.join(map(str, agency.step_numbers)) or "\u2013"
    return setter.rows(plain_sentence(text, language), "strong", cell.add("P", language), width)
