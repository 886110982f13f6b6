"""Flow: blocks fill pages; what belongs together stays together as long as it can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overview.paper.blocks import Block, Part
from overview.paper.closeness import squeezed, tighten
from overview.paper.rows import Row, divide_rows, height_of
from overview.paper.theme import MARGIN, Theme

LEAST_SPARE = 0.15
"""Share of a page that must be blank for a block to use it."""
LEAST_PART = 0.3
"""A block that must be divided begins on a page only with this share of the page left."""


def fill_pages(blocks: Sequence[Block], theme: Theme) -> list[list[Part]]:
    """The parts of the blocks on each page."""
    room = theme.room
    tighten(blocks, room)
    pages: list[list[Part]] = [[]]
    top = MARGIN
    is_squeezed = False
    for index, block in enumerate(blocks):
        before = block.before if pages[-1] else 0.0
        is_under_heading = bool(pages[-1]) and pages[-1][-1].block.is_heading
        # The heading has made sure that enough of this block fits under it.
        needed = 0.0 if is_under_heading else _needed(blocks, index, room)
        if pages[-1] and top + before + needed > theme.bottom + 0.01:
            closer = None if is_squeezed else squeezed(pages[-1], blocks, index, room)
            if closer:
                is_squeezed = True
                pages[-1] = closer
                top = closer[-1].top + closer[-1].height
                before = block.before
            else:
                is_squeezed = False
                pages.append([])
                top, before = MARGIN, 0.0
        top += before
        if top + block.height <= theme.bottom + 0.01:
            pages[-1].append(Part(block, block.rows, top, block.height, True, True))
            top += block.height
            continue
        is_squeezed = False
        top = _divide(block, pages, top, theme)
    for page in pages:
        page[-1] = _filled(page[-1], theme)
    return pages


def _filled(part: Part, theme: Theme) -> Part:
    """The last part of a page with what its block has for blank room; not where little is blank."""
    blank = theme.bottom - part.top - part.height
    if not part.is_last or not part.block.spare or blank < LEAST_SPARE * theme.room:
        return part
    row = part.block.spare(blank)
    return replace(part, rows=(*part.rows, row), height=part.height + row.height) if row else part


def _needed(blocks: Sequence[Block], index: int, room: float) -> float:
    """What must still fit for this block to begin here: all of it, or its least part."""
    block = blocks[index]
    height = block.height if block.height <= room else LEAST_PART * room
    if block.is_heading and index + 1 < len(blocks):
        both = height + blocks[index + 1].before + _needed(blocks, index + 1, room)
        return both if both <= room else height + LEAST_PART * room
    return height


def _divide(block: Block, pages: list[list[Part]], top: float, theme: Theme) -> float:
    rows: Sequence[Row] = block.rows
    is_first = True
    while rows:
        above = (block.again,) if block.again and not is_first else ()
        space = theme.bottom - top - 2 * block.padding - height_of(above)
        taken, left = divide_rows(rows, space)
        if not taken and pages[-1]:
            pages.append([])
            top = MARGIN
            continue
        if not taken:
            taken, left = rows[:1], rows[1:]
        rows, taken = left, (*above, *taken)
        height = height_of(taken) + 2 * block.padding
        pages[-1].append(Part(block, taken, top, height, is_first, not rows))
        top += height
        is_first = False
        if rows:
            pages.append([])
            top = MARGIN
    return top
