"""Drawn marks: tick boxes, a clock, a telephone, lines to write on. Decoration, so artifacts.

Drawn, because no shipped typeface has them all, and because a box must be big enough to tick.
"""

from __future__ import annotations

from collections.abc import Callable

from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import Place
from overview.paper.setting import Setter

_PHONE = (
    "5 4 m 9 4 l 11 9 l 8.5 10.5 l 9.7 12.9 11.1 14.3 13.5 15.5 c 15 13 l 20 15 l 20 19 l "
    "20 20.1 19.1 21 18 21 c 9.7 20.5 3.5 14.3 3 6 c 3 4.9 3.9 4 5 4 c h f"
)
_CLOCK = (
    "21 12 m 21 16.97 16.97 21 12 21 c 7.03 21 3 16.97 3 12 c 3 7.03 7.03 3 12 3 c "
    "16.97 3 21 7.03 21 12 c s 12 7 m 12 12 l 15.5 14 l S"
)
_TICK = "5.5 12.5 m 10 17 l 18.5 7 l S"
_QUESTION = "8 9 m 8 6.5 9.8 5 12 5 c 14.3 5 16 6.6 16 8.8 c 16 11.6 12 12.2 12 15 c S 12 19 m 12 19.01 l S"


def _icon(canvas: TaggedCanvas, operators: str, left: float, top: float, size: float, weight: float) -> None:
    scale = size / 24
    canvas.path(f"{scale:.4f} 0 0 {scale:.4f} {left:.2f} {top:.2f} cm {operators}", thickness=weight)


def phone_icon(canvas: TaggedCanvas, left: float, top: float, size: float) -> None:
    """A telephone."""
    with canvas.artifact():
        phone_shape(canvas, left, top, size)


def phone_shape(canvas: TaggedCanvas, left: float, top: float, size: float) -> None:
    """A telephone, within an artifact."""
    _icon(canvas, _PHONE, left, top, size, 1)


def tick_box(canvas: TaggedCanvas, left: float, top: float, size: float, *, is_ticked: bool = False) -> None:
    """A box to tick with a pen."""
    with canvas.artifact():
        canvas.box(left, top, size, size, thickness=1.8, radius=3)
        if is_ticked:
            _icon(canvas, _TICK, left, top, size, 2.6)


def clock(canvas: TaggedCanvas, left: float, top: float, size: float) -> None:
    """A clock: somebody else is at it."""
    with canvas.artifact():
        _icon(canvas, _CLOCK, left, top, size, 1.8)


def question_mark(canvas: TaggedCanvas, left: float, top: float, size: float) -> None:
    """A question mark: not yet known whether this is for you."""
    with canvas.artifact():
        _icon(canvas, _QUESTION, left, top, size, 2.6)


def dot(canvas: TaggedCanvas, x: float, y: float, radius: float) -> None:
    """A dot around a point, on the line of time; call within an artifact."""
    bend = (
        "12 0 m 18.63 0 24 5.37 24 12 c 24 18.63 18.63 24 12 24 c "
        "5.37 24 0 18.63 0 12 c 0 5.37 5.37 0 12 0 c f"
    )
    scale = radius / 12
    canvas.path(f"{scale:.4f} 0 0 {scale:.4f} {x - radius:.2f} {y - radius:.2f} cm {bend}", ink="accent")


def phone_lead(setter: Setter) -> Callable[[TaggedCanvas, Place, float], None]:
    """A telephone before a line."""
    size = setter.theme.base * 1.15

    def draw(canvas: TaggedCanvas, place: Place, baseline: float) -> None:
        phone_icon(canvas, place.left_of(0, size), baseline - size * 0.82, size)

    return draw


def rule(canvas: TaggedCanvas, place: Place, down: float, *, thickness: float = 0.6) -> None:
    """A thin line over the whole column."""
    y = place.top + down
    with canvas.artifact():
        canvas.path(
            f"{place.left:.2f} {y:.2f} m {place.left + place.width:.2f} {y:.2f} l S", thickness=thickness
        )
