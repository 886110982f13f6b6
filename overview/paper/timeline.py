"""The picture of time: what falls when, as far apart as it is."""

from __future__ import annotations

from overview.paper import marks
from overview.paper.blocks import Block
from overview.paper.canvas import TaggedCanvas
from overview.paper.headings import heading_block
from overview.paper.rows import ColumnsRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence


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
        rows = setter.in_one(own, dutch, "strong", body, width - indent)
        for step in mark.steps:
            rows += setter.rows(
                _numbered(step.number, step.title), "body", body.add("P", step.title.language), width - indent
            )
        apart = base * (0.35 + min(max(mark.share - last, 0.0), 1.0) * 2.5) if index else base * 0.4
        last = mark.share
        is_last = index == len(view.timeline) - 1
        blocks.append(Block((_on_axis(rows, SpaceRow(apart), indent, width, base, index == 0, is_last),)))
    return blocks


def _numbered(number: int | None, title: Sentence) -> Sentence:
    if number is None:
        return title
    return joined([plain_sentence(f"{number}.", title.language), title], " ")


def _on_axis(
    rows: list[Row], apart: SpaceRow, indent: float, width: float, base: float, is_first: bool, is_last: bool
) -> ColumnsRow:
    def draw(canvas: TaggedCanvas, place: Place, height: float) -> None:
        x = place.left_of(base * 0.7, 0)
        # The page may have been set closer since: so the space is asked when it is drawn.
        dot = place.top + apart.height + base * 0.68
        top = dot if is_first else place.top
        bottom = dot if is_last else place.top + height
        with canvas.artifact():
            canvas.path(f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l S", ink="accent", thickness=1.6)
            marks.dot(canvas, x, dot, base * 0.36)

    return ColumnsRow(((indent, width - indent, (apart, *rows)),), rule=draw)
