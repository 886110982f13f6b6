"""Text as a row: a paragraph in a column, the only thing that is divided where a page ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from overview.paper.canvas import TaggedCanvas
from overview.paper.paragraph import Paragraph
from overview.paper.rows import ColumnsRow, Place, Row
from overview.paper.tagging import Tag

Lead = Callable[[TaggedCanvas, Place, float], None]
"""Draws a bullet or an icon before a line, given its place and baseline."""


@dataclass(eq=False, slots=True)
class TextRow:
    """Alinea in a column, or some of its lines; `lead` is a bullet or icon before the first."""

    text: Paragraph
    start: float
    width: float
    tag: Tag
    keeps: bool = False
    address: str = ""
    words: str = ""
    lead: Lead | None = None
    first: int = 0
    last: int = 0
    leading: float = 0.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """All lines, unless told which."""
        self.last = self.last or self.text.count
        self.leading = self.leading or self.text.leading
        self.height = self.leading * (self.last - self.first)

    def height_at(self, share: float) -> float:
        """That share of it."""
        return self.height * share

    def tighten(self, share: float) -> None:
        """Become that much lower; no letter gets smaller."""
        self.leading *= share
        self.height *= share

    def divided(self, space: float) -> tuple[Row, Row] | None:
        """No single line of a paragraph is left behind or carried over."""
        count = self.last - self.first
        fitting = min(int(space / self.leading), count - 2)
        if fitting < 2:
            return None
        cut = self.first + fitting
        return (
            replace(self, last=cut, leading=self.leading, keeps=False),
            replace(self, first=cut, leading=self.leading, lead=None),
        )

    def draw(self, canvas: TaggedCanvas, place: Place) -> None:
        """Draw the lines; a baseline is such that capitals stand in the middle."""
        left = place.left_of(self.start, self.width)
        baseline = place.top + self.leading / 2 + self.text.size * 0.34
        if self.lead:
            self.lead(canvas, place, baseline)
        canvas.marked_text(self.tag, self.text, left, baseline, (self.first, self.last, self.leading))
        if self.address:
            self._link(canvas, left, place.top)

    def _link(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        for at in range(self.first, self.last):
            start = left + self.text.lefts[at]
            box = (start, top, start + self.text.widths[at], top + self.leading)
            canvas.link(self.tag, self.address, self.words, box)
            top += self.leading


def with_lead(rows: list[Row], lead: Lead) -> list[Row]:
    """The same rows with a bullet or an icon before the first line."""
    first = rows[0] if rows else None
    while isinstance(first, ColumnsRow):
        first = first.columns[0][2][0]
    if isinstance(first, TextRow):
        first.lead = lead
    return rows
