"""One question on the screen: a button per answer, or three boxes for a day; always "I don't know"."""

from __future__ import annotations

from datetime import date

import streamlit as st

from overview.domain.situation import UNKNOWN, Answer
from overview.web import journey
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory, get_memory
from overview.wiring import get_portal


def list_asked(memory: Memory) -> tuple[journey.Asking, ...]:
    """The questions of this tab's situation."""
    if memory.situation is None:
        return ()
    return journey.list_questions(get_portal().catalogue, memory.situation, memory.asked)


def take_answer(memory: Memory, asking: journey.Asking, value: Answer) -> None:
    """Put this answer in its place, and have it said."""
    if memory.situation is None:
        return
    memory.situation = journey.answer(memory.situation, asking, value)
    memory.asked = memory.asked | {asking.key}
    memory.question = None
    memory.has_just_answered = True
    memory.tell_change(memory.words().say("Uw antwoord staat erin.").plain)


def show_choices(memory: Memory, asking: journey.Asking) -> None:
    """A button per answer; the answer given before stands out."""
    options = [(choice.id, choice.text) for choice in asking.question.choices]
    with st.container(key=f"answer-{asking.key.replace('.', '-')}", gap="small"):
        for value, text in [*options, (UNKNOWN, "Weet ik niet")]:
            is_given = asking.answer == value
            st.button(
                f"✓ {label(text)}" if is_given else label(text),
                key=f"answer-{asking.key}-{value}",
                type="primary" if is_given else "secondary",
                width="stretch",
                wrap=True,
                on_click=take_answer,
                args=(memory, asking, value),
            )


def name_answer(asking: journey.Asking) -> str:
    """A question in short with the answer given, as a label of the button that changes it."""
    words = get_memory().words()
    given = asking.answer
    if isinstance(given, date):
        said = words.day(given)
    else:
        texts = {choice.id: choice.text for choice in asking.question.choices}
        said = words.say(texts.get(given or UNKNOWN, "Weet ik niet"))
    short = words.say(asking.question.short or asking.question.text)
    return f"{write_label(short)}: {write_label(said)}"


def show_day(memory: Memory, asking: journey.Asking) -> None:
    """A day in three boxes: no calendar to leaf through, no language of its own."""
    known = asking.answer if isinstance(asking.answer, date) else None
    above = st.container(key="day-mistake")
    with st.form(f"day-{asking.key}", border=False, enter_to_submit=True):
        with st.container(horizontal=True, key="day-boxes"):
            boxes = [
                st.text_input(name, written, max_chars=size, width=width, key=f"{asking.key}-{part}")
                for part, name, written, size, width in (
                    ("day", label("Dag"), str(known.day) if known else "", 2, 90),
                    ("month", label("Maand"), str(known.month) if known else "", 2, 90),
                    ("year", label("Jaar"), str(known.year) if known else "", 4, 120),
                )
            ]
        draw("day_hint.html", today=get_portal().today())
        is_sent = st.form_submit_button(label("Verder"), type="primary")
    if is_sent:
        day, month, year = boxes
        typed = journey.read_day(day, month, year, get_portal().today())
        if typed is None:
            with above:
                draw("mistake.html")
        else:
            take_answer(memory, asking, typed)
            st.rerun()
    with st.container(key=f"answer-{asking.key.replace('.', '-')}"):
        unknown = label("Weet ik niet")
        st.button(
            f"✓ {unknown}" if asking.answer == UNKNOWN else unknown,
            key=f"{asking.key}-unknown",
            width="stretch",
            on_click=take_answer,
            args=(memory, asking, UNKNOWN),
        )
