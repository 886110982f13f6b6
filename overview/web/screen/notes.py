"""The citizen's own note and way of doing at a step: shown where the step stands, kept only after a yes."""

from __future__ import annotations

import streamlit as st

from overview.web.screen.drawing import render
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.kept_view import CHANNELS


def show_note(memory: Memory, step_id: str) -> None:
    """The citizen's own note and way of doing at a step, where there is one."""
    html = render_note(memory, step_id)
    if html:
        st.html(html)


def render_note(memory: Memory, step_id: str) -> str:
    """The same as HTML; empty when there is nothing."""
    note, channel = memory.notes.get(step_id, ""), memory.channels.get(step_id, "")
    if not note and channel not in CHANNELS:
        return ""
    said = get_portal().words(memory.language).say(CHANNELS[channel]) if channel in CHANNELS else None
    return render("keeping/note.html", note=note, channel=said)


def keep_note(memory: Memory, step_id: str, note: str, channel: str) -> None:
    """Take a note and a way of doing at a step; empty takes it away."""
    for kept, value in ((memory.notes, note.strip()), (memory.channels, channel)):
        kept.pop(step_id, None)
        if value:
            kept[step_id] = value
