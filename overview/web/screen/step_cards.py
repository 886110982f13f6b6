"""A step on the screen: what it says comes from the template, its choices are native buttons."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import streamlit as st

from overview.web import choices
from overview.web.screen import letters
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.web.screen.notes import show_note
from overview.wiring import get_portal
from overview.words.speaking import msg
from overview.words.text import Sentence
from overview.words.view import StepView

NOTE: Final = "note"
"""Not a choice about when, but the citizen's own words at a step."""

_CARD_CHOICES: Final = (choices.WAITING, choices.LATER, choices.FIRST, choices.NOT_NEEDED, NOTE)


_NAMES: Final = {
    choices.DONE: msg("Gedaan"),
    choices.WAITING: msg("Ik wacht op antwoord"),
    choices.LATER: msg("Doe ik over een week"),
    choices.FIRST: msg("Doe ik eerst"),
    choices.NOT_NEEDED: msg("Niet nodig voor mij"),
    choices.REOPEN: msg("Toch nog doen"),
    NOTE: msg("Notitie maken"),
}


def _name(choice: str) -> str:
    return label(_NAMES[choice])


def decide(memory: Memory, step: StepView, choice: str) -> None:
    """Take this choice about this step, and have it said."""
    if memory.situation is None:
        return
    if choice == NOTE:
        memory.noted_step, memory.wants_note = step.id, True
        return
    is_done = choice == choices.DONE
    memory.situation = choices.choose(memory.situation, step.id, choice, get_portal().today())
    memory.just_done = step.id if is_done else None
    memory.tell_change(f"{_name(choice)}: {step.title.plain}", "undo-done" if is_done else f"title-{step.id}")


def _take_choice(memory: Memory, step: StepView, key: str) -> None:
    choice = st.session_state.get(key)
    if choice:
        decide(memory, step, str(choice))


def _menu(memory: Memory, step: StepView, text: str, options: tuple[str, ...]) -> None:
    key = f"menu-{step.id}"
    st.menu_button(
        text,
        options,
        format_func=_name,
        key=key,
        on_click=_take_choice,
        args=(memory, step, key),
        type="tertiary",
    )


def show_card(memory: Memory, step: StepView, shared_labels: Collection[Sentence]) -> None:
    """A step under Now: a card with Done in reach and the other choices in a menu."""
    with st.container(key=f"card-{step.id}"):
        draw("step.html", step=step, shared_labels=shared_labels, is_folded=True)
        show_note(memory, step.id)
        with st.container(horizontal=True, key=f"do-{step.id}", vertical_alignment="center"):
            st.button(
                f"✓ {label('Gedaan')}",
                key=f"done-{step.id}",
                on_click=decide,
                args=(memory, step, choices.DONE),
            )
            _menu(memory, step, label("Anders"), _CARD_CHOICES)
        letters.show_ways(memory, step)


def show_undo(memory: Memory, step: StepView) -> None:
    """Right after Done: say so, and offer the way back."""
    with st.container(horizontal=True, key="undo", vertical_alignment="center"):
        draw("undo.html", title=step.title)
        st.button(
            label("Maak ongedaan"), key="undo-done", on_click=decide, args=(memory, step, choices.REOPEN)
        )


def _forget_order(memory: Memory) -> None:
    if memory.situation is not None:
        memory.situation = choices.forget_order(memory.situation)
        memory.tell_change(label("Uw keuzes zijn ongedaan gemaakt."))


def show_forget_order(memory: Memory) -> None:
    """Back to the computed order, and steps put aside come back."""
    st.button(label("Maak mijn keuzes ongedaan"), key="forget-order", on_click=_forget_order, args=(memory,))
