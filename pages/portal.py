"""Entry of every screen: names the pages, shows what stands around each, and keeps the answers."""

import streamlit as st

from overview.web.screen.calm import show_calm
from overview.web.screen.counter.covering import show_covered
from overview.web.screen.counter.watching import look_after
from overview.web.screen.desk import Presence
from overview.web.screen.drawing import draw, label
from overview.web.screen.keeper import name_part, show_keeper
from overview.web.screen.masthead import show_foot, show_masthead
from overview.web.screen.memory import get_memory
from overview.web.screen.visitor import may_show, take_visitor

memory = get_memory()
brand = label("Mijn overzicht")
titles = {
    "start": label("Begin"),
    "questions": label("Vragen"),
    "overview": label("Stappen"),
    "agencies": label("Organisaties"),
    "danger": label("Hulp"),
    "accessibility": label("Toegankelijkheid"),
    "letters": label("Brieven"),
    "sign": label("Brief maken"),
    "help_around": label("Hulp dichtbij"),
    "glossary": label("Woorden"),
    "worker": label("Loket"),
    "conversation": label("Gesprek"),
    "story": label("Verhaal"),
    "goals": label("Doelen en hulp"),
    "own_step": label("Eigen stap"),
    "agree": label("Afspraak"),
    "handover": label("Overdracht"),
    "ending": label("Afsluiten"),
}
page = st.navigation(
    [
        st.Page(
            f"{name}.py",
            title=f"{title} – {brand}",
            url_path=None if name == "start" else name,
            default=name == "start",
        )
        for name, title in titles.items()
    ],
    position="hidden",
)
place = page.url_path or "start"
take_visitor(memory)
presence = look_after(memory)
if presence is Presence.COVERED and memory.desk is not None:
    show_keeper(memory, place="covered")
    show_covered(memory, memory.desk)
    st.stop()
show_masthead(memory, place)
show_keeper(memory, place=f"{place} {name_part(memory, place)}")
if place in ("start", "danger", "accessibility", "help_around", "glossary") or memory.is_restored:
    try:
        if may_show(memory, place):
            page.run()
    except Exception as error:
        show_calm(error)
else:
    draw("wait.html")
show_foot(memory, place)
