"""What ends the full sheet: the words used, where it comes from, help from a person."""

from __future__ import annotations

from collections.abc import Sequence

from overview.paper import marks
from overview.paper.blocks import Block, Frame
from overview.paper.canvas import TaggedCanvas
from overview.paper.headings import heading_block
from overview.paper.qr import draw_qr
from overview.paper.rows import ColumnsRow, DrawnRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.text_row import with_lead
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence, Span
from overview.words.view import StepView


def term_blocks(setter: Setter, parent: Tag, cards: Sequence[StepView]) -> list[Block]:
    """The official words of the steps that have a card, each explained; all where no step names its own."""
    view, beside = setter.wording.view, setter.wording.beside
    used = {term.plain for step in cards for term, _ in step.terms}
    if not view.terms:
        return []
    blocks = [heading_block(setter, view.terms_heading, beside.terms_heading if beside else None, parent)]
    terms = parent.list_of()
    chosen = [
        (term, explained, beside.terms[at][1] if beside and at < len(beside.terms) else None)
        for at, (term, explained) in enumerate(view.terms)
        if not used or term.plain in used
    ]
    for told in chosen:
        body = terms.add("LI").add("LBody")
        blocks.append(Block(tuple(setter.defined(*told, body, setter.theme.width))))
    return blocks


def source_block(setter: Setter, parent: Tag, cards: Sequence[StepView]) -> list[Block]:
    """Where each card comes from: its first source and how many more; the addresses are on screen."""
    sourced = [step for step in cards if step.sources]
    if not sourced:
        return []
    wording, language = setter.wording, setter.wording.view.language
    days = {step.sources[0].checked.plain: step.sources[0].checked for step in sourced}
    parts: list[Sentence] = []
    for day, checked in days.items():
        parts.append(checked)
        parts += [_first_source(step) for step in sourced if step.sources[0].checked.plain == day]
    names = (wording.say("source"), wording.say_beside("source"))
    rows = setter.named(names, joined(parts, " ", language), None, parent, setter.theme.width, ink="accent")
    return [Block(tuple(rows), before=setter.theme.base)]


def _first_source(step: StepView) -> Sentence:
    first, *others = step.sources
    number = f"{step.number}. " if step.number is not None else ""
    more = f" (+{len(others)})" if others else ""
    title = (Span(number, "nl"), *first.title.spans, Span(more, "nl"))
    return Sentence(tuple([span for span in title if span.text]), "nl")


def help_block(setter: Setter, parent: Tag, start_url: str) -> Block:
    """Help from a person, and the way to a new overview."""
    view, beside = setter.wording.view, setter.wording.beside
    helped, twin = view.help, beside.help if beside else None
    theme = setter.theme
    qr = theme.base * 8.2 if start_url else 0.0
    width = theme.width - 20 - (qr + theme.base if qr else 0.0)
    rows = setter.said(
        helped.heading, twin.heading if twin else None, parent, "heading", width, kind="H2", keeps=True
    )
    number = plain_sentence(helped.phone, "nl", is_isolate=True)
    link = parent.add("P", "nl").add("Link", "nl")
    called = setter.rows(
        number, "help", link, width, start=theme.base * 1.7, address=f"tel:{helped.tel}", keeps=True
    )
    rows += with_lead(called, marks.phone_lead(setter))
    for name in ("place", "hours", "example"):
        rows += setter.said(
            getattr(helped, name), getattr(twin, name) if twin else None, parent, "body", width
        )
    rows.append(SpaceRow(theme.base * 0.3))
    if start_url:
        rows += address_rows(setter, parent, start_url, width)
    columns: list[tuple[float, float, tuple[Row, ...]]] = [(0.0, width, tuple(rows))]
    if qr:
        columns.append((width + theme.base, qr, (qr_row(setter, parent, start_url, qr),)))
    return Block((ColumnsRow(tuple(columns)),), before=theme.base * 0.7, frame=Frame(2.2, 10.0))


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
