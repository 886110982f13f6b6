"""The QR code of the start page, drawn as one path (ISO/IEC 18004; quiet zone of four modules)."""

from __future__ import annotations

from functools import lru_cache
from types import ModuleType

from overview.paper.canvas import TaggedCanvas
from overview.paper.tagging import Tag
from overview.paper.theme import A4

QUIET = 4

Squares = tuple[int, str]
"""Modules a side, and the dark runs as rectangles of one module high."""


def load_encoder() -> ModuleType:
    """The library that makes the code; loaded late, because it brings a web client along with its writers."""
    import segno

    return segno


def _squares(address: str) -> Squares:
    matrix = load_encoder().make(address, error="m", micro=False).matrix
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(f"{x} {y} {length} 1 re")
            x += length or 1
    return len(matrix), " ".join(runs)


@lru_cache(maxsize=8)
def _squares_of_start(address: str) -> Squares:
    """The operator's own address, the same on every sheet."""
    return _squares(address)


def draw_qr(canvas: TaggedCanvas, address: str, tag: Tag, left: float, top: float, size: float) -> None:
    """Draw the code as a figure; its white edge is inside `size`."""
    # An address with a part after # leads to one citizen's overview: that is kept nowhere.
    count, squares = _squares(address) if "#" in address else _squares_of_start(address)
    module = size / (count + 2 * QUIET)
    x, y = left + QUIET * module, top + QUIET * module
    box = f"{left:.2f} {A4[1] - top - size:.2f} {left + size:.2f} {A4[1] - top:.2f}"
    tag.attributes = f"<</O/Layout/BBox[{box}]/Placement/Block>>"
    with canvas.mark(tag):
        canvas.path(f"{module:.4f} 0 0 {module:.4f} {x:.2f} {y:.2f} cm {squares} f")
