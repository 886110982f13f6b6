"""The QR code of the start page, drawn as one path (ISO/IEC 18004; quiet zone of four modules)."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from overview.paper.canvas import A4, TaggedCanvas
from overview.paper.tagging import Tag

QUIET = 4
_ALONE = f"{__package__}._segno"


@lru_cache(maxsize=1)
def _load_encoder() -> Any:
    """The encoder of segno, without the rest of that package.

    Its writers, which nothing here uses, bring a whole web client along: a fifth of the time that
    the first document of a process takes.
    """
    whole = find_spec("segno")
    package = ModuleType(_ALONE)
    package.__path__ = list((whole and whole.submodule_search_locations) or ())
    sys.modules[_ALONE] = package
    return import_module(f"{_ALONE}.encoder")


@lru_cache(maxsize=8)
def _modules(address: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Modules a side, and the dark runs as (column, row, length). The operator's address only."""
    matrix = _load_encoder().encode(address, error="m", micro=False).matrix
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


def draw_qr(canvas: TaggedCanvas, address: str, tag: Tag, left: float, top: float, size: float) -> None:
    """Draw the code as a figure; its white edge is inside `size`."""
    count, runs = _modules(address)
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
