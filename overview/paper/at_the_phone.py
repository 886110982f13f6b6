"""What one needs at the phone: the ways to do a step, and lines to write on."""

from __future__ import annotations

from dataclasses import replace

from overview.paper import marks
from overview.paper.rows import ColumnsRow, LineRow, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import ChannelView

_WRITTEN = ("called_on", "spoke_to", "reference", "promised")


def channel_rows(
    setter: Setter, channel: ChannelView, dutch: ChannelView | None, body: Tag, width: float
) -> list[Row]:
    """One way to do it: a phone number stands large, a web address is written out."""
    is_phone = channel.target.startswith("tel:")
    indent = setter.theme.base * 1.5 if is_phone else 0.0
    kind = "Link" if channel.target.startswith(("tel:", "https://")) else "P"
    parent = body.add("P", channel.label.language) if kind == "Link" else body
    rows = setter.rows(
        channel.label,
        "big" if is_phone else "body",
        parent.add(kind, channel.label.language),
        width,
        start=indent,
        address=channel.target,
    )
    if is_phone and rows and isinstance(rows[0], LineRow):
        rows[0] = replace(rows[0], lead=marks.phone_lead(setter))
    if dutch and dutch.label.plain != channel.label.plain:
        rows += setter.rows(dutch.label, "beside", body.add("P", "nl"), width, start=indent)
    if channel.target.startswith("https://"):
        address = plain_sentence(channel.target.removeprefix("https://").rstrip("/"), "nl", is_isolate=True)
        if address.plain not in channel.label.plain:
            rows += setter.rows(address, "quiet", body.add("P", "nl"), width)
    rows += setter.said(channel.detail, dutch.detail if dutch else None, body, "body", width, start=indent)
    return rows


def writing_rows(setter: Setter, body: Tag, width: float) -> list[Row]:
    """Lines to write down who said what; a promise one can name is a promise that is kept."""
    rows: list[Row] = [SpaceRow(setter.theme.base * 0.6)]
    gap = setter.theme.base
    half = (width - gap) / 2
    words = [_written_label(setter, key) for key in _WRITTEN]
    widest = max(setter.lay(word, "body", width).widest for word in words)
    column = half if widest < half * 0.62 else width
    cells: list[tuple[Row, ...]] = []
    for word in words:
        tag = body.add("P", word.language)
        text = setter.rows(word, "body", tag, column)
        used = min(setter.lay(word, "body", column).widest + gap * 0.5, column)
        height = setter.theme.base * 1.8
        label = [replace(row, height=height) for row in text if isinstance(row, LineRow)]
        line = marks.writing_line(height, used, column - used)
        cells.append((ColumnsRow(((0.0, column, tuple(label)), (0.0, column, (line,)))),))
    if column == half:
        for at in (0, 2):
            rows.append(
                ColumnsRow(((0.0, half, cells[at]), (half + gap, half, cells[at + 1])), keeps=at == 0)
            )
    else:
        rows += [
            replace(cell[0], keeps=cell is not cells[-1]) for cell in cells if isinstance(cell[0], ColumnsRow)
        ]
    return rows


def _written_label(setter: Setter, key: str) -> Sentence:
    own, dutch = setter.wording.say(key), setter.wording.say_beside(key)
    return joined([own, dutch]) if dutch and dutch.plain != own.plain else own
