"""An own note and a way of doing at one step: words of the citizen, kept only after a yes."""

import streamlit as st

from overview.services.keeping.text import LONGEST_NOTE
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import get_memory, get_situation
from overview.web.screen.notes import keep_note
from overview.wiring import get_portal
from overview.words.kept_view import CHANNELS

memory = get_memory()
portal = get_portal()
view = memory.build_view(get_situation())
step = next((one for one in view.all_steps if one.id == memory.noted_step), None)
if step is None:
    st.switch_page("overview.py")
draw("keeping/note_head.html", title=step.title, is_kept=memory.saving is not None)
note = st.text_area(
    label("Uw notitie"), memory.notes.get(step.id, ""), max_chars=LONGEST_NOTE, key=f"note-{step.id}"
)
offered = [kind for kind in CHANNELS if kind in {channel.kind for channel in step.channels}]
chosen = memory.channels.get(step.id)
channel = st.radio(
    label("Hoe wilt u dit doen?"),
    ["", *offered],
    index=1 + offered.index(chosen) if chosen in offered else 0,
    format_func=lambda kind: label(CHANNELS[kind]) if kind else label("Weet ik niet"),
    key=f"channel-{step.id}",
)
if st.button(label("Klaar"), key="note-done", type="primary"):
    keep_note(memory, step.id, note, channel or "")
    memory.tell_change(label("Uw notitie staat erbij."), f"title-{step.id}")
    st.switch_page("overview.py")
