"""Steps on the screen as HTML: cards under Now, rows for the rest, each with what can be pressed.

At most presses a step says the same but for its number and the numbers of the steps beside it. So its HTML
is kept with open places for those (`_SLOTS`), and only what says something else is made again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import Any, Final

from markupsafe import Markup

from overview.html.renderer import show_sentence
from overview.web import journey, letters
from overview.web.screen.drawing import render_kept
from overview.web.screen.letters import name_way
from overview.web.screen.memory import Memory
from overview.web.screen.notes import render_note
from overview.wiring import get_portal
from overview.words.text import Sentence
from overview.words.view import StepView

_SAID: Final = tuple(
    one.name for one in fields(StepView) if one.name not in ("number", "agency", "also_there")
)
_PLACE: Final = frozenset(
    ("due", "distance", "due_on", "reason", "labels", "group", "due_kind", "question", "question_id", "case")
)
"""What hangs on where a step stands; what is folded under it does not."""
_read_said: Final = attrgetter("agency.id", *_SAID)
_read_folded: Final = attrgetter("agency.id", *(name for name in _SAID if name not in _PLACE))

# Characters for private use: in no text of ours, and harmless in a citizen's.
_DIGITS, _NUMBER, _ALSO = "\ue000", "\ue001", "\ue002"
_SLOTS: Final = {"digits": Markup(_DIGITS), "number_said": Markup(_NUMBER), "also": Markup(_ALSO)}
"""Open places in kept HTML: the number, the number as it is said, and "also ask for steps 3, 4"."""


def render_card(
    memory: Memory, step: StepView, asking: journey.Asking | None, shared_labels: Collection[Sentence]
) -> Markup:
    """A step under Now: Done in reach and the other choices folded; `asking` is its question, if any."""
    first = next((channel for channel in step.channels if channel.target), None)
    fold = _render_fold(memory, step, level=2, is_said=first is not None and first.kind == "phone")
    shared = tuple(label for label in step.labels if label in shared_labels)
    return _render(memory, "screen/card.html", step, asking, fold=fold, shared_labels=shared)


def render_line(memory: Memory, step: StepView, asking: journey.Asking | None) -> Markup:
    """A step in a row, with its question when `asking` is it."""
    fold = _render_fold(memory, step, level=3, is_said=False)
    return _render(memory, "screen/line.html", step, asking, fold=fold)


def _render(
    memory: Memory, template: str, step: StepView, asking: journey.Asking | None, **values: Any
) -> Markup:
    beside = _find_letters(memory, step) | _find_desk(memory, step)
    beside["note"] = render_note(memory, step.id)
    # A step that is the same object says the same; only another one is looked at field by field.
    of: tuple[object, ...] = (memory.language, memory.beside, step, asking, beside, values)
    make = partial(_render_anew, memory, template, step, asking, beside, values)
    return memory.drawn.take(("step", template, step.id), of, make)


def _render_anew(
    memory: Memory,
    template: str,
    step: StepView,
    asking: journey.Asking | None,
    beside: dict[str, Any],
    values: dict[str, Any],
) -> Markup:
    says = (_read_said(step), step.number is None, step.also_there is None, asking, beside, values)
    whole = render_kept(
        memory,
        f"step-{step.id}",
        template,
        says=says,
        step=step,
        asking=asking,
        is_folded=True,
        **_SLOTS,
        **beside,
        **values,
    )
    return _fill(memory, whole, step)


def _fill(memory: Memory, whole: Markup, step: StepView) -> Markup:
    """The numbers of today in their places."""
    filled = str(whole)
    if step.number is not None:
        filled = filled.replace(_DIGITS, str(step.number)).replace(_NUMBER, _show_number(memory, step.number))
    if step.also_there is not None:
        filled = filled.replace(_ALSO, show_sentence(memory.language, step.also_there))
    return Markup(filled)


def _show_number(memory: Memory, number: int) -> str:
    def make() -> str:
        return show_sentence(memory.language, memory.words().say("Stap {number}:", number=number))

    return memory.drawn.take(("number", number), (memory.language, memory.beside), make)


def _render_fold(memory: Memory, step: StepView, level: int, is_said: bool) -> Markup:
    """What is folded under a step: nothing in it hangs on where this step or another stands."""
    values = {"step": step, "level": level, "is_said": is_said}
    says = (_read_folded(step), level, is_said)
    return render_kept(memory, f"fold-{step.id}-{level}", "details.html", says=says, **values)


def _find_desk(memory: Memory, step: StepView) -> dict[str, Any]:
    """On a joint screen: whether the worker points at this step."""
    desk = memory.desk
    pointed = desk is not None and desk.pointed_at == step.id
    if desk is None or memory.conversation is None:
        return {"pointed": pointed}
    return {"joint": True, "pointed": pointed}


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
