"""Opening the overview of somebody this worker helps, with a purpose; and saying who picked up a handover."""

from __future__ import annotations

import streamlit as st

from i18n.languages import LANGUAGES
from overview.domain.access import NotAllowed
from overview.domain.conversation import Conversation, Keeping
from overview.domain.handovers import HandoverError
from overview.domain.helping import WorkersDay
from overview.domain.identity import SignedIn
from overview.ports import StoreDown
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.agreement_view import name_place
from overview.words.text import Sentence


def show_opening(memory: Memory, desk: Desk, worker: SignedIn, day: WorkersDay) -> None:
    """Who, why, and in which language they read; then a conversation in their own overview."""
    if not day.people:
        return
    draw("counter/open_person.html")
    above = st.container(key="opening-mistake")
    called = {one.person: one.called for one in day.people}
    with st.form("opening", border=False):
        person = st.selectbox(
            label("Wie?"),
            list(called),
            index=None,
            placeholder="",
            format_func=called.__getitem__,
            key="opening-person",
        )
        purpose = st.text_input(label("Waarom opent u dit?"), max_chars=120, key="opening-purpose")
        language = st.radio(
            label("In welke taal leest de inwoner?"),
            list(LANGUAGES),
            format_func=lambda code: LANGUAGES[code].own_name,
            horizontal=True,
            key="opening-language",
        )
        is_sent = st.form_submit_button(label("Open het overzicht"))
    if not is_sent:
        return
    mistake = _open(memory, desk, worker, str(person or ""), purpose, str(language))
    if mistake is None:
        st.switch_page("overview.py")
    with above:
        draw("counter/mistake.html", mistake=mistake)


def _open(
    memory: Memory, desk: Desk, worker: SignedIn, person: str, purpose: str, language: str
) -> Sentence | None:
    words = memory.words()
    accounts = get_portal().accounts
    try:
        accounts.keeping.helping.open(worker, person, purpose, accounts.clock())
    except NotAllowed:
        return words.say("Kies wie u helpt, en schrijf op waarom.")
    except StoreDown:
        return words.say("Dit werkt nu even niet. Probeer het straks weer.")
    begin_with(memory, desk, person, language)
    return None


def begin_with(memory: Memory, desk: Desk, person: str, language: str) -> None:
    """A conversation about the overview of this person, which is open to this worker now."""
    memory.clear()
    memory.language = language
    desk.person = person
    desk.conversation = Conversation(desk.counter, language, desk.language, Keeping.EXISTING)
    desk.is_explained = True


def show_picked_up(memory: Memory, worker: SignedIn, day: WorkersDay) -> None:
    """A handover arrived: who has the person now."""
    if not day.handovers:
        return
    words, portal = memory.words(), get_portal()
    draw("counter/picked_up.html")
    called = {one.person: one.called for one in day.people}
    said = {
        one.id: " – ".join(
            (called.get(one.person, ""), write_label(name_place(words, portal.catalogue, one.to)))
        )
        for one in day.handovers
    }
    with st.form("picked-up", border=False, clear_on_submit=True):
        handover = st.selectbox(
            label("Welke overdracht?"),
            list(said),
            index=None,
            placeholder="",
            format_func=said.__getitem__,
            key="picked-up-which",
        )
        by = st.text_input(label("Wie helpt nu?"), max_chars=80, key="picked-up-by")
        is_sent = st.form_submit_button(label("Opgepakt"))
    if is_sent and handover and by.strip():
        accounts = portal.accounts
        try:
            accounts.keeping.passing_on.pick_up(worker, str(handover), by, accounts.clock())
        except (NotAllowed, HandoverError, StoreDown):
            draw("counter/mistake.html", mistake=words.say("Dit lukte niet. Kijk of het al klaar is."))
            return
        st.rerun()
