"""The agencies on the full sheet: a table of who, how to reach them, and for which steps."""

from __future__ import annotations

from dataclasses import replace

from overview.paper import marks
from overview.paper.canvas import TaggedCanvas
from overview.paper.flow import Block
from overview.paper.headings import heading_block
from overview.paper.rows import ColumnsRow, LineRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import plain_sentence
from overview.words.view import AgencyView


def agency_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """The agencies as a table: who it is, how to reach it, which steps."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.agencies:
        return []
    blocks = [
        heading_block(setter, view.agencies_heading, beside.agencies_heading if beside else None, parent)
    ]
    table = parent.add("Table")
    gap, width = setter.theme.base * 0.8, setter.theme.width
    sizes = (width * 0.44 - gap, width * 0.38 - gap, width * 0.18)
    starts = (0.0, width * 0.44, width * 0.82)
    head = table.add("TR")
    columns = [
        (start, size, tuple(_head_cell(setter, key, head, size)))
        for start, size, key in zip(starts, sizes, ("agency", "contact", "steps"), strict=True)
    ]
    blocks.append(Block((_ruled(columns, 1.4),), is_heading=True))
    twins = {agency.id: agency for agency in beside.agencies} if beside else {}
    for agency in view.agencies:
        row = table.add("TR")
        cells = (
            _who(setter, agency, twins.get(agency.id), row.add("TD"), sizes[0]),
            _contact(setter, agency, twins.get(agency.id), row.add("TD"), sizes[1]),
            _numbers(setter, agency, row.add("TD"), sizes[2]),
        )
        columns = [(start, size, tuple(rows)) for start, size, rows in zip(starts, sizes, cells, strict=True)]
        blocks.append(Block((_ruled(columns, 0.6),)))
    return blocks


def _ruled(columns: list[tuple[float, float, tuple[Row, ...]]], thickness: float) -> ColumnsRow:
    top = 5.0
    spaced = tuple((start, width, (SpaceRow(top), *rows)) for start, width, rows in columns)
    height = max(sum(row.height for row in rows) for _, _, rows in spaced) + 4

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        marks.rule(canvas, place, height, thickness=thickness)

    return ColumnsRow(spaced, after=5.0, rule=draw)


def _head_cell(setter: Setter, key: str, head: Tag, width: float) -> list[Row]:
    return setter.said(
        setter.wording.say(key), setter.wording.say_beside(key), head.header_cell(), "label", width
    )


def _who(setter: Setter, agency: AgencyView, dutch: AgencyView | None, cell: Tag, width: float) -> list[Row]:
    rows = setter.rows(agency.name, "strong", cell.add("P", agency.name.language), width)
    if agency.explained:
        rows += setter.rows(agency.explained, "body", cell.add("P", agency.explained.language), width)
    return rows + setter.said(agency.what, dutch.what if dutch else None, cell, "body", width)


def _contact(
    setter: Setter, agency: AgencyView, dutch: AgencyView | None, cell: Tag, width: float
) -> list[Row]:
    rows: list[Row] = []
    for index, phone in enumerate(agency.phones):
        twin = dutch.phones[index] if dutch and index < len(dutch.phones) else None
        tag = cell.add("P", "nl").add("Link", "nl")
        number = plain_sentence(phone.number, "nl", is_isolate=True)
        made = setter.rows(
            number, "big", tag, width, start=setter.theme.base * 1.5, address=f"tel:{phone.tel}"
        )
        if made and isinstance(made[0], LineRow):
            made[0] = replace(made[0], lead=marks.phone_lead(setter))
        rows += made
        for name in ("label", "hours", "cost", "warning"):
            rows += setter.said(
                getattr(phone, name), getattr(twin, name) if twin else None, cell, "body", width
            )
    rows += setter.said(agency.find_phone, dutch.find_phone if dutch else None, cell, "body", width)
    if agency.url.startswith("https://"):
        address = plain_sentence(agency.url.removeprefix("https://").rstrip("/"), "nl", is_isolate=True)
        rows += setter.rows(
            address, "quiet", cell.add("P", "nl").add("Link", "nl"), width, address=agency.url
        )
    return rows


def _numbers(setter: Setter, agency: AgencyView, cell: Tag, width: float) -> list[Row]:
    language = setter.wording.view.language
    between = "\u060c " if setter.theme.is_mirrored else ", "
    text = between.join(map(str, agency.step_numbers)) or "\u2013"
    return setter.rows(plain_sentence(text, language), "strong", cell.add("P", language), width)
