"""One case: how it went, what is still to come, and its papers."""

import streamlit as st

from overview.web import case_reading
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal
from overview.words.case_details_view import view_details
from overview.words.case_view import view_case

memory = get_memory()
portal = get_portal()
case = case_reading.find_case(case_reading.read_for(st.context.cookies), memory.case)
if case is None:
    st.switch_page("overview.py")
else:
    words = memory.words()
    found = case_reading.fetch_details(st.context.cookies, case)
    details = view_details(words, case, found, portal.catalogue) if found else None
    draw("case_details.html", case=view_case(words, case, portal.catalogue), details=details)
    draw("screen/way_to_steps.html", text=words.say("Terug naar mijn stappen"))
