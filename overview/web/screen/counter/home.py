"""The worker's home: who needs something today, among the people this worker helps; nobody else."""

from __future__ import annotations

import streamlit as st

from overview.domain.access import NotAllowed
from overview.domain.identity import Role, SignedIn
from overview.ports import StoreDown
from overview.web.screen.counter.opening import show_opening, show_picked_up
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.counter_view import view_counter
from overview.words.day_view import view_day, view_figures


def show_home(memory: Memory, desk: Desk, worker: SignedIn) -> None:
    """A conversation, the day, finding somebody by name, and how this counter works."""
    portal = get_portal()
    words, catalogue = memory.words(), memory.catalogue
    draw("counter/home.html")
    if st.button(label("Begin een gesprek"), key="begin-talk", type="primary", width="stretch"):
        st.switch_page("conversation.py")
    try:
        day = portal.accounts.keeping.helping.list_day(worker, portal.today(), portal.accounts.clock())
    except StoreDown:
        draw("counter/mistake.html", mistake=words.say("Dit werkt nu even niet. Probeer het straks weer."))
        return
    draw("counter/day.html", day=view_day(words, day, catalogue))
    if day.people:
        _show_search(memory, worker)
    show_opening(memory, desk, worker, day)
    show_picked_up(memory, worker, day)
    draw("counter/counter.html", counter=view_counter(words, catalogue.counters[desk.counter], catalogue))


def _show_search(memory: Memory, worker: SignedIn) -> None:
    portal = get_portal()
    draw("counter/search.html")
    with st.form("search", border=False):
        name = st.text_input(label("Naam van iemand die u helpt"), max_chars=80, key="search-name")
        is_sent = st.form_submit_button(label("Zoek"))
    if is_sent and name.strip():
        found = portal.accounts.keeping.helping.find_by_name(worker, name)
        draw("counter/found.html", people=found, count=len(found))


def show_lead(memory: Memory, worker: SignedIn) -> None:
    """Other staff: numbers for who leads the counter, nothing of anybody for all."""
    portal = get_portal()
    words = memory.words()
    figures = []
    if worker.role is Role.COUNTER_LEAD:
        for counter in portal.catalogue.counters.values():
            try:
                counted = portal.accounts.keeping.helping.count(worker, counter.id, portal.accounts.clock())
            except (NotAllowed, StoreDown):
                continue
            figures.append(view_figures(words, counter, counted))
    draw("counter/no_people.html", figures=figures)
