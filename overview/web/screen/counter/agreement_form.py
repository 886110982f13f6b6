"""Agreeing on one step: who does it, how, when, and what was said."""

from __future__ import annotations

import streamlit as st

from overview.domain.capacity import SupportLevel
from overview.domain.catalogue import Counter
from overview.domain.conversation import Agreement, Appointment, Conversation, ConversationChannel
from overview.domain.own_steps import Doer
from overview.domain.situation import Situation
from overview.services.agreeing import agree, call_not_needed, note_contact
from overview.services.conversation_reader import read_clock
from overview.services.fields import BadInput
from overview.web.screen.counter.fields import ask_choice, ask_day, ask_own_words, read_day
from overview.web.screen.counter.wanting import list_levels
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.agreement_view import CHANNELS, SUPPORT
from overview.words.speaking import msg
from overview.words.view import StepView

_DOERS = {
    Doer.CITIZEN: msg("Ik zelf"),
    Doer.TOGETHER: msg("Samen met de medewerker"),
    Doer.WORKER: msg("De medewerker, voor mij"),
    Doer.AGENCY: msg("De organisatie zelf"),
    Doer.FAMILY: msg("Iemand van mijn familie"),
}


def list_doers(counter: Counter) -> dict[str, str]:
    """Who can do a step here: a worker takes it over only where the counter keeps following people."""
    return {
        str(doer): text
        for doer, text in _DOERS.items()
        if counter.has_case_management or doer is not Doer.WORKER
    }


def list_channels(counter: Counter) -> dict[str, str]:
    """How it can be done from here: a visit only where workers or volunteers go to people."""
    return {
        str(channel): text
        for channel, text in CHANNELS.items()
        if counter.visits_people or channel is not ConversationChannel.VISIT
    }


def show_agreement(memory: Memory, desk: Desk, conversation: Conversation, step: StepView) -> None:
    """The form for one step, filled with what was agreed before."""
    situation = memory.situation
    if situation is None:
        return
    counter = memory.catalogue.counters[conversation.counter]
    made = conversation.find_agreement(step.id)
    draw("counter/agree.html", step=step)
    above = st.container(key="agree-mistake")
    with st.form(f"agree-{step.id}", border=False):
        taken = situation.taken_by.get(step.id, Doer.CITIZEN)
        doer = ask_choice(memory, msg("Wie doet dit?"), list_doers(counter), "agree-doer", taken)
        channel = ask_choice(memory, msg("Hoe?"), list_channels(counter), "agree-channel", made.channel)
        boxes = ask_day(msg("Op welke dag? Dat mag leeg blijven."), "agree-day")
        clock = st.text_input(label("Hoe laat? Dat mag leeg blijven."), max_chars=5, key="agree-clock")
        phrases = _ask_phrases(memory, made)
        said = ask_own_words(memory, msg("Wat spraken wij nog meer af?"), "agree-told", is_workers=True)
        levels = {str(level): SUPPORT[level] for level in list_levels(memory, conversation)}
        support = ask_choice(
            memory, msg("Hoeveel hulp bij deze stap?"), levels, "agree-support", made.support
        )
        is_sent = st.form_submit_button(label("Spreek dit af"), type="primary")
    if is_sent:
        try:
            agreement = Agreement(
                channel=ConversationChannel(channel) if channel else None,
                appointment=_read_appointment(boxes, clock) or made.appointment,
                phrases=phrases,
                told=said.told or made.told,
                support=SupportLevel(support) if support else None,
            )
        except BadInput:
            with above:
                draw("mistake.html")
            return
        noted = note_contact(
            conversation, agreement, memory.catalogue.phrases, step.agency.id, get_portal().today()
        )
        both = agree(situation, noted, step.id, Doer(doer or Doer.CITIZEN), agreement)
        _take(memory, desk, both, step)
    _ask_not_needed(memory, desk, conversation, step, situation)
    if st.button(label("Terug naar de stappen"), key="back-to-steps", type="tertiary"):
        st.switch_page("overview.py")


def _read_appointment(boxes: tuple[str, str, str], clock: str) -> Appointment | None:
    on = read_day(boxes)
    if isinstance(on, bool) or (on is None and clock.strip()):
        raise BadInput("on", "is geen dag.")
    if on is None:
        return None
    return Appointment(on, read_clock(clock, "at") if clock.strip() else None)


def _ask_phrases(memory: Memory, made: Agreement) -> tuple[str, ...]:
    st.markdown("**" + label("Wat spraken wij af?") + "**")
    chosen = [
        phrase.id
        for phrase in memory.catalogue.phrases.values()
        if phrase.about == "agreed"
        and st.checkbox(label(phrase.text), value=phrase.id in made.phrases, key=f"agree-phrase-{phrase.id}")
    ]
    return tuple(chosen)


def _ask_not_needed(
    memory: Memory, desk: Desk, conversation: Conversation, step: StepView, situation: Situation
) -> None:
    draw("counter/not_needed.html")
    with st.form(f"not-needed-{step.id}", border=False):
        reasons = {p.id: p.text for p in memory.catalogue.phrases.values() if p.about == "not_needed"}
        reason = ask_choice(memory, msg("Waarom niet?"), reasons, "not-needed-reason")
        said = ask_own_words(memory, msg("Of in uw eigen woorden"), "not-needed-told", is_long=False)
        is_sent = st.form_submit_button(label("Niet nodig"))
    if is_sent:
        agreement = Agreement(phrases=(reason,) if reason else (), not_needed_because=said.told)
        _take(memory, desk, call_not_needed(situation, conversation, step.id, agreement), step)


def _take(memory: Memory, desk: Desk, both: tuple[Situation, Conversation], step: StepView) -> None:
    memory.situation, desk.conversation = both
    desk.pointed_at, desk.step = step.id, ""
    memory.tell_change(label("Afgesproken") + f": {step.title.plain}", f"title-{step.id}")
    st.switch_page("overview.py")
