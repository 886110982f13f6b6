"""Blocks: what belongs together, and what of it stands on a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import Place, Row


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
