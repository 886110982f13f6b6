"""Flow: blocks fill pages; what belongs together stays together as long as it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import Place, Row, divide_rows, height_of
from overview.paper.theme import MARGIN, Theme

TIGHTEST = (0.98, 0.96, 0.94, 0.92, 0.9)
"""Shares of its height that a line may get, when that keeps a block on one page with its heading."""
SQUEEZED = (0.98, 0.96)
"""The same for a page, when that makes room for one more block: less to print and to turn over."""
CLOSER = (*SQUEEZED, 0.94, 0.92)
"""The same where much of the page would stay blank: more than `MUCH`, a share of the page."""
MUCH = 0.3
LEAST_SPARE = 0.15
"""Share of a page that must be blank for a block to use it."""
LEAST_PART = 0.3
"""A block that must be divided begins on a page only with this share of the page left."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Kader om een blok: line in points, space inside, a gutter at the reading edge.

    Without thickness there is one thin line above it.
    """

    thickness: float = 1.0
    padding: float = 12.0
    gutter: float = 0.0
    radius: float = 7.0
    drawing: Callable[[TaggedCanvas, Place], None] | None = None
    least: float = 0.0


@dataclass(eq=False, slots=True)
class Block:
    """Blok: rows that stay together on one page if they fit on one.

    `height` is in points from top to bottom, without the space before; `spare` makes what may follow
    its rows where as many points of the page would stay blank; `again` stands above what is left of it
    on a next page.
    """

    rows: tuple[Row, ...]
    before: float = 0.0
    frame: Frame | None = None
    is_heading: bool = False
    spare: Callable[[float], Row | None] | None = None
    again: Row | None = None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure once."""
        self.height = self.height_at(1.0)

    def height_at(self, share: float) -> float:
        """The height when lines and spaces get this share of theirs."""
        inner = sum([row.height_at(share) for row in self.rows])
        return max(inner, self.frame.least if self.frame else 0.0) + 2 * self.padding

    def tighten(self, share: float) -> None:
        """Set lines and spaces closer, so that the whole stays together."""
        for row in self.rows:
            row.tighten(share)
        self.height = self.height_at(1.0)

    @property
    def padding(self) -> float:
        """Space above and below the rows."""
        return self.frame.padding if self.frame else 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """Deel van een blok op een bladzijde."""

    block: Block
    rows: tuple[Row, ...]
    top: float
    height: float
    is_first: bool
    is_last: bool

    def height_at(self, share: float) -> float:
        """The height when lines and spaces get this share of theirs."""
        if self.is_first and self.is_last:
            return self.block.height_at(share)
        return sum([row.height_at(share) for row in self.rows]) + 2 * self.block.padding

    def tightened(self, share: float, top: float) -> Part:
        """The same part at `top`, with its lines and spaces set closer."""
        height = self.height_at(share)
        for row in self.rows:
            row.tighten(share)
        return replace(self, top=top, height=height)


def fill_pages(blocks: Sequence[Block], theme: Theme) -> list[list[Part]]:
    """The parts of the blocks on each page."""
    room = theme.room
    _tighten(blocks, room)
    pages: list[list[Part]] = [[]]
    top = MARGIN
    is_squeezed = False
    for index, block in enumerate(blocks):
        before = block.before if pages[-1] else 0.0
        is_under_heading = bool(pages[-1]) and pages[-1][-1].block.is_heading
        # The heading has made sure that enough of this block fits under it.
        needed = 0.0 if is_under_heading else _needed(blocks, index, room)
        if pages[-1] and top + before + needed > theme.bottom + 0.01:
            squeezed = None if is_squeezed else _squeezed(pages[-1], blocks, index, room)
            if squeezed:
                is_squeezed = True
                pages[-1] = squeezed
                top = squeezed[-1].top + squeezed[-1].height
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


def _squeezed(page: Sequence[Part], blocks: Sequence[Block], index: int, room: float) -> list[Part] | None:
    """The page set a little closer, where that makes room for the next block with its headings."""
    coming = blocks[index:]
    # A last page with little on it is worth more than any other, and a blank half more than a strip.
    is_little = sum([block.before + block.height for block in coming]) < room / 2
    if not is_little:
        end = next((at for at in range(index, len(blocks)) if not blocks[at].is_heading), len(blocks) - 1)
        coming = blocks[index : end + 1]
    between = sum([part.block.before for part in page[1:]]) + sum([block.before for block in coming])
    blank = room + MARGIN - page[-1].top - page[-1].height
    for share in TIGHTEST if is_little else CLOSER if blank > MUCH * room else SQUEEZED:
        used = sum([part.height_at(share) for part in page]) + sum(
            [block.height_at(share) for block in coming]
        )
        if used + between > room:
            continue
        for block in coming:
            block.tighten(share)
        made: list[Part] = []
        top = MARGIN
        for part in page:
            top += part.block.before if made else 0.0
            made.append(part.tightened(share, top))
            top += made[-1].height
        return made
    return None


def _tighten(blocks: Sequence[Block], room: float) -> None:
    """Set closer what is a little too tall to stand on one page, together with the headings above it."""
    together: list[Block] = []
    for block in blocks:
        together.append(block)
        if not block.is_heading:
            fit_on_a_page(together, room)
            together = []


def fit_on_a_page(blocks: Sequence[Block], room: float) -> bool:
    """Whether these blocks stand on one page, set closer when that is what it takes."""
    between = sum([later.before for later in blocks[1:]])
    if sum([one.height for one in blocks]) + between <= room:
        return True
    for share in TIGHTEST:
        if sum([one.height_at(share) for one in blocks]) + between <= room:
            for one in blocks:
                one.tighten(share)
            return True
    return False


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
