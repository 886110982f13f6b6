"""After a reload: the code of the screen brings the conversation back, for this worker only."""

from __future__ import annotations

import streamlit as st

from overview.web.screen.counter.covering import show_covered
from overview.web.screen.counter.room import ROOM, Held
from overview.web.screen.counter.watching import end_shift, find_unseen, hold_desk, sign_citizen_out
from overview.web.screen.desk import Presence
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


def show_cover(memory: Memory) -> None:
    """Nothing of anybody: of this screen, or of a conversation whose page was loaded anew."""
    unseen = find_unseen(memory) if memory.desk is None else None
    if memory.desk is not None:
        show_covered(memory, memory.desk)
    elif unseen is not None:
        show_resume(memory, unseen)


def show_resume(memory: Memory, held: Held) -> None:
    """The cover, with a box for the code, or a way to leave that conversation behind."""
    draw("counter/covered.html")
    desk = held.desk
    with st.form("resume", border=False, clear_on_submit=True):
        code = st.text_input(label("Uw vier cijfers"), type="password", max_chars=4, key="resume-code")
        is_sent = st.form_submit_button(label("Ga verder met het gesprek"), type="primary")
    if st.button(label("Wis dat gesprek"), key="forget-talk", type="tertiary"):
        ROOM.drop(desk.worker, held.tab)
        if held.is_own:
            sign_citizen_out(memory)
        st.rerun()
    if not is_sent:
        return
    now = get_portal().accounts.clock()
    presence = desk.uncover(code, now)
    if presence is Presence.COVERED:
        draw("counter/mistake.html", mistake=memory.words().say("Dit klopt niet. Probeer het nog eens."))
        return
    ROOM.drop(desk.worker, held.tab)
    memory.desk = desk
    if presence is Presence.GONE:
        end_shift(memory)
    else:
        memory.situation, memory.asked = held.situation, held.asked
        memory.is_restored = True
        memory.language = desk.conversation.language if desk.conversation else desk.language
        hold_desk(memory, desk, now)
    st.rerun()
