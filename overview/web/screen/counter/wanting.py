"""What the citizen wants, and how much help fits now."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from overview.domain.capacity import SupportLevel, fit_to_counter, propose_support
from overview.domain.conversation import Conversation
from overview.web.screen.counter.fields import ask_own_words
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.words.agreement_view import SUPPORT, list_goals
from overview.words.speaking import msg


def list_levels(memory: Memory, conversation: Conversation) -> list[SupportLevel]:
    """The levels this counter can offer: without case management nothing is taken over here."""
    counter = memory.catalogue.counters[conversation.counter]
    return [level for level in SupportLevel if fit_to_counter(level, counter.has_case_management) is level]


def show_wanting(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """Goals in fixed sentences or own words, the three questions, and the level they choose together."""
    words, catalogue = memory.words(), memory.catalogue
    phrases = [
        phrase
        for phrase in catalogue.phrases.values()
        if phrase.about == "goal" and phrase.id not in conversation.goal_phrases
    ]
    draw("counter/goals.html", goals=list_goals(words, conversation, catalogue), phrases=phrases)
    with st.form("goal", border=False, clear_on_submit=True):
        said = ask_own_words(memory, msg("Of zeg het in uw eigen woorden"), "goal-told", is_long=False)
        is_sent = st.form_submit_button(label("Dit wil ik"))
    if is_sent and said.told is not None:
        desk.conversation = replace(conversation, goals=(*conversation.goals, said.told))
        st.rerun()
    proposed = propose_support(conversation.capacity)
    counter = catalogue.counters[conversation.counter]
    fitting = fit_to_counter(proposed, counter.has_case_management) if proposed else None
    draw(
        "counter/capacity.html",
        questions=catalogue.capacity,
        given={name: able.value for name, able in conversation.capacity.items()},
        proposal=words.say(SUPPORT[fitting]) if fitting else None,
        levels=[(level.value, words.say(SUPPORT[level])) for level in list_levels(memory, conversation)],
        chosen=conversation.support.value if conversation.support else "",
    )
