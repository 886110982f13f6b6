"""A covered screen: nothing of anybody, until this worker brings it back."""

from __future__ import annotations

import streamlit as st

from overview.web.screen.counter.watching import end_shift
from overview.web.screen.desk import Desk, Presence
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


def show_covered(memory: Memory, desk: Desk) -> None:
    """The cover, with a box for the code; too many wrong codes end the conversation."""
    draw("counter/covered.html")
    with st.form("uncover", border=False, clear_on_submit=True):
        code = st.text_input(label("Uw vier cijfers"), type="password", max_chars=4, key="uncover-code")
        is_sent = st.form_submit_button(label("Ga verder"), type="primary")
    if not is_sent:
        return
    presence = desk.uncover(code, get_portal().accounts.clock())
    if presence is Presence.GONE:
        end_shift(memory)
    if presence is not Presence.COVERED:
        st.rerun()
    draw("counter/mistake.html", mistake=memory.words().say("Dit klopt niet. Probeer het nog eens."))
