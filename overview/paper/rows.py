"""Rows: what stands under each other on a page. Only text is ever divided, between its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from overview.paper.canvas import TaggedCanvas


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

    def divided(self, space: float) -> tuple[Row, Row] | None:
        """What fits in `space` points and what is left, where it can be divided so."""

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw at the top of `place`."""


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

    def divided(self, space: float) -> None:
        """Never."""

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Nothing to draw."""


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """Tekening of a given height."""

    height: float
    drawing: Callable[[TaggedCanvas, Place], None]
    keeps: bool = False

    def height_at(self, share: float) -> float:
        """Always its own: room to write or to scan does not get less."""
        return self.height

    def tighten(self, share: float) -> None:
        """Nothing changes."""

    def divided(self, space: float) -> None:
        """Never."""

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw it."""
        self.drawing(canvas, place)


Column = tuple[float, float, Sequence[Row]]
"""Start and width in points, and what stands in it."""


@dataclass(eq=False, slots=True)
class ColumnsRow:
    """Kolommen naast elkaar: each with its start, its width and its rows; as tall as the tallest.

    `rule` draws over or under it; it is told the height that the columns have come to.
    """

    columns: Sequence[Column]
    after: float = 0.0
    keeps: bool = False
    rule: Callable[[TaggedCanvas, Place, float], None] | None = None
    is_divisible: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure once: heights are asked for again and again when pages are filled."""
        self.height = max([sum([row.height for row in rows]) for _, _, rows in self.columns]) + self.after

    def height_at(self, share: float) -> float:
        """That of the tallest column."""
        tallest = max([sum([row.height_at(share) for row in rows]) for _, _, rows in self.columns])
        return tallest + self.after

    def tighten(self, share: float) -> None:
        """Tighten what is in the columns."""
        for _, _, rows in self.columns:
            for row in rows:
                row.tighten(share)
        self.__post_init__()

    def divided(self, space: float) -> tuple[Row, Row] | None:
        """Each column divided at the same height, where each has something on both sides of it or is out."""
        if not self.is_divisible:
            return None
        parts = [divide_rows(rows, space) for _, _, rows in self.columns]
        if any([left and not taken for taken, left in parts]) or not any([left for _, left in parts]):
            return None
        one, other = (
            [(start, width, part[at]) for (start, width, _), part in zip(self.columns, parts, strict=True)]
            for at in (0, 1)
        )
        return replace(self, columns=one, keeps=False), replace(self, columns=other)

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw the columns in reading order."""
        for start, width, rows in self.columns:
            draw_rows(rows, canvas, place.inner(start, width))
        if self.rule:
            self.rule(canvas, place, self.height)


def divide_rows(rows: Sequence[Row], space: float) -> tuple[Sequence[Row], Sequence[Row]]:
    """What fits in `space` points, if it can not ending with a row that keeps, and the rest."""
    used, count = 0.0, 0
    while count < len(rows) and used + rows[count].height <= space:
        used += rows[count].height
        count += 1
    if count == len(rows):
        return rows, ()
    parts = rows[count].divided(space - used)
    if parts:
        return [*rows[:count], parts[0]], [parts[1], *rows[count + 1 :]]
    nice = count
    while nice > 0 and rows[nice - 1].keeps:
        nice -= 1
    cut = nice or count
    return rows[:cut], rows[cut:]


def height_of(rows: Iterable[Row]) -> float:
    """Points from the top of the first row to the bottom of the last."""
    return sum([row.height for row in rows])


def draw_rows(rows: Iterable[Row], canvas: TaggedCanvas, place: Place) -> None:
    """Draw rows under each other from the top of `place`."""
    left, top, width, is_mirrored = place
    for row in rows:
        row.draw(canvas, Place(left, top, width, is_mirrored))
        top += row.height
