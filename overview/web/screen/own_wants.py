"""At home: what the citizen wants, in own words, and how much help; kept with the overview after a yes."""

from __future__ import annotations

from typing import Final

import streamlit as st

from overview.domain.capacity import SupportLevel
from overview.web.screen.drawing import draw, label, render
from overview.web.screen.memory import Memory
from overview.words.speaking import msg

LONGEST_GOAL: Final = 200
MOST_GOALS: Final = 5
_LEVELS: Final = {
    SupportLevel.SELF: msg("Ik doe het zelf"),
    SupportLevel.TOGETHER: msg("Ik wil het samen met iemand doen"),
    SupportLevel.TAKEN_OVER: msg("Ik wil dat iemand het nu voor mij doet"),
}


def render_wants(memory: Memory) -> str:
    """On the overview: the goals and the help that was chosen, and the way to change them."""
    level = memory.words().say(_LEVELS[memory.support]) if memory.support else None
    return str(render("keeping/wants.html", goals=memory.goals, level=level))


def show_wants(memory: Memory) -> None:
    """One goal at a time, each with its way back; one level, which nobody chose beforehand."""
    is_full = len(memory.goals) >= MOST_GOALS
    draw("keeping/wants_head.html", is_kept=memory.saving is not None, is_full=is_full)
    for number, goal in enumerate(memory.goals):
        with st.container(key=f"goal-{number}"):
            draw("keeping/goal.html", goal=goal, number=number + 1)
            name = label("Haal nummer {number} weg", number=number + 1)
            st.button(name, key=f"goal-drop-{number}", on_click=_drop, args=(memory, number))
    if not is_full:
        with st.form("own-goal", border=False, clear_on_submit=True):
            told = st.text_input(label("Wat wilt u bereiken?"), key="own-goal-text", max_chars=LONGEST_GOAL)
            is_sent = st.form_submit_button(label("Dit wil ik"))
        if is_sent and told.strip():
            memory.goals = (*memory.goals, told.strip())
            memory.tell_change(label("Dat staat erbij."))
            st.rerun()
    chosen = st.radio(
        label("Hoeveel hulp past nu bij u?"),
        list(_LEVELS),
        index=list(_LEVELS).index(memory.support) if memory.support else None,
        format_func=lambda level: label(_LEVELS[level]),
        key="own-support",
    )
    if chosen is not None and chosen is not memory.support:
        memory.support = chosen
        memory.tell_change(label("Uw keuze staat erin."))
    if memory.support in (SupportLevel.TOGETHER, SupportLevel.TAKEN_OVER):
        draw("keeping/ask_help.html")
    draw("screen/way_to_steps.html", text=memory.words().say("Naar mijn stappen"))


def _drop(memory: Memory, number: int) -> None:
    memory.goals = (*memory.goals[:number], *memory.goals[number + 1 :])
    memory.tell_change(label("Dat is weg."))
