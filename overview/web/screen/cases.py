"""The cases on the screen: what has arrived at once, the rest filled in as it comes, and reading anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from overview.web import case_reading
from overview.web.case_reading import Readings
from overview.web.screen.drawing import draw, label, render_kept, show, take_part, write_label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.case_view import view_reading
from overview.words.view import OverviewView

_LOOK_AGAIN: Final = 1.0
"""Seconds between two looks for answers that are on their way; nobody looks when none is."""


def read() -> Readings:
    """The cases for who is at this tab."""
    return case_reading.read_for(st.context.cookies)


def show_cases(memory: Memory, view: OverviewView) -> None:
    """Every source; while one has not answered, this part alone is drawn anew."""
    if view.is_reading:
        _fill_in(memory, view)
        return
    show(
        render_kept(memory, "cases", "cases.html", view=take_part(view, "cases", "cases_heading")),
        render_kept(
            memory, "debts", "debts.html", view=take_part(view, "debts", "debts_heading", "debts_note")
        ),
    )
    _show_buttons(memory, view)
    st.page_link("debts.py", label=label("Mijn schulden bij de overheid"))


@st.fragment(run_every=_LOOK_AGAIN)
def _fill_in(memory: Memory, view: OverviewView) -> None:
    if not case_reading.is_outstanding_for(st.context.cookies):
        # All is there: cases may ask something, so the whole order is made again, once.
        memory.tell_change(label("Uw zaken zijn gelezen."))
        st.rerun()
    portal = get_portal()
    words = portal.words(memory.language)
    readings = case_reading.read_for(st.context.cookies, wait_for=0.0)
    cases = tuple(view_reading(words, reading, portal.catalogue) for reading in readings)
    draw("cases.html", view=replace(view, cases=cases))


def _show_buttons(memory: Memory, view: OverviewView) -> None:
    opened = [case for source in view.cases for case in source.cases if case.has_more]
    if not any(source.is_live for source in view.cases):
        return
    with st.container(key="change-cases", gap="small"):
        for case in opened:
            if st.button(
                write_label(get_portal().words(memory.language).say("Meer over: {title}", title=case.title)),
                key=f"case-{case.key}",
            ):
                memory.case = case.key
                st.switch_page("case.py")
        for letter in dict.fromkeys(
            case.letter for source in view.cases for case in source.cases if case.letter
        ):
            if st.button(label(case_reading.LETTERS[letter]), key=f"case-letter-{letter}"):
                memory.template, memory.letter_step = letter, ""
                st.switch_page("sign.py")
        if st.button(label("Lees mijn zaken opnieuw"), key="read-cases-anew", type="tertiary"):
            case_reading.read_for(st.context.cookies, anew=True)
            st.rerun()
