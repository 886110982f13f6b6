"""The start of a conversation: the worker chooses, the citizen hears what will happen and agrees."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from i18n.languages import LANGUAGES
from overview.domain.conversation import Conversation, Interpreter, Keeping
from overview.web.screen.counter.existing import show_existing
from overview.web.screen.counter.fields import ask_choice
from overview.web.screen.counter.watching import see_off
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.words.agreement_view import say_keeping
from overview.words.counter_view import INTERPRETERS, KEEPINGS, REFERRERS
from overview.words.speaking import msg


def show_begin(memory: Memory, desk: Desk) -> None:
    """In the worker's language: the citizen's language, who interprets, and what is kept."""
    counter = memory.catalogue.counters[desk.counter]
    draw("counter/begin.html", has_quiet_room=counter.has_quiet_room)
    above = st.container(key="begin-mistake")
    with st.form("begin", border=False):
        language = st.radio(
            label("In welke taal leest de inwoner?"),
            list(LANGUAGES),
            index=None,
            format_func=lambda code: LANGUAGES[code].own_name,
            key="begin-language",
        )
        interpreters = {str(code): text for code, text in INTERPRETERS.items()}
        interpreter = ask_choice(
            memory, msg("Wie tolkt?"), interpreters, "begin-interpreter", Interpreter.NOT_NEEDED
        )
        came_by: str | None = "self"
        if counter.comes_by_referral:
            # No walk-in here: the worker writes down who sent this person before anything else.
            referrers = {name: REFERRERS[name] for name in counter.referred_by}
            came_by = ask_choice(memory, msg("Wie stuurde deze inwoner?"), referrers, "begin-came-by")
        keepings = {str(code): text for code, text in KEEPINGS.items()}
        keeping = ask_choice(memory, msg("Wat bewaren wij?"), keepings, "begin-keeping", Keeping.NOTHING)
        is_sent = st.form_submit_button(label("Leg het uit aan de inwoner"), type="primary")
    if not is_sent:
        return
    if language is None or came_by is None:
        with above:
            draw("counter/mistake.html", mistake=memory.words().say("Kies bij elke vraag een antwoord."))
        return
    # A new conversation on a clean screen, from now on in two languages.
    memory.clear()
    memory.language = str(language)
    desk.conversation = Conversation(
        counter=desk.counter,
        language=str(language),
        worker_language=desk.language,
        keeping=Keeping(keeping or Keeping.NOTHING),
        interpreter=Interpreter(interpreter or Interpreter.NOT_NEEDED),
        came_by=came_by,
    )
    st.rerun()


def show_explain(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """In the citizen's language: what will happen and what is written down."""
    words = memory.words()
    is_with_interpreter = conversation.interpreter is not Interpreter.NOT_NEEDED
    draw(
        "counter/explain.html",
        keeping=say_keeping(words, conversation),
        keeps_nothing=conversation.keeping is Keeping.NOTHING,
        interpreter=words.say(INTERPRETERS[conversation.interpreter]) if is_with_interpreter else None,
    )
    if conversation.keeping is Keeping.EXISTING:
        show_existing(memory, desk, conversation)
    with st.container(key="explain"):
        is_new, yes = conversation.keeping is not Keeping.EXISTING, label("Ja, zo is het goed")
        if is_new and st.button(yes, key="agree-to-talk", type="primary", width="stretch"):
            desk.is_explained = True
            st.switch_page("story.py")
        keeps = conversation.keeping is not Keeping.NOTHING
        if keeps and st.button(label("Liever niets bewaren"), key="keep-nothing", width="stretch"):
            see_off(memory)
            desk.conversation = replace(conversation, keeping=Keeping.NOTHING)
            st.rerun()
        if st.button(label("Toch geen gesprek"), key="no-talk", type="tertiary"):
            see_off(memory)
            memory.clear()
            st.switch_page("worker.py")
