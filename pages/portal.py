"""Entry of every screen: names the pages, shows what stands around each, and keeps the answers."""

import streamlit as st

from overview.web.screen import saving, saving_parts
from overview.web.screen.calm import show_calm
from overview.web.screen.drawing import draw, label
from overview.web.screen.keeper import show_keeper
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
    "keep": label("Bewaren"),
    "my_data": label("Mijn gegevens"),
    "note": label("Notitie"),
    "code": label("Verder met een code"),
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
saving.keep_up(memory)
show_masthead(memory, place)
state = st.empty()
parts = {
    "questions": f"{memory.question or len(memory.asked)}",
    "letters": f"{memory.letter} {memory.sender}",
    "sign": memory.template,
}
show_keeper(memory, place=f"{place} {parts.get(place, '')}")
if place in ("start", "danger", "accessibility", "help_around", "glossary", "code") or memory.is_restored:
    try:
        if may_show(memory, place):
            page.run()
    except Exception as error:
        show_calm(error)
else:
    draw("wait.html")
saving.keep_up(memory)
saving_parts.show_state(memory, state)
show_foot(memory)
