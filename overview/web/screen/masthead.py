"""Top and foot of every page: name, language, help phone; at the foot help, paper-free exit and clearing."""

from __future__ import annotations

import streamlit as st

from i18n.languages import LANGUAGES
from overview.web.leaving import needs_quick_exit
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory
from overview.web.screen.visitor import show_visitor
from overview.web.theme import get_theme
from overview.wiring import get_portal


def _speak(code: str, memory: Memory) -> None:
    if code in LANGUAGES:
        memory.language = code
    if "lang" in st.query_params:
        # The choice just made counts, not the language the address was opened with.
        del st.query_params["lang"]


def _take_language(memory: Memory) -> None:
    chosen = st.session_state.get("language-menu")
    if chosen:
        _speak(str(chosen), memory)


def show_languages(memory: Memory) -> None:
    """Every language in its own name, for who cannot read the one on the screen."""
    with st.container(horizontal=True, key="languages", gap="small"):
        for language in LANGUAGES.values():
            st.button(
                language.own_name,
                key=f"language-{language.code}",
                type="primary" if language.code == memory.language else "secondary",
                on_click=_speak,
                args=(language.code, memory),
            )


def show_masthead(memory: Memory, place: str) -> None:
    """Name of the portal, the language menu and, with an overview, the way to its pages."""
    theme = get_theme()
    if needs_quick_exit(memory.situation, get_portal().catalogue):
        draw("leave.html")
    if theme.name or theme.logo:
        draw("brand.html", brand=theme)
    with st.container(
        horizontal=True, key="masthead", horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.page_link("start.py", label=f"**{label('Mijn overzicht')}**")
        # The start page shows every language by its own name instead of in a menu.
        if place != "start":
            st.menu_button(
                LANGUAGES[memory.language].own_name,
                list(LANGUAGES),
                format_func=lambda code: LANGUAGES[code].own_name,
                key="language-menu",
                on_click=_take_language,
                args=(memory,),
            )
    draw("phone_line.html", help=get_portal().view_help(memory.language))
    show_visitor(memory, place)
    draw("tools.html")
    if memory.situation is not None:
        with st.container(horizontal=True, key="ways", gap="small"):
            st.page_link("overview.py", label=label("Mijn stappen"))
            st.page_link("agencies.py", label=label("Organisaties"))
            st.page_link("letters.py", label=label("Brieven"))
            st.page_link("questions.py", label=label("Mijn antwoorden"))
            if memory.saving is not None or memory.is_put_away:
                st.page_link("my_data.py", label=label("Mijn gegevens"))


def show_foot(memory: Memory) -> None:
    """Help in full, the danger exits, the plain page and clearing: the same on every page."""
    draw("help.html", help=get_portal().view_help(memory.language))
    with st.container(horizontal=True, key="foot", vertical_alignment="center"):
        st.page_link("danger.py", label=label("Hulp bij gevaar of nood"))
        st.page_link("help_around.py", label=label("Hulp dichtbij"))
        st.page_link("glossary.py", label=label("Woorden uitgelegd"))
        st.page_link("accessibility.py", label=label("Toegankelijkheid"))
        draw("light_link.html")
        if st.button(label("Wis dit scherm"), key="clear", type="secondary"):
            memory.clear()
            st.switch_page("start.py")
