"""Entry of every screen: names the pages, shows what stands around each, and keeps the answers."""

import streamlit as st

from overview.web.screen import saving, saving_parts
from overview.web.screen.calm import show_calm
from overview.web.screen.counter.resuming import show_cover
from overview.web.screen.counter.watching import look_after
from overview.web.screen.desk import Presence
from overview.web.screen.drawing import draw, label
from overview.web.screen.keeper import name_part, show_keeper
from overview.web.screen.masthead import show_foot, show_masthead
from overview.web.screen.memory import get_memory
from overview.web.screen.titles import ALWAYS_OPEN, TITLES
from overview.web.screen.visitor import may_show, take_visitor

memory = get_memory()
brand = label("Mijn overzicht")
page = st.navigation(
    [
        st.Page(
            f"{name}.py",
            title=f"{label(title)} – {brand}",
            url_path=None if name == "start" else name,
            default=name == "start",
        )
        for name, title in TITLES.items()
    ],
    position="hidden",
)
place = page.url_path or "start"
take_visitor(memory)
presence = look_after(memory)
if presence is Presence.COVERED:
    show_keeper(memory, place="covered")
    show_cover(memory)
    st.stop()
saving.keep_up(memory)
show_masthead(memory, place)
state = st.empty()
show_keeper(memory, place=f"{place} {name_part(memory, place)}")
if place in ALWAYS_OPEN or memory.is_restored:
    try:
        if may_show(memory, place):
            page.run()
    except Exception as error:
        show_calm(error)
else:
    draw("wait.html")
saving.keep_up(memory)
saving_parts.show_state(memory, state, place)
show_foot(memory, place)
