"""A step of the citizen's own, put among the others by the one order."""

from __future__ import annotations

import streamlit as st

from overview.domain.situation import Situation
from overview.services.agreeing import add_own_step
from overview.web.screen.counter.fields import ask_day, ask_own_words, read_day
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.words.speaking import msg


def show_own_step(memory: Memory) -> None:
    """The form; afterwards the step stands in the plan."""
    draw("counter/own_step.html")
    above = st.container(key="own-mistake")
    agencies = memory.catalogue.agencies
    with st.form("own-step", border=False):
        said = ask_own_words(memory, msg("Wat gaat u doen?"), "own-told", is_long=False)
        boxes = ask_day(msg("Voor welke dag? Dat mag leeg blijven."), "own-day")
        agency = st.selectbox(
            label("Met welke organisatie?"),
            list(agencies),
            index=list(agencies).index("other"),
            format_func=lambda name: agencies[name].name,
            key="own-agency",
        )
        is_sent = st.form_submit_button(label("Zet in mijn stappen"), type="primary")
    if not is_sent:
        return
    until = read_day(boxes)
    if said.told is None or isinstance(until, bool):
        with above:
            draw("counter/mistake.html", mistake=memory.words().say("Schrijf op wat u gaat doen."))
        return
    memory.situation = add_own_step(memory.situation or Situation(()), said.told, until, str(agency))
    memory.tell_change(label("Uw stap staat erin."))
    st.switch_page("overview.py")
