"""The cases on the screen: what has arrived at once, the rest filled in as it comes, and reading anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st
from markupsafe import Markup

from overview.web import case_reading
from overview.web.screen.drawing import label, render, render_kept, show, take_part
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.case_view import view_reading
from overview.words.view import OverviewView

_LOOK_AGAIN: Final = 1.0
"""Seconds between two looks for answers that are on their way; nobody looks when none is."""


def render_cases(memory: Memory, view: OverviewView) -> Markup:
    """Every source, with what it answered."""
    part = take_part(view, "cases", "cases_heading", "cases_note")
    return render_kept(
        memory, "cases", "cases.html", view=part, is_on_screen=True, case_letters=case_reading.LETTERS
    )


def render_below(memory: Memory, view: OverviewView) -> str:
    """Under the cases: the debts, signing in for one's own cases, and reading anew."""
    debts = take_part(view, "debts", "debts_heading", "debts_note")
    below = take_part(view, "has_live_cases")
    # At a counter nobody signs in as the citizen: this browser is the worker's.
    can_sign_in = memory.desk is None and not memory.visitor.reaches(case_reading.LEAST_LEVEL)
    return render_kept(memory, "debts", "debts.html", view=debts) + render_kept(
        memory, "cases_below", "screen/cases_below.html", view=below, can_sign_in=can_sign_in
    )


@st.fragment(run_every=_LOOK_AGAIN)
def fill_in(memory: Memory, view: OverviewView) -> None:
    """The sources while one has not answered: this part alone is drawn anew until all have."""
    if not case_reading.is_outstanding_for(st.context.cookies):
        # All is there: cases may ask something, so the whole order is made again, once.
        memory.tell_change(label("Uw zaken zijn gelezen."))
        st.rerun()
    words = memory.words()
    readings = case_reading.read_for(st.context.cookies, wait_for=0.0)
    cases = tuple(view_reading(words, reading, get_portal().catalogue) for reading in readings)
    show(
        render(
            "cases.html",
            view=replace(view, cases=cases),
            is_on_screen=True,
            case_letters=case_reading.LETTERS,
        )
    )
