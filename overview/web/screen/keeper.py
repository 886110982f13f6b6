"""The keeper in the browser: answers come back after a reload or ten minutes offline.

A Streamlit session ends two minutes after the line drops, and a phone is locked to make a call.
So the tab itself keeps the answers (its sessionStorage, gone when the tab closes) and hands them
to the next session. The keeper also sets `lang` and `dir` after a language switch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import streamlit as st

from i18n.languages import direction
from overview.web.paths import STATIC
from overview.web.screen.desk import COVER_AFTER, END_AFTER
from overview.web.screen.masthead import forget_address_language
from overview.web.screen.memory import CODE_TYPED, Memory, get_memory
from overview.web.screen.packing import pack, unpack
from overview.web.screen.wishes import take_wish

_KEY = "keeper"
_UNHEARD = "keeper-unheard"
_mount = st.components.v2.component(
    "portal_keeper", js=(STATIC / "js" / "keeper.js").read_text(encoding="utf-8"), isolate_styles=False
)


def _restore(answer: object) -> None:
    memory = get_memory()
    if memory.is_restored or not isinstance(answer, dict) or answer.get("tab") != memory.tab:
        return
    memory.is_restored = True
    kept = answer.get("kept")
    if isinstance(kept, str) and kept and memory.situation is None:
        unpack(memory, kept)


def _take(wish: object) -> None:
    if not isinstance(wish, dict):
        return
    memory = get_memory()
    take_wish(memory, str(wish.get("name")), str(wish.get("of", "")))
    forget_address_language(memory)
    if memory.wanted:
        page, memory.wanted = memory.wanted, ""
        st.switch_page(f"{page}.py")


def _take_code(told: object) -> None:
    if isinstance(told, str):
        st.session_state[CODE_TYPED] = told[:20]


_HEARERS: Final[Mapping[str, Callable[[object], None]]] = {
    "restored": _restore,
    "code": _take_code,
    "wish": _take,
}
"""What the browser may tell, and who takes it. A wish is last: it may lead to another page."""


def _hear(event: str) -> None:
    """The browser told something. Without the state of the keeper it is heard once the keeper is mounted.

    A press that arrives while another page is on its way makes Streamlit let go of that state first.
    """
    told = st.session_state.get(_KEY)
    if told is None:
        st.session_state[_UNHEARD] = True
    else:
        _HEARERS[event](told.get(event))


def _hear_late(told: Mapping[str, object]) -> None:
    """Take what could not be heard before this run began, and begin anew with it."""
    if not st.session_state.pop(_UNHEARD, False):
        return
    for event, hear in _HEARERS.items():
        hear(told.get(event))
    st.rerun()


def _describe_desk(memory: Memory) -> dict[str, object] | None:
    """For the script that covers a screen left alone; None where no worker is at work."""
    if memory.desk is None:
        return None
    return {
        "coverAfter": COVER_AFTER.total_seconds(),
        "endAfter": END_AFTER.total_seconds(),
        "covered": memory.desk.is_covered,
    }


def name_part(memory: Memory, place: str) -> str:
    """Which part of a page is on the screen: another part is another place to begin reading."""
    desk = memory.desk
    parts = {
        "questions": f"{memory.question or len(memory.asked)}",
        "letters": f"{memory.letter} {memory.sender}",
        "sign": memory.template,
        "worker": f"{desk is not None}",
        "conversation": f"{desk is not None and desk.conversation is not None}",
    }
    return parts.get(place, "")


def show_keeper(memory: Memory, place: str) -> None:
    """Mount the keeper. `place` names what is on the screen: when it changes, focus moves to its heading."""
    # Answers given before the browser reported are newer than what it kept.
    if memory.situation is not None:
        memory.is_restored = True
    told = _mount(
        key=_KEY,
        # In a list: of an object Streamlit looks at each value for a table.
        data=[
            {
                "tab": memory.tab,
                "language": memory.language,
                "direction": direction(memory.language),
                "kept": pack(memory),
                "restored": memory.is_restored,
                "change": {"moment": memory.moment, "text": memory.change, "focus": memory.focus},
                "place": place,
                "desk": _describe_desk(memory),
            }
        ],
        height=0,
        on_restored_change=partial(_hear, "restored"),
        on_wish_change=partial(_hear, "wish"),
        on_code_change=partial(_hear, "code"),
    )
    _hear_late(told)
