"""Asking whether to keep the overview: what, why, on which ground, how long. Nothing is ticked beforehand."""

import streamlit as st

from overview.web.screen import saving
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import get_memory, get_situation
from overview.wiring import get_portal

memory = get_memory()
get_situation()
settings = get_portal().accounts.settings
who = memory.visitor.citizen
if who is None or memory.saving is not None:
    st.switch_page("overview.py")
draw("keeping/keep.html", acts_for=who.acts_for, basis=settings.legal_basis, days=settings.keep_days)
is_sure = st.checkbox(label("Ja, bewaar mijn overzicht"), key="keep-sure")
with st.container(horizontal=True, key="keep-or-not"):
    if st.button(label("Bewaar"), key="keep", type="primary"):
        if not is_sure:
            draw("keeping/tick_first.html")
        elif saving.start(memory, who):
            memory.tell_change(label("Uw overzicht is bewaard."))
            st.switch_page("overview.py")
        else:
            draw("keeping/down.html")
    if st.button(label("Nee, bewaar niets"), key="keep-not", type="tertiary"):
        st.switch_page("overview.py")
