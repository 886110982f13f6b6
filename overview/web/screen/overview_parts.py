"""Parts of the overview page: groups of steps, the question of a maybe step, the way back from Done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Final

import streamlit as st
from markupsafe import Markup

from overview.html.renderer import find_shared_labels
from overview.web import journey
from overview.web.screen import letters, questions, step_cards
from overview.web.screen.drawing import draw, label, render, write_label
from overview.web.screen.memory import Memory
from overview.web.screen.notes import render_note
from overview.words.view import GroupView, OverviewView, StepView

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
    )
)
_FOLDED: Final = tuple(one.name for one in fields(StepView) if one.name not in _PLACED)
"""What a step says in its fold: all but what its place in the order changes."""


def show_undo(memory: Memory, view: OverviewView) -> None:
    """Says what was just done, with the way back."""
    done = next((step for step in view.all_steps if step.id == memory.just_done), None)
    if done is not None:
        step_cards.show_undo(memory, done)


def show_group(memory: Memory, group: GroupView, askers: Collection[str]) -> None:
    """Heading and steps: cards under Now, rows for the rest; the steps in `askers` show their question."""
    if group.code != "now":
        draw("group.html", group=group)
    has_more = group.code == "maybe" and journey.find_next(questions.list_asked(memory)) is not None
    if has_more and st.button(label("Beantwoord meer vragen"), key="more-questions"):
        st.switch_page("questions.py")
    rows: list[str] = []
    for step in group.steps:
        if group.code == "now":
            step_cards.show_card(memory, step, find_shared_labels(group.steps))
        else:
            rows.append(_render_row(memory, step))
            if step.group != "done" and letters.has_ways(memory, step):
                _show_rows(rows)
                letters.show_ways(memory, step)
        if step.id in askers:
            _show_rows(rows)
            _show_question(memory, step)
    _show_rows(rows)


def _render_row(memory: Memory, step: StepView) -> str:
    """A row as HTML; what is folded in it and says the same as a moment ago is not made again."""
    says = (memory.language, *(getattr(step, name) for name in _FOLDED))
    kept = memory.folds.get(step.id)
    fold = kept[1] if kept is not None and kept[0] == says else None
    if fold is None:
        fold = Markup(render("details.html", step=step, level=3))
        memory.folds[step.id] = (says, fold)
    note = render_note(memory, step.id)
    return f'<div class="line">{render("row.html", step=step, is_folded=True, fold=fold)}{note}</div>'


def _show_rows(rows: list[str]) -> None:
    """Rows that stand together are one element: each element costs the server a message."""
    if rows:
        st.html("".join(rows))
        rows.clear()


def show_sequels(memory: Memory, view: OverviewView) -> None:
    """What often comes with what was told: a button that tells it too."""
    draw("sequels.html", view=view)
    if not view.sequels:
        return
    with st.container(key="change-sequels", gap="small"):
        for name, title in view.sequels:
            if st.button(write_label(title), key=f"change-sequel-{name}", width="stretch"):
                memory.situation = journey.tell_also(memory.situation, name)
                memory.question = None
                st.switch_page("questions.py")


def _show_question(memory: Memory, step: StepView) -> None:
    asking = journey.find_asking(questions.list_asked(memory), step.question_id or "")
    if asking is None or step.question is None:
        return
    with st.container(key=f"ask-{step.id}"):
        draw("ask.html", question=step.question)
        if asking.question.kind == "date":
            if st.button(label("Vul de dag in"), key=f"fill-{step.id}"):
                memory.question = asking.key
                st.switch_page("questions.py")
        else:
            questions.show_choices(memory, asking, f"ask-{step.id}", is_small=True)
