"""Drawing what `flow` has put on a page: the frame of a block, its gutter and its rows."""

from __future__ import annotations

from overview.paper.blocks import Frame, Part
from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import Place, draw_rows
from overview.paper.theme import A4, MARGIN, Theme


def draw_part(canvas: TaggedCanvas, part: Part, theme: Theme) -> None:
    """Draw the frame, the gutter and the rows of a part."""
    frame = part.block.frame
    whole = Place(MARGIN, part.top, theme.width, theme.is_mirrored)
    start = width = 0.0
    if frame:
        with canvas.artifact():
            _draw_frame(canvas, part, frame, theme)
        if part.is_first and frame.drawing:
            frame.drawing(canvas, whole.inner(frame.padding, frame.gutter, frame.padding))
        start = frame.padding + frame.gutter
        width = theme.width - start - frame.padding
    draw_rows(part.rows, canvas, whole.inner(start, width or theme.width, part.block.padding))


def _draw_frame(canvas: TaggedCanvas, part: Part, frame: Frame, theme: Theme) -> None:
    left, right = MARGIN, A4[0] - MARGIN
    if not frame.thickness:
        canvas.path(f"{left:.2f} {part.top:.2f} m {right:.2f} {part.top:.2f} l S", thickness=0.6)
        return
    top, bottom = part.top, part.top + part.height
    if part.is_first and part.is_last:
        canvas.box(left, top, right - left, bottom - top, thickness=frame.thickness, radius=frame.radius)
        return
    # A divided block is open where it goes on.
    r, x0, x1 = frame.radius, f"{left:.2f}", f"{right:.2f}"
    inner0, inner1 = f"{left + r:.2f}", f"{right - r:.2f}"
    edge, end, bend = top, bottom, top + r
    if part.is_last:
        edge, end, bend = bottom, top, bottom - r
    if part.is_first or part.is_last:
        canvas.path(
            f"{x0} {end:.2f} m {x0} {bend:.2f} l {x0} {edge:.2f} {x0} {edge:.2f} {inner0} {edge:.2f} c "
            f"{inner1} {edge:.2f} l {x1} {edge:.2f} {x1} {edge:.2f} {x1} {bend:.2f} c {x1} {end:.2f} l S",
            thickness=frame.thickness,
        )
        return
    sides = f"{x0} {top:.2f} m {x0} {bottom:.2f} l {x1} {top:.2f} m {x1} {bottom:.2f} l S"
    canvas.path(sides, thickness=frame.thickness)
