"""What every form of a step has: number and tick box, its last day, what was agreed."""

from __future__ import annotations

from collections.abc import Callable

from overview.paper import marks
from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import Place, Row
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import StepView


def agreed_rows(
    setter: Setter, owns: tuple[Sentence, ...], dutches: tuple[Sentence, ...], body: Tag, width: float
) -> list[Row]:
    """What was agreed about a step, a line each."""
    rows: list[Row] = []
    for at, own in enumerate(owns):
        rows += setter.said(own, dutches[at] if at < len(dutches) else None, body, "strong", width)
    return rows


def day_of(step: StepView | None) -> Sentence | None:
    """The last day of a step and how long that still is; None without one."""
    if step is None or step.due is None:
        return None
    return joined([step.due, step.distance], " \u2013 ") if step.distance else step.due


def make_gutter(
    setter: Setter, step: StepView, item: Tag, width: float
) -> Callable[[TaggedCanvas, Place], None]:
    """The number and the tick box, or a mark for what has no number."""
    base = setter.theme.base
    size = base * 1.75
    number = None
    if step.number is not None:
        label = item.add("Lbl")
        sentence = plain_sentence(str(step.number), setter.wording.view.language)
        # Wider than the box: a number is never broken, not even one of three digits.
        number = setter.lay(sentence, "number", size * 3)

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        left = place.left_of(0, size)
        top = place.top
        if number is not None:
            canvas.marked_text(
                label, number, left - number.lefts[0] + (size - number.widest) / 2, top + base * 1.45
            )
            top += base * 2.1
        if step.group == "maybe":
            marks.question_mark(canvas, left, top, size)
        elif step.group == "waiting":
            marks.clock(canvas, left, top, size)
        else:
            marks.tick_box(canvas, left, top, size, is_ticked=step.group == "done")

    return draw
