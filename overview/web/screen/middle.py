"""The middle of a screen: what lies between top and foot, drawn with the page or, at a press, by itself.

A press on a page that calls `show_anew` costs only its middle: a Streamlit fragment. Top and foot stay,
and that is true because they are made of `Around` alone: where a press changed that, all is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from overview.web.leaving import needs_quick_exit
from overview.web.screen import saving, saving_parts
from overview.web.screen.around import Around
from overview.web.screen.calm import show_calm
from overview.web.screen.counter.watching import look_after
from overview.web.screen.desk import Presence
from overview.web.screen.drawing import draw
from overview.web.screen.keeper import name_part, show_keeper
from overview.web.screen.memory import Memory, get_memory
from overview.web.screen.titles import ALWAYS_OPEN
from overview.web.screen.visitor import may_show, take_visitor
from overview.wiring import get_portal

DRAWN_ANEW: Final = frozenset(("overview", "questions"))
"""Pages on which most presses fall: each draws its own middle with `show_anew`."""


def take_around(memory: Memory) -> Around:
    """As this tab stands now."""
    desk = memory.desk
    return Around(
        language=memory.language,
        beside=memory.beside,
        visitor=memory.visitor,
        is_followed=memory.is_followed,
        has_overview=memory.situation is not None,
        is_keeping=memory.saving is not None or memory.is_put_away,
        needs_leave=needs_quick_exit(memory.situation, get_portal().catalogue),
        is_desk=desk is not None,
        counter=desk.counter if desk is not None else "",
        is_joint=desk is not None and desk.conversation is not None,
        is_talking=memory.conversation is not None,
    )


def look_around(memory: Memory) -> Presence:
    """Before anything is drawn, in every run: who is here, may they see this, is what is kept open."""
    take_visitor(memory)
    presence = look_after(memory)
    if presence is not Presence.COVERED:
        saving.keep_up(memory)
    return presence


def show_middle(memory: Memory, place: str, show_page: Callable[[], None]) -> None:
    """The line about keeping, the keeper, and the page itself as far as it may be seen."""
    state = st.empty() if saving_parts.may_say(memory) else None
    show_keeper(memory, place=f"{place} {name_part(memory, place)}")
    if place in ALWAYS_OPEN or memory.is_restored:
        try:
            if may_show(memory, place):
                show_page()
        except Exception as error:
            show_calm(error)
    else:
        draw("wait.html")
    saving.keep_up(memory)
    if state is not None:
        saving_parts.show_state(memory, state, place)


@st.fragment
def show_anew(place: str, show_page: Callable[[], None]) -> None:
    """The middle of a page of `DRAWN_ANEW`: a press in it draws it, and all around it only when needed."""
    memory = get_memory()
    context = get_script_run_ctx()
    is_alone = context is not None and bool(context.fragment_ids_this_run)
    if is_alone and (look_around(memory) is Presence.COVERED or take_around(memory) != memory.around):
        st.rerun()
    show_middle(memory, place, show_page)
