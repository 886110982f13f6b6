"""One step on which both agree: who does it, how, when."""

import streamlit as st

from overview.web.screen.counter.agreement_form import show_agreement
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory, get_situation

memory = get_memory()
desk, conversation = get_talk(memory)
view = memory.build_view(get_situation())
step = next((one for one in view.all_steps if one.id == desk.step), None)
if step is None:
    st.switch_page("overview.py")
show_agreement(memory, desk, conversation, step)
