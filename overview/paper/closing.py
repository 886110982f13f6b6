"""What follows the steps on the full sheet: time, agencies, cases, terms, help."""

from __future__ import annotations

from dataclasses import replace

from overview.paper import marks
from overview.paper.canvas import TaggedCanvas
from overview.paper.flow import Block, Frame
from overview.paper.qr import draw_qr
from overview.paper.rows import ColumnsRow, DrawnRow, LineRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import AgencyView, CaseSourceView, CaseView


def heading_block(setter: Setter, own: Sentence, dutch: Sentence | None, parent: Tag) -> Block:
    """A heading of the sheet, kept with what stands under it."""
    rows = setter.said(own, dutch, parent, "heading", setter.theme.width, kind="H2", keeps=True)
    return Block(tuple(rows), before=setter.theme.base * 1.6, is_heading=True)


def timeline_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """The picture of time: one line from today onwards, the days on it as far apart as they are."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.timeline:
        return []
    blocks = [
        heading_block(setter, view.timeline_heading, beside.timeline_heading if beside else None, parent)
    ]
    days = parent.list_of()
    base, width = setter.theme.base, setter.theme.width
    indent = base * 2.2
    last = 0.0
    for index, mark in enumerate(view.timeline):
        body = days.add("LI").add("LBody")
        twin = beside.timeline[index] if beside and index < len(beside.timeline) else None
        own = joined([mark.day, mark.distance], " \u2013 ")
        dutch = joined([twin.day, twin.distance], " \u2013 ") if twin else None
        rows = setter.said(own, dutch, body, "strong", width - indent, keeps=True)
        for step in mark.steps:
            rows += setter.rows(
                _numbered(step.number, step.title), "body", body.add("P", step.title.language), width - indent
            )
        apart = base * (0.5 + min(max(mark.share - last, 0.0), 1.0) * 9) if index else base * 0.4
        last = mark.share
        is_last = index == len(view.timeline) - 1
        blocks.append(Block((_on_axis(rows, apart, indent, width, base, index == 0, is_last),)))
    return blocks


def _numbered(number: int | None, title: Sentence) -> Sentence:
    if number is None:
        return title
    return joined([plain_sentence(f"{number}.", title.language), title], " ")


def _on_axis(
    rows: list[Row], apart: float, indent: float, width: float, base: float, is_first: bool, is_last: bool
) -> ColumnsRow:
    height = sum(row.height for row in rows)

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        x = place.left_of(base * 0.7, 0)
        dot = place.top + apart + base * 0.68
        top = dot if is_first else place.top
        bottom = dot if is_last else place.top + apart + height
        r = base * 0.36
        k = r * 0.5523
        circle = (
            f"{x + r:.2f} {dot:.2f} m {x + r:.2f} {dot + k:.2f} {x + k:.2f} {dot + r:.2f} {x:.2f} {dot + r:.2f} c "
            f"{x - k:.2f} {dot + r:.2f} {x - r:.2f} {dot + k:.2f} {x - r:.2f} {dot:.2f} c "
            f"{x - r:.2f} {dot - k:.2f} {x - k:.2f} {dot - r:.2f} {x:.2f} {dot - r:.2f} c "
            f"{x + k:.2f} {dot - r:.2f} {x + r:.2f} {dot - k:.2f} {x + r:.2f} {dot:.2f} c f"
        )
        with canvas.artifact():
            canvas.path(f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l S", ink="accent", thickness=1.6)
            canvas.path(circle, ink="accent")

    return ColumnsRow(((indent, width - indent, (SpaceRow(apart), *rows)),), rule=draw)


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


def case_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """How the cases stand, per source, with when it was read or why it could not be."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.cases:
        return []
    blocks = [heading_block(setter, view.cases_heading, beside.cases_heading if beside else None, parent)]
    for index, source in enumerate(view.cases):
        twin = beside.cases[index] if beside and index < len(beside.cases) else None
        blocks.append(_source_block(setter, source, twin, parent.add("Sect")))
    return blocks


