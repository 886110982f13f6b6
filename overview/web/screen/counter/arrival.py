"""A worker arrives at the counter: which one, in which language, with which code for the screen."""

from __future__ import annotations

import streamlit as st

from i18n.languages import LANGUAGES
from overview.domain.identity import SignedIn
from overview.web.screen.desk import Desk, ScreenCode
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


def show_arrival(memory: Memory, worker: SignedIn) -> None:
    """The form; afterwards `memory.desk` is there."""
    portal = get_portal()
    counters = portal.catalogue.counters
    draw("counter/arrival.html")
    above = st.container(key="arrival-mistake")
    with st.form("arrival", border=False):
        counter = st.selectbox(
            label("Bij welk loket werkt u nu?"),
            list(counters),
            format_func=lambda name: counters[name].name,
            key="arrival-counter",
        )
        language = st.radio(
            label("In welke taal leest u?"),
            list(LANGUAGES),
            index=list(LANGUAGES).index(memory.language),
            format_func=lambda code: LANGUAGES[code].own_name,
            horizontal=True,
            key="arrival-language",
        )
        code = st.text_input(
            label("Vier cijfers voor uw scherm"), type="password", max_chars=4, key="arrival-code"
        )
        is_sent = st.form_submit_button(label("Verder"), type="primary")
    if not is_sent:
        return
    if not ScreenCode.is_code(code):
        with above:
            draw("counter/mistake.html", mistake=memory.words().say("Kies vier cijfers. Niet vier dezelfde."))
        return
    memory.clear()
    memory.language = str(language)
    memory.desk = Desk(
        worker=worker.session,
        actor=worker.actor,
        language=str(language),
        counter=str(counter),
        code=ScreenCode(code),
        active_at=portal.accounts.clock(),
    )
    st.rerun()
