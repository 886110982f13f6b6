"""What ends the full sheet: how the cases stand, the words used, help from a person."""

from __future__ import annotations

from dataclasses import replace

from overview.paper import marks
from overview.paper.canvas import TaggedCanvas
from overview.paper.flow import Block, Frame
from overview.paper.headings import heading_block
from overview.paper.qr import draw_qr
from overview.paper.rows import ColumnsRow, DrawnRow, LineRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import personal, plain_sentence
from overview.words.view import CaseSourceView, CaseView

_CASE_TEXTS = ("title", "status", "own_words", "next", "expected")


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
    # What a register says about a citizen is personal, also where it has no date or number.
    said = {name: personal(getattr(case, name)) for name in _CASE_TEXTS}
    other = {name: personal(getattr(dutch, name)) if dutch else None for name in _CASE_TEXTS}
    rows: list[Row] = [SpaceRow(setter.theme.base * 0.5)]
    rows += setter.said(said["title"], other["title"], part, "strong", width, keeps=True)
    rows += setter.said(said["status"], other["status"], part, "label", width)
    rows += setter.titled("agency_says", said["own_words"], None, part, width)
    for name in ("next", "expected"):
        rows += setter.said(said[name], other[name], part, "body", width)
    return rows


def term_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """The official words used, each explained."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.terms:
        return []
    blocks = [heading_block(setter, view.terms_heading, beside.terms_heading if beside else None, parent)]
    terms = parent.list_of()
    for index, (term, explained) in enumerate(view.terms):
        body = terms.add("LI").add("LBody")
        twin = beside.terms[index][1] if beside and index < len(beside.terms) else None
        blocks.append(Block(tuple(setter.named((term, term), explained, twin, body, setter.theme.width))))
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


def address_rows(
    setter: Setter, parent: Tag, start_url: str, width: float, *, has_dutch: bool = True
) -> list[Row]:
    """The address of the start page in letters, beside its QR code."""
    own, dutch = setter.wording.say("to_start_page"), setter.wording.say_beside("to_start_page")
    rows = setter.said(own, dutch if has_dutch else None, parent, "body", width, keeps=True)
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
