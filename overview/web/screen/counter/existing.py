"""Opening the overview a citizen has already: with the code and the word, or signed in on this screen."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from overview.domain.access import NotAllowed
from overview.domain.conversation import Conversation
from overview.ports import StoreDown
from overview.services.keeping.claims import Asker, ClaimProblem
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.web.screen.saving import keep_up
from overview.wiring import get_portal
from overview.words.text import Sentence


def show_existing(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """Code and word; or the way to sign in, after which the code of the screen brings this back."""
    draw("counter/existing.html", citizen=memory.visitor.citizen)
    if memory.visitor.citizen is not None:
        _show_own(memory, desk)
        return
    above = st.container(key="existing-mistake")
    with st.form("existing", border=False):
        code = st.text_input(label("De code van het papier"), max_chars=20, key="existing-code")
        word = st.text_input(label("Het woord dat u koos"), max_chars=40, key="existing-word")
        purpose = st.text_input(
            label("Waarom openen wij dit?"),
            value=memory.words().say("Gesprek aan het loket").plain,
            max_chars=120,
            key="existing-purpose",
        )
        is_sent = st.form_submit_button(label("Open het overzicht"), type="primary")
    if not is_sent:
        return
    mistake = open_with_code(memory, desk, code, word, purpose)
    if mistake is None:
        desk.is_explained = True
        desk.conversation = replace(conversation)
        st.switch_page("overview.py")
    with above:
        draw("counter/mistake.html", mistake=mistake)


def _show_own(memory: Memory, desk: Desk) -> None:
    """The overview of who signed in on this screen; says so when nothing of it was ever kept."""
    if not st.button(label("Open mijn eigen overzicht"), key="open-own", type="primary", width="stretch"):
        return
    desk.is_explained, memory.asked_for = True, ""
    keep_up(memory)
    if memory.saving is not None:
        st.switch_page("overview.py")
    desk.is_explained = False
    words = memory.words()
    is_none_kept = bool(memory.asked_for)
    none_kept = words.say("U heeft nog geen bewaard overzicht. U kunt wel samen beginnen, zonder bewaren.")
    is_away = words.say("Dit werkt nu even niet. Probeer het straks weer.")
    draw("counter/mistake.html", mistake=none_kept if is_none_kept else is_away)


def open_with_code(memory: Memory, desk: Desk, code: str, word: str, purpose: str) -> Sentence | None:
    """Open an overview to this worker; None when it is open, else what went wrong."""
    worker, words, accounts = memory.visitor.worker, memory.words(), get_portal().accounts
    if worker is None:
        return words.say("Log eerst in")
    asker = Asker(worker.session, st.context.ip_address or "")
    try:
        found = accounts.keeping.claims.open_at_counter(worker, asker, code, word, purpose, accounts.clock())
    except NotAllowed:
        return words.say("Schrijf op waarom.")
    except StoreDown:
        return words.say("Dit werkt nu even niet. Probeer het straks weer.")
    if found is ClaimProblem.TOO_MANY_TRIES:
        return words.say("Te veel keer geprobeerd. Wacht een uur.")
    if isinstance(found, ClaimProblem):
        return words.say("Deze code en dit woord horen niet bij elkaar. Kijk het na.")
    desk.person = found
    return None
