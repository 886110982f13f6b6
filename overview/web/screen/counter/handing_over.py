"""A warm handover in the conversation, and a hand on the pulse for those who want it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from overview.domain.conversation import CheckInWish, Conversation, ConversationChannel, Referral
from overview.web.screen.counter.agreement_form import list_channels
from overview.web.screen.counter.fields import ask_choice, ask_day, ask_own_words, read_day
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.agreement_view import name_place, say_referral
from overview.words.speaking import msg
from overview.words.text import Sentence


def show_handover(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """At most one referral; then a later moment, only when the citizen wants it."""
    _ask_referral(memory, desk, conversation)
    _ask_check_in(memory, desk, conversation)


def _ask_referral(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    words, catalogue = memory.words(), memory.catalogue
    head = st.container(key="handover-head")
    mistake: Sentence | None = None
    referral = conversation.referral
    if referral is None:
        names = [*catalogue.agencies, *catalogue.help_around]
        with st.form("handover", border=False):
            place = st.selectbox(
                label("Naar wie?"),
                names,
                index=None,
                placeholder="",
                format_func=lambda name: write_label(name_place(words, catalogue, name)),
                key="handover-place",
            )
            spoke_to = st.text_input(label("Met wie sprak u daar?"), max_chars=80, key="handover-spoke")
            is_introduced = st.checkbox(label("Zij weten wie er komt en waarom"), key="handover-introduced")
            said = ask_own_words(memory, msg("Waarom?"), "handover-reason", is_long=False, is_workers=True)
            is_sent = st.form_submit_button(label("Draag over"), type="primary")
        if is_sent and place and spoke_to.strip() and is_introduced:
            referral = Referral(str(place), " ".join(spoke_to.split()), True, said.told)
            desk.conversation = replace(conversation, referral=referral)
            st.rerun()
        elif is_sent:
            mistake = words.say("Bel eerst. Schrijf op met wie u sprak, en dat zij weten wie er komt.")
    elif st.button(label("Haal de overdracht terug"), key="take-back", type="tertiary"):
        desk.conversation = replace(conversation, referral=None)
        st.rerun()
    with head:
        said_now = say_referral(words, referral, catalogue) if referral else None
        draw("counter/handover.html", referral=said_now, mistake=mistake)


def _ask_check_in(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    counter = memory.catalogue.counters[conversation.counter]
    draw("counter/check_in.html")
    wish = conversation.check_in
    if wish is not None:
        draw("counter/check_in_set.html", day=memory.words().day(wish.on))
        if st.button(label("Toch niet"), key="no-check-in"):
            desk.conversation = replace(conversation, check_in=None)
            st.rerun()
        return
    above = st.container(key="check-in-mistake")
    with st.form("check-in", border=False):
        boxes = ask_day(msg("Op welke dag?"), "check-in-day")
        channel = ask_choice(memory, msg("Hoe?"), list_channels(counter), "check-in-channel", "phone")
        is_sent = st.form_submit_button(label("Ja, graag"))
    if is_sent:
        on = read_day(boxes)
        if isinstance(on, bool) or on is None or on <= get_portal().today():
            with above:
                draw("mistake.html")
            return
        asked = CheckInWish(on, ConversationChannel(channel or ConversationChannel.PHONE))
        desk.conversation = replace(conversation, check_in=asked)
        st.rerun()
