"""The look of the paper: sizes, space and ink. Nothing on a sheet is smaller than `base`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from overview.paper.pieces import Look
from overview.paper.typefaces import ARABIC_LANGUAGES

A4 = (595.276, 841.89)
"""Width and height of the paper in points."""
MARGIN = 34.0
FOOT = 26.0


@dataclass(frozen=True, slots=True)
class Theme:
    """Opmaak van één document: letter size in points, reading direction, strictness on letters."""

    base: float
    is_mirrored: bool
    is_strict: bool

    @property
    def width(self) -> float:
        """Width between the margins."""
        return A4[0] - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the content of a page ends; the foot stands under it."""
        return A4[1] - MARGIN - FOOT + 10

    @property
    def room(self) -> float:
        """Height of the content of a page."""
        return self.bottom - MARGIN

    def look(self, name: str, language: str, *, max_lines: int = 0) -> Look:
        """The look called `name` for text in `language`; KeyError for an unknown one."""
        return _look(self.base, name, language in ARABIC_LANGUAGES, max_lines)


_LOOKS = {
    "title": (1.9, True, "black", 0.92),
    "heading": (1.4, True, "accent", 0.96),
    "step_title": (1.25, True, "black", 0.95),
    "row_title": (1.1, True, "black", 0.97),
    "number": (1.7, True, "black", 0.9),
    "strong": (1.0, True, "black", 1.0),
    "big": (1.2, True, "black", 1.0),
    "help": (1.5, True, "black", 1.0),
    "body": (1.0, False, "black", 1.0),
    "beside": (1.0, False, "grey", 0.97),
    "beside_title": (1.1, False, "grey", 0.97),
    "label": (1.0, True, "accent", 1.0),
    "quiet": (1.0, False, "grey", 1.0),
}


@lru_cache(maxsize=256)
def _look(base: float, name: str, is_rtl: bool, max_lines: int) -> Look:
    scale, is_strong, ink, tightness = _LOOKS[name]
    # Arabic letters reach further above and below the line, so they are never set tighter.
    leading = 1.3 if is_rtl else 1.25 * tightness
    return Look(base * scale, leading, is_strong, ink, max_lines)