def _source_block(setter: Setter, source: CaseSourceView, dutch: CaseSourceView | None, part: Tag) -> Block:
    width = setter.theme.width - 24
    rows = setter.rows(source.agency, "step_title", part.add("H3", source.agency.language), width, keeps=True)
    rows += setter.said(source.read, dutch.read if dutch else None, part, "quiet", width, keeps=True)
    rows += setter.said(source.problem, dutch.problem if dutch else None, part, "strong", width)
    for index, case in enumerate(source.cases):
        twin = dutch.cases[index] if dutch and index < len(dutch.cases) else None
        rows += _case_rows(setter, case, twin, part, width)
    return Block(tuple(rows), before=setter.theme.base * 0.6, frame=Frame(0.8, 12.0))


def _case_rows(setter: Setter, case: CaseView, dutch: CaseView | None, part: Tag, width: float) -> list[Row]:
    rows: list[Row] = [SpaceRow(setter.theme.base * 0.5)]
    rows += setter.said(case.title, dutch.title if dutch else None, part, "strong", width, keeps=True)
    rows += setter.said(case.status, dutch.status if dutch else None, part, "label", width)
    rows += setter.titled("agency_says", case.own_words, None, part, width)
    rows += setter.said(case.next, dutch.next if dutch else None, part, "body", width)
    return rows + setter.said(case.expected, dutch.expected if dutch else None, part, "body", width)


def term_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """The official words used, each explained."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.terms:
        return []
    blocks = [heading_block(setter, view.terms_heading, beside.terms_heading if beside else None, parent)]
    terms = parent.list_of()
    for index, (term, explained) in enumerate(view.terms):
        item = terms.add("LI")
        twin = beside.terms[index][1] if beside and index < len(beside.terms) else None
        rows = setter.rows(term, "strong", item.add("Lbl", term.language), setter.theme.width, keeps=True)
        rows += setter.said(explained, twin, item.add("LBody"), "body", setter.theme.width)
        blocks.append(Block(tuple(rows), before=setter.theme.base * 0.5))
    return blocks


def help_block(setter: Setter, parent: Tag, start_url: str) -> Block:
    """Help from a person, when the sheet was made, and the way to a new one."""
    view, beside = setter.wording.view, setter.wording.beside
    helped, twin = view.help, beside.help if beside else None
    theme = setter.theme
    qr = theme.base * 8.2 if start_url else 0.0
    width = theme.width - 32 - (qr + theme.base if qr else 0.0)
    rows = setter.said(
        helped.heading, twin.heading if twin else None, parent, "heading", width, kind="H2", keeps=True
    )
    number = plain_sentence(helped.phone, "nl", is_isolate=True)
    link = parent.add("P", "nl").add("Link", "nl")
    called = setter.rows(
        number, "help", link, width, start=theme.base * 1.7, address=f"tel:{helped.tel}", keeps=True
    )
    if called and isinstance(called[0], LineRow):
        called[0] = replace(called[0], lead=marks.phone_lead(setter))
    rows += called
    for name in ("place", "hours", "example"):
        rows += setter.said(
            getattr(helped, name), getattr(twin, name) if twin else None, parent, "body", width
        )
    rows.append(SpaceRow(theme.base * 0.5))
    for name in ("made_on", "renew"):
        rows += setter.said(
            getattr(view, name), getattr(beside, name) if beside else None, parent, "body", width
        )
    if start_url:
        rows += address_rows(setter, parent, start_url, width)
    columns: list[tuple[float, float, tuple[Row, ...]]] = [(0.0, width, tuple(rows))]
    if qr:
        columns.append((width + theme.base, qr, (qr_row(setter, parent, start_url, qr),)))
    return Block((ColumnsRow(tuple(columns)),), before=theme.base * 1.6, frame=Frame(2.2, 16.0))


def address_rows(setter: Setter, parent: Tag, start_url: str, width: float) -> list[Row]:
    """The address of the start page in letters, beside its QR code."""
    own, dutch = setter.wording.say("to_start_page"), setter.wording.say_beside("to_start_page")
    rows = setter.said(own, dutch, parent, "body", width, keeps=True)
    address = plain_sentence(start_url, "nl", is_isolate=True, is_strong=True)
    return rows + setter.rows(
        address, "body", parent.add("P", "nl").add("Link", "nl"), width, address=start_url
    )


def qr_row(setter: Setter, parent: Tag, start_url: str, size: float) -> Row:
    """The QR code as a row."""
    words = setter.wording.say("qr_alternative", address=start_url)
    figure = parent.add("Figure", words.language, alternative=words.plain)

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        draw_qr(canvas, start_url, figure, place.left_of(0, size), place.top, size)

    return DrawnRow(size, draw)
