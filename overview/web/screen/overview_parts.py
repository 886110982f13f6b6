"""Parts of the overview page: groups of steps, the question of a maybe step, the way back from Done."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from overview.html.renderer import find_shared_labels
from overview.web import journey
from overview.web.screen import questions, step_cards
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory
from overview.words.view import GroupView, OverviewView, StepView


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
    for step in group.steps:
        if group.code == "now":
            step_cards.show_card(memory, step, find_shared_labels(group.steps))
        else:
            step_cards.show_row(memory, step)
        if step.id in askers:
            _show_question(memory, step)


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
