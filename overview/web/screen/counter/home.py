"""The worker's home: the counter, and the way into a conversation."""

from __future__ import annotations

import streamlit as st

from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.words.counter_view import view_counter


def show_home(memory: Memory, desk: Desk) -> None:
    """What this worker needs today, and how this counter works."""
    words, catalogue = memory.words(), memory.catalogue
    draw("counter/home.html")
    if st.button(label("Begin een gesprek"), key="begin-talk", type="primary", width="stretch"):
        st.switch_page("conversation.py")
    draw("counter/counter.html", counter=view_counter(words, catalogue.counters[desk.counter], catalogue))
