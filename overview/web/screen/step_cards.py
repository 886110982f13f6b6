"""Steps on the screen as HTML: cards under Now, rows for the rest, each with what can be pressed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any, Final

from markupsafe import Markup

from overview.web import journey, letters
from overview.web.screen.drawing import render
from overview.web.screen.letters import name_way
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.text import Sentence
from overview.words.view import StepView

_PLACED: Final = frozenset(
    (
        "number",
        "agency",
        "group",
        "due",
        "distance",
        "due_on",
        "due_kind",
        "reason",
        "labels",
        "question",
        "question_id",
        "agreed",
    )
)
_FOLDED: Final = tuple(one.name for one in fields(StepView) if one.name not in _PLACED)
"""What a step says in its fold: all but what its place in the order changes."""


def render_card(
    memory: Memory, step: StepView, asking: journey.Asking | None, shared_labels: Collection[Sentence]
) -> str:
    """A step under Now: Done in reach and the other choices folded; `asking` is its question, if any."""
    first = next((channel for channel in step.channels if channel.target), None)
    is_said = first is not None and first.kind == "phone"
    return render(
        "screen/card.html",
        step=step,
        shared_labels=shared_labels,
        is_folded=True,
        fold=_fold(memory, step, 2, is_said),
        asking=asking,
        **_find_letters(memory, step),
        **_find_desk(memory),
    )


def render_line(memory: Memory, step: StepView, asking: journey.Asking | None) -> str:
    """A step in a row, with its question when `asking` is it."""
    return render(
        "screen/line.html",
        step=step,
        is_folded=True,
        fold=_fold(memory, step, 3, False),
        asking=asking,
        **_find_letters(memory, step),
        **_find_desk(memory),
    )


def _find_desk(memory: Memory) -> dict[str, Any]:
    """On a joint screen: the step that is pointed at."""
    desk = memory.desk
    if desk is None or memory.conversation is None:
        return {}
    return {"joint": True, "pointed": desk.pointed_at}


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


def _fold(memory: Memory, step: StepView, level: int, is_said: bool) -> Markup:
    """What is folded under a step; what says the same as a moment ago is not made again."""
    says = (memory.language, memory.beside, level, is_said, *(getattr(step, name) for name in _FOLDED))
    kept = memory.folds.get(step.id)
    if kept is not None and kept[0] == says:
        return kept[1]
    fold = Markup(render("details.html", step=step, level=level, is_said=is_said))
    memory.folds[step.id] = (says, fold)
    return fold
