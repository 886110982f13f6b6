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


def show_cases(memory: Memory, view: OverviewView) -> None:
    """Every source; while one has not answered, this part alone is drawn anew."""
    if view.is_reading:
        _fill_in(memory, view)
    else:
        show(_render_cases(memory, view))
    debts = take_part(view, "debts", "debts_heading", "debts_note")
    below = take_part(view, "has_live_cases", "cases")
    # At a counter nobody signs in as the citizen: this browser is the worker's.
    can_sign_in = memory.desk is None and not memory.visitor.reaches(case_reading.LEAST_LEVEL)
    show(
        render_kept(memory, "debts", "debts.html", view=debts),
        render_kept(memory, "cases_below", "screen/cases_below.html", view=below, can_sign_in=can_sign_in),
    )


def _render_cases(memory: Memory, view: OverviewView) -> Markup:
    part = take_part(view, "cases", "cases_heading", "cases_note")
    return render_kept(
        memory, "cases", "cases.html", view=part, is_on_screen=True, case_letters=case_reading.LETTERS
    )


@st.fragment(run_every=_LOOK_AGAIN)
def _fill_in(memory: Memory, view: OverviewView) -> None:
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
