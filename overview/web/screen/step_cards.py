"""Steps on the screen as HTML: cards under Now, rows for the rest, each with what can be pressed.

At most clicks a step says the same but for its number, and its fold says the same wherever it stands:
what does not change is kept in the tab and not made again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from markupsafe import Markup

from overview.web import journey, letters
from overview.web.screen.drawing import render_kept
from overview.web.screen.letters import name_way
from overview.web.screen.memory import Memory
from overview.web.screen.notes import render_note
from overview.wiring import get_portal
from overview.words.text import Sentence
from overview.words.view import StepView

_ALL: Final = tuple(one.name for one in fields(StepView) if one.name not in ("number", "agency"))
_PLACE: Final = frozenset(("due", "distance", "due_on", "reason", "labels", "also_there"))
"""What the place of a step among the others changes, beside its number."""
_ASKED: Final = frozenset(("group", "due_kind", "question", "question_id"))
_read_all: Final = attrgetter("agency.id", *_ALL)
_read_pressed: Final = attrgetter("agency.id", *(name for name in _ALL if name not in _PLACE))
_read_folded: Final = attrgetter("agency.id", *(name for name in _ALL if name not in _PLACE | _ASKED))


def render_card(
    memory: Memory, step: StepView, asking: journey.Asking | None, shared_labels: Collection[Sentence]
) -> str:
    """A step under Now: Done in reach and the other choices folded; `asking` is its question, if any."""
    first = next((channel for channel in step.channels if channel.target), None)
    fold = _render_fold(memory, step, level=2, is_said=first is not None and first.kind == "phone")
    shared = tuple(label for label in step.labels if label in shared_labels)
    values = {"step": step, "shared_labels": shared, "fold": fold, "is_folded": True}
    says = (_read_all(step), shared, fold)
    rest = render_kept(memory, f"rest-{step.id}", "step_rest.html", says=says, **values)
    return _render_whole(memory, "screen/card.html", step, rest, asking)


def render_line(memory: Memory, step: StepView, asking: journey.Asking | None) -> str:
    """A step in a row, with its question when `asking` is it."""
    fold = _render_fold(memory, step, level=3, is_said=False)
    values = {"step": step, "fold": fold, "is_folded": True}
    says = (_read_all(step), fold)
    rest = render_kept(memory, f"rest-{step.id}", "row_rest.html", says=says, **values)
    return _render_whole(memory, "screen/line.html", step, rest, asking)


def _render_whole(
    memory: Memory, template: str, step: StepView, rest: Markup, asking: journey.Asking | None
) -> Markup:
    below = _render_below(memory, step, asking)
    pointed = memory.desk is not None and memory.desk.pointed_at == step.id
    values = {"step": step, "rest": rest, "below": below, "is_folded": True, "pointed": pointed}
    says = (step.number, step.group, rest, below, pointed)
    return render_kept(memory, f"step-{step.id}", template, says=says, **values)


def _render_fold(memory: Memory, step: StepView, level: int, is_said: bool) -> Markup:
    """What is folded under a step: nothing in it hangs on where this step or another stands."""
    values = {"step": step, "level": level, "is_said": is_said}
    says = (_read_folded(step), level, is_said)
    return render_kept(memory, f"fold-{step.id}", "details.html", says=says, **values)


def _render_below(memory: Memory, step: StepView, asking: journey.Asking | None) -> Markup:
    """What can be pressed under a step: its choices, its letters, its question."""
    beside = _find_letters(memory, step) | _find_desk(memory, step) | {"note": render_note(memory, step.id)}
    says = (_read_pressed(step), asking, beside)
    name = f"below-{step.id}"
    return render_kept(memory, name, "screen/below.html", says=says, step=step, asking=asking, **beside)


def _find_desk(memory: Memory, step: StepView) -> dict[str, Any]:
    """On a joint screen: whether the worker points at this step."""
    desk = memory.desk
    if desk is None or memory.conversation is None:
        return {}
    return {"joint": True, "pointed": desk.pointed_at == step.id}


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
