"""The keeper in the browser: answers come back after a reload or ten minutes offline.

A Streamlit session ends two minutes after the line drops, and a phone is locked to make a call.
So the tab itself keeps the answers (its sessionStorage, gone when the tab closes) and hands them
to the next session. The keeper also sets `lang` and `dir` after a language switch.
"""

from __future__ import annotations

import streamlit as st

from i18n.languages import direction
from overview.web import choices
from overview.web.paths import STATIC
from overview.web.screen import step_cards
from overview.web.screen.memory import Memory, get_memory
from overview.wiring import get_portal

_KEY = "keeper"
_mount = st.components.v2.component(
    "portal_keeper", js=(STATIC / "js" / "keeper.js").read_text(encoding="utf-8"), isolate_styles=False
)


def _restore() -> None:
    memory = get_memory()
    answer = st.session_state[_KEY].get("restored") or {}
    if memory.is_restored or answer.get("tab") != memory.tab:
        return
    memory.is_restored = True
    kept = answer.get("kept")
    if isinstance(kept, str) and kept and memory.situation is None:
        memory.unpack(kept)


def _choose() -> None:
    wish = st.session_state[_KEY].get("chosen")
    memory = get_memory()
    if not isinstance(wish, dict) or memory.situation is None:
        return
    portal = get_portal()
    view = portal.build_view(memory.situation, portal.today(), memory.language)
    # What a browser sends may be anything: only a step on the screen and a choice we know count.
    step = next((one for one in view.all_steps if one.id == wish.get("step")), None)
    if step is not None and wish.get("choice") in (*choices.CHOICES, step_cards.NOTE):
        step_cards.decide(memory, step, str(wish["choice"]))


def _take_code() -> None:
    told = st.session_state[_KEY].get("code")
    if isinstance(told, str):
        get_memory().code_typed = told[:20]


def show_keeper(memory: Memory, place: str) -> None:
    """Mount the keeper. `place` names what is on the screen: when it changes, focus moves to its heading."""
    # Answers given before the browser reported are newer than what it kept.
    if memory.situation is not None:
        memory.is_restored = True
    with st.container(key="keeper-place"):
        _mount(
            key=_KEY,
            data={
                "tab": memory.tab,
                "language": memory.language,
                "direction": direction(memory.language),
                "kept": memory.pack(),
                "restored": memory.is_restored,
                "change": {"moment": memory.moment, "text": memory.change, "focus": memory.focus},
                "place": place,
            },
            height=0,
            on_restored_change=_restore,
            on_chosen_change=_choose,
            on_code_change=_take_code,
        )
