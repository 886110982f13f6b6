"""The story first: a line of time with what happened, how it is now, and what the citizen expects."""

from __future__ import annotations

import streamlit as st

from overview.domain.conversation import Conversation, StoryMoment, StoryTime
from overview.services.getting_digid import QUESTION
from overview.web.screen.counter.fields import ask_choice, ask_day, ask_own_words, read_day
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.words.counter_view import TIMES, view_line
from overview.words.speaking import msg


def show_story(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """The line, a form for the next moment, and what happened as life events and letters."""
    words, catalogue = memory.words(), memory.catalogue
    draw("counter/story.html", line=view_line(words, conversation, memory.situation, catalogue))
    draw("counter/events.html", events=catalogue.life_events.values())
    if memory.situation is not None:
        draw("counter/digid.html", answer=memory.situation.answers.get(QUESTION, ""))
    _ask_moment(memory, desk, conversation)


def _ask_moment(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    draw("counter/tell_moment.html")
    above = st.container(key="moment-mistake")
    with st.form("moment", border=False, clear_on_submit=True):
        times = {str(time): text for time, text in TIMES.items()}
        time = ask_choice(memory, msg("Waar op de lijn?"), times, "moment-time", StoryTime.NOW)
        said = ask_own_words(memory, msg("Wat gebeurde er?"), "moment-told")
        boxes = ask_day(msg("Welke dag? Dat mag leeg blijven."), "moment-day")
        is_sent = st.form_submit_button(label("Zet op de lijn"), type="primary")
    if not is_sent:
        return
    on = read_day(boxes)
    if said.told is None or on is False:
        with above:
            draw("mistake.html") if on is False else draw(
                "counter/mistake.html", mistake=memory.words().say("Schrijf eerst iets op.")
            )
        return
    moment = StoryMoment(StoryTime(time or StoryTime.NOW), said.told, on if on is not True else None)
    desk.conversation = conversation.tell(moment)
    memory.tell_change(label("Dit staat op de lijn."))
    st.rerun()
