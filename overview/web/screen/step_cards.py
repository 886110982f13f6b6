"""Steps on the screen as HTML: cards under Now, rows for the rest, each with what can be pressed.

At most clicks a step says the same but for its number, and its fold says the same wherever it stands:
what does not change is kept in the tab and not made again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from overview.web import journey, letters
from overview.web.screen.drawing import render, render_kept
from overview.web.screen.letters import name_way
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.text import Sentence
from overview.words.view import StepView


def render_card(
    memory: Memory, step: StepView, asking: journey.Asking | None, shared_labels: Collection[Sentence]
) -> str:
    """A step under Now: Done in reach and the other choices folded; `asking` is its question, if any."""
    first = next((channel for channel in step.channels if channel.target), None)
    is_said = first is not None and first.kind == "phone"
    shared = tuple(label for label in step.labels if label in shared_labels)
    bare = _without_number(step)
    rest = render_kept(
        memory,
        f"rest-{step.id}",
        "step_rest.html",
        step=bare,
        shared_labels=shared,
        fold=_render_fold(memory, bare, level=2, is_said=is_said),
        is_folded=True,
    )
    return render("screen/card.html", step=step, rest=rest, below=_render_below(memory, bare, asking))


def render_line(memory: Memory, step: StepView, asking: journey.Asking | None) -> str:
    """A step in a row, with its question when `asking` is it."""
    bare = _without_number(step)
    rest = render_kept(
        memory,
        f"rest-{step.id}",
        "row_rest.html",
        step=bare,
        fold=_render_fold(memory, bare, level=3, is_said=False),
        is_folded=True,
    )
    below = _render_below(memory, bare, asking)
    return render("screen/line.html", step=step, rest=rest, below=below, is_folded=True)


def _without_number(step: StepView) -> StepView:
    return replace(step, number=None, agency=replace(step.agency, step_numbers=()))


def _render_fold(memory: Memory, bare: StepView, level: int, is_said: bool) -> Markup:
    """What is folded under a step: nothing in it hangs on where this step or another stands."""
    step = replace(_without_place(bare), group="", due_kind="", question=None, question_id=None)
    return render_kept(memory, f"fold-{step.id}", "details.html", step=step, level=level, is_said=is_said)


def _render_below(memory: Memory, bare: StepView, asking: journey.Asking | None) -> Markup:
    """What can be pressed under a step: its choices, its letters, its question."""
    step = _without_place(bare)
    name = f"below-{step.id}"
    return render_kept(
        memory, name, "screen/below.html", step=step, asking=asking, **_find_letters(memory, step)
    )


def _without_place(bare: StepView) -> StepView:
    return replace(bare, due=None, distance=None, due_on=None, reason=bare.what, labels=(), also_there=None)


def _find_letters(memory: Memory, step: StepView) -> dict[str, Any]:
    """The name of the way to its letter, and the letters to sign that fit; none for what is done."""
    if step.group == "done":
        return {"letter": None, "to_sign": ()}
    catalogue = get_portal().catalogue
    kind = letters.find_kind(catalogue, memory.situation, step.id)
    return {
        "letter": name_way(step, kind) if kind else None,
        "to_sign": letters.list_templates(catalogue, step.id, kind),
    }
