"""Rows: the smallest things that stand on a page and are never divided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from overview.paper.canvas import TaggedCanvas
from overview.paper.line_ops import Line
from overview.paper.tagging import Tag


class Place(NamedTuple):
    """Plek: a column on the page, from the left and the top of the sheet, in points."""

    left: float
    top: float
    width: float
    is_mirrored: bool

    def left_of(self, start: float, width: float) -> float:
        """Left edge of something `width` wide that begins `start` after the reading edge."""
        return self.left + (self.width - start - width if self.is_mirrored else start)

    def inner(self, start: float, width: float, down: float = 0.0) -> Place:
        """A column inside this one."""
        return Place(self.left_of(start, width), self.top + down, width, self.is_mirrored)


class Row(Protocol):
    """Rij: has a height, may ask to stay with the row after it, and draws itself."""

    @property
    def height(self) -> float:
        """Points from top to bottom."""

    @property
    def keeps(self) -> bool:
        """Whether the next row belongs on the same page."""

    def height_at(self, share: float) -> float:
        """Points from top to bottom when lines and spaces get this share of their height."""

    def tighten(self, share: float) -> None:
        """Take up what `height_at` says."""

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw at the top of `place`."""


@dataclass(eq=False, slots=True)
class LineRow:
    """Regel tekst in a column; `lead` is a bullet or icon before it."""

    line: Line
    height: float
    start: float
    width: float
    tag: Tag
    keeps: bool = False
    address: str = ""
    words: str = ""
    lead: Callable[[TaggedCanvas, Place, float], None] | None = None

    def height_at(self, share: float) -> float:
        """That share of it."""
        return self.height * share

    def tighten(self, share: float) -> None:
        """Become that much lower; no letter gets smaller."""
        self.height *= share

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw the line; its baseline is such that capitals stand in the middle."""
        left = place.left_of(self.start, self.width)
        baseline = place.top + self.height / 2 + self.line.size * 0.34
        if self.lead:
            self.lead(canvas, place, baseline)
        canvas.marked_line(self.tag, self.line, left, baseline)
        if self.address:
            right = left + self.line.left + self.line.width
            box = (left + self.line.left, place.top, right, place.top + self.height)
            canvas.link(self.tag, self.address, self.words, box)


@dataclass(eq=False, slots=True)
class SpaceRow:
    """Witruimte."""

    height: float
    keeps: bool = True

    def height_at(self, share: float) -> float:
        """That share of it."""
        return self.height * share

    def tighten(self, share: float) -> None:
        """Become that much lower."""
        self.height *= share

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Nothing to draw."""


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """Tekening: decoration of a given height."""

    height: float
    drawing: Callable[[TaggedCanvas, Place], None]
    keeps: bool = False

    def height_at(self, share: float) -> float:
        """Always its own: room to write or to scan does not get less."""
        return self.height

    def tighten(self, share: float) -> None:
        """Nothing changes."""

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw it."""
        self.drawing(canvas, place)


@dataclass(eq=False, slots=True)
class ColumnsRow:
    """Kolommen naast elkaar: each with its start, its width and its rows; as tall as the tallest."""

    columns: tuple[tuple[float, float, tuple[Row, ...]], ...]
    after: float = 0.0
    keeps: bool = False
    rule: Callable[[TaggedCanvas, Place], None] | None = None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure once: heights are asked for again and again when pages are filled."""
        self.height = self.height_at(1.0)

    def height_at(self, share: float) -> float:
        """That of the tallest column."""
        tallest = max([sum([row.height_at(share) for row in rows]) for _, _, rows in self.columns])
        return tallest + self.after

    def tighten(self, share: float) -> None:
        """Tighten what is in the columns."""
        for _, _, rows in self.columns:
            for row in rows:
                row.tighten(share)
        self.height = self.height_at(1.0)

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw the columns in reading order."""
        for start, width, rows in self.columns:
            draw_rows(rows, canvas, place.inner(start, width))
        if self.rule:
            self.rule(canvas, place)


def height_of(rows: Iterable[Row]) -> float:
    """Points from the top of the first row to the bottom of the last."""
    return sum([row.height for row in rows])


def draw_rows(rows: Iterable[Row], canvas: TaggedCanvas, place: Place) -> None:
    """Draw rows under each other from the top of `place`."""
    left, top, width, is_mirrored = place
    for row in rows:
        row.draw(canvas, Place(left, top, width, is_mirrored))
        top += row.height
