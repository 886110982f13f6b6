"""Start: danger first, then what happened; who does not know is led on as well."""

import streamlit as st

from overview.web import journey
from overview.web.screen.drawing import draw, label
from overview.web.screen.masthead import show_languages
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal

memory = get_memory()
catalogue = get_portal().catalogue

show_languages(memory)
draw("start.html", exits=catalogue.danger_exits)
if memory.situation is not None:
    with st.container(key="go-on"):
        if st.button(label("Ga verder met mijn stappen"), type="primary", width="stretch", key="continue"):
            st.switch_page("overview.py")

with st.container(key="events", gap="small"):
    if st.button(label("Ik heb een brief"), key="event-letter", width="stretch"):
        st.switch_page("letters.py")
    for event in catalogue.life_events.values():
        if st.button(label(event.title), key=f"event-{event.id}", width="stretch"):
            memory.situation = journey.tell_also(memory.situation, event.id)
            memory.asked = frozenset()
            memory.question = None
            st.switch_page("questions.py")
    if st.button(label("Ik weet niet waar ik moet beginnen"), key="lost", width="stretch"):
        st.session_state["is_lost"] = True
if st.session_state.get("is_lost"):
    draw("lost.html", help=memory.view_help())
