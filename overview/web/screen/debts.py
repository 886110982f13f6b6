"""Debts that a citizen brings to the screen: a file from this device, or its text pasted.

The browser reads the file and hands on its text; nothing is uploaded, and nothing of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from overview.domain.debts import LARGEST_DOCUMENT
from overview.services.fields import BadInput
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.debt_view import say_not_added, view_debts

_OUTCOME: Final = "debts-outcome"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Uitkomst van het lezen. `template` says it; `count` debts were read, `skipped` lines were not."""

    template: str
    count: int = 0
    skipped: int = 0


def take_document(memory: Memory, document: str) -> None:
    """Read this document; what came of it is said by `show_outcome`."""
    if len(document.encode("utf-8", "replace")) > LARGEST_DOCUMENT:
        outcome = Outcome("debts_large.html")
    else:
        try:
            memory.situation, skipped = get_portal().bring_debts(memory.situation, document)
            memory.is_restored = True
            outcome = Outcome("debts_read.html", len(memory.situation.debts), skipped)
        except BadInput:
            outcome = Outcome("debts_bad.html")
    st.session_state[_OUTCOME] = outcome


def refuse_large(_: Memory) -> None:
    """The browser saw that the file is too large, and did not read it."""
    st.session_state[_OUTCOME] = Outcome("debts_large.html")


def show_choosing(memory: Memory) -> None:
    """A file of this device, or its text."""
    draw("debts_choose.html", largest=LARGEST_DOCUMENT)
    with st.form("bring-debts", border=False, clear_on_submit=True):
        document = st.text_area(label("Of plak hier het hele bestand"), height=160, key="debts-text")
        is_sent = st.form_submit_button(label("Lees mijn schulden"))
    if is_sent:
        take_document(memory, document)


def show_outcome(memory: Memory) -> None:
    """What came of it, once; and the debts that are in the overview now."""
    outcome = st.session_state.pop(_OUTCOME, None)
    if isinstance(outcome, Outcome):
        draw(outcome.template, count=outcome.count, skipped=outcome.skipped)
    if memory.situation is not None and memory.situation.debts:
        words = memory.words()
        debts = view_debts(words, memory.situation.debts, get_portal().catalogue)
        draw("debts_list.html", debts=debts, note=say_not_added(words))
        draw("screen/way_to_steps.html", text=words.say("Naar mijn stappen"))
