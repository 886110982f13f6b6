"""Debts: paste the document of the Vorderingenoverzicht Rijk; it becomes steps, and is not kept."""

import streamlit as st

from overview.services.fields import BadInput
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal
from overview.words.debt_view import say_not_added, view_debts

memory = get_memory()
portal = get_portal()
words = memory.words()
draw("debts_bring.html")
with st.form("bring-debts", border=False):
    document = st.text_area(label("Plak hier het hele bestand"), height=160, max_chars=1_000_000)
    is_sent = st.form_submit_button(label("Lees mijn schulden"), type="primary")
if is_sent:
    try:
        memory.situation, skipped = portal.bring_debts(memory.situation, document)
    except BadInput:
        draw("debts_bad.html")
    else:
        memory.is_restored = True
        draw("debts_read.html", count=len(memory.situation.debts), skipped=skipped)
if memory.situation is not None and memory.situation.debts:
    debts = view_debts(words, memory.situation.debts, portal.catalogue)
    draw("debts_list.html", debts=debts, note=say_not_added(words))
    draw("screen/way_to_steps.html", text=words.say("Naar mijn stappen"))
