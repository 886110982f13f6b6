"""The QR code of the start page, drawn as one path (ISO/IEC 18004; quiet zone of four modules)."""

from __future__ import annotations

from functools import lru_cache

from overview.paper.canvas import TaggedCanvas
from overview.paper.tagging import Tag
from overview.paper.theme import A4

QUIET = 4

Modules = tuple[int, tuple[tuple[int, int, int], ...]]


def _modules(address: str) -> Modules:
    """Modules a side, and the dark runs as (column, row, length)."""
    # Loaded when first needed: it brings a web client along with its writers.
    import segno

    matrix = segno.make(address, error="m", micro=False).matrix
    runs: list[tuple[int, int, int]] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append((x, y, length))
            x += length or 1
    return len(matrix), tuple(runs)


@lru_cache(maxsize=8)
def _modules_of_start(address: str) -> Modules:
    """The operator's own address, the same on every sheet."""
    return _modules(address)


def draw_qr(canvas: TaggedCanvas, address: str, tag: Tag, left: float, top: float, size: float) -> None:
    """Draw the code as a figure; its white edge is inside `size`."""
    # An address with a part after # leads to one citizen's overview: that is kept nowhere.
    count, runs = _modules(address) if "#" in address else _modules_of_start(address)
    module = size / (count + 2 * QUIET)
    x0, y0 = left + QUIET * module, top + QUIET * module
    squares = " ".join(
        f"{x0 + x * module:.2f} {y0 + y * module:.2f} {length * module:.2f} {module:.2f} re"
        for x, y, length in runs
    )
    box = f"{left:.2f} {A4[1] - top - size:.2f} {left + size:.2f} {A4[1] - top:.2f}"
    tag.attributes = f"<</O/Layout/BBox[{box}]/Placement/Block>>"
    with canvas.mark(tag):
        canvas.path(f"{squares} f")
