"""Entry of every screen: names the pages, shows what stands around each, and keeps the answers."""

import streamlit as st

from overview.web.screen.counter.resuming import show_cover
from overview.web.screen.desk import Presence
from overview.web.screen.drawing import label
from overview.web.screen.keeper import show_keeper
from overview.web.screen.masthead import show_foot, show_masthead
from overview.web.screen.memory import get_memory
from overview.web.screen.middle import DRAWN_ANEW, look_around, show_middle, take_around
from overview.web.screen.titles import TITLES

memory = get_memory()


def name_pages() -> list[st.Page]:
    """Every page with its title in the language of this tab."""
    brand = label("Mijn overzicht")
    return [
        st.Page(
            f"{name}.py",
            title=f"{label(title)} – {brand}",
            url_path=None if name == "start" else name,
            default=name == "start",
        )
        for name, title in TITLES.items()
    ]


# Each page that is made looks for its file: made once for this tab and language.
pages = memory.drawn.take("pages", (memory.language, memory.beside), name_pages)
page = st.navigation(pages, position="hidden")
place = page.url_path or "start"
if look_around(memory) is Presence.COVERED:
    show_keeper(memory, place="covered")
    show_cover(memory)
    st.stop()
memory.around = take_around(memory)
show_masthead(memory, memory.around, place)
if place in DRAWN_ANEW:
    page.run()
else:
    show_middle(memory, place, page.run)
show_foot(memory, memory.around, place)
