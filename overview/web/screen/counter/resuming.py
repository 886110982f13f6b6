"""After a reload: the code of the screen brings the conversation back, for this worker only."""

from __future__ import annotations

import streamlit as st

from overview.web.screen.counter.room import ROOM, Held
from overview.web.screen.counter.watching import hold_desk
from overview.web.screen.desk import Presence
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


def show_resume(memory: Memory, held: Held) -> None:
    """The cover, with a box for the code, or a way to leave that conversation behind."""
    draw("counter/covered.html")
    desk = held.desk
    with st.form("resume", border=False, clear_on_submit=True):
        code = st.text_input(label("Uw vier cijfers"), type="password", max_chars=4, key="resume-code")
        is_sent = st.form_submit_button(label("Ga verder met het gesprek"), type="primary")
    if st.button(label("Wis dat gesprek"), key="forget-talk", type="tertiary"):
        ROOM.drop(desk.worker, held.tab)
        st.rerun()
    if not is_sent:
        return
    now = get_portal().accounts.clock()
    presence = desk.uncover(code, now)
    if presence is Presence.COVERED:
        draw("counter/mistake.html", mistake=memory.words().say("Dit klopt niet. Probeer het nog eens."))
        return
    ROOM.drop(desk.worker, held.tab)
    if presence is Presence.HERE:
        memory.desk = desk
        memory.situation, memory.asked = held.situation, held.asked
        memory.is_restored = True
        memory.language = desk.conversation.language if desk.conversation else desk.language
        hold_desk(memory, desk, now)
    st.rerun()
