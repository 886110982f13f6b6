"""What goes on after the conversation, with a yes for each: a code on paper, help by this worker."""

from __future__ import annotations

import streamlit as st

from overview.domain.access import NotAllowed
from overview.domain.conversation import Conversation, Keeping
from overview.domain.handovers import HandoverError
from overview.ports import StoreDown
from overview.services.keeping.claims import clean_word
from overview.web.screen.counter.existing import open_with_code
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal

SHORTEST_WORD = 4


def show_after(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """Keeping with a code where that was chosen; then, where something is kept, who goes on helping."""
    if conversation.keeping is Keeping.NOTHING:
        if conversation.referral is not None or conversation.check_in is not None:
            draw("counter/not_followed.html")
        return
    if conversation.keeping is Keeping.CLAIM_CODE and memory.code is None:
        _ask_code(memory, desk)
        return
    if desk.person:
        _ask_help(memory, desk, conversation)


def _ask_code(memory: Memory, desk: Desk) -> None:
    portal, words = get_portal(), memory.words()
    settings = portal.accounts.settings
    draw("keeping/code_consent.html", days=settings.claim_days, basis=settings.legal_basis)
    above = st.container(key="code-mistake")
    with st.form("keep-with-code", border=False):
        word = st.text_input(label("Uw woord (minstens vier letters)"), max_chars=40, key="talk-word")
        is_sure = st.checkbox(label("Ja, bewaar dit overzicht bij de code"), key="talk-sure")
        is_sent = st.form_submit_button(label("Maak een code"), type="primary")
    if not is_sent:
        return
    if not is_sure or len(clean_word(word)) < SHORTEST_WORD:
        with above:
            draw("keeping/tick_first.html" if not is_sure else "keeping/word_first.html")
        return
    claims, basis, now = portal.accounts.keeping.claims, settings.legal_basis.text, portal.accounts.clock()
    try:
        memory.code = claims.make(memory.to_kept(), word, memory.language, basis, now)
    except StoreDown:
        with above:
            draw("keeping/down.html")
        return
    memory.kept_version = 1
    # The citizen gives code and word right here, so that what follows can be kept with it.
    purpose = portal.words("nl").say("Gesprek aan het loket").plain
    mistake = open_with_code(memory, desk, memory.code.text, word, purpose)
    memory.tell_change(mistake.plain if mistake else words.say("Uw code staat op het scherm.").plain)
    st.rerun()


def _ask_help(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    if desk.is_helping:
        draw("counter/goes_on.html")
        return
    words = memory.words()
    draw("counter/may_help.html")
    above = st.container(key="help-mistake")
    with st.form("go-on", border=False):
        called = st.text_input(label("Hoe mogen wij u noemen?"), max_chars=80, key="help-called")
        is_sure = st.checkbox(label("Ja, dit loket mag mij blijven helpen"), key="help-sure")
        is_sent = st.form_submit_button(label("Spreek dit af"))
    if not is_sent:
        return
    if not is_sure or not called.strip():
        with above:
            draw("counter/mistake.html", mistake=words.say("Schrijf een naam op, en zet het vinkje."))
        return
    if not go_on_helping(memory, desk, conversation, called):
        with above:
            draw("counter/mistake.html", mistake=words.say("Dit lukte niet. Kijk of het al klaar is."))
        return
    desk.is_helping = True
    st.rerun()


def go_on_helping(memory: Memory, desk: Desk, conversation: Conversation, called: str) -> bool:
    """Keep who helps, the one handover and the moment to ask. False when that may not or cannot be."""
    worker, accounts = memory.visitor.worker, get_portal().accounts
    if worker is None or not desk.person:
        return False
    keeping, now = accounts.keeping, accounts.clock()
    basis = accounts.settings.legal_basis.text
    try:
        keeping.helping.start(worker, desk.person, called, desk.counter, memory.language, basis, now)
        if conversation.referral is not None:
            keeping.passing_on.open(worker, desk.person, conversation.referral, desk.counter, now)
        if conversation.check_in is not None:
            keeping.passing_on.agree_check_in(worker, desk.person, conversation.check_in, now)
    except (NotAllowed, HandoverError, StoreDown):
        return False
    return True
