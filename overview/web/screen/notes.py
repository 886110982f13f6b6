"""The citizen's own note and way of doing at a step: shown where the step stands, kept only after a yes."""

from __future__ import annotations

from markupsafe import Markup

from overview.web.screen.drawing import render
from overview.web.screen.memory import Memory
from overview.words.kept_view import CHANNELS


def render_note(memory: Memory, step_id: str) -> Markup:
    """The citizen's own note and way of doing at a step; empty when there is nothing."""
    note, channel = memory.notes.get(step_id, ""), memory.channels.get(step_id, "")
    if not note and channel not in CHANNELS:
        return Markup("")
    said = memory.words().say(CHANNELS[channel]) if channel in CHANNELS else None
    return Markup(render("keeping/note.html", note=note, channel=said))


def keep_note(memory: Memory, step_id: str, note: str, channel: str) -> None:
    """Take a note and a way of doing at a step; empty takes it away."""
    for kept, value in ((memory.notes, note.strip()), (memory.channels, channel)):
        kept.pop(step_id, None)
        if value:
            kept[step_id] = value
