"""Top and foot of every page: name, language, help phone; at the foot help, the danger exits and clearing.

Each is one element. The links and buttons are wishes (`overview/web/screen/wishes.py`).
"""

from __future__ import annotations

import streamlit as st

from i18n.languages import LANGUAGES
from overview.web.screen.around import Around
from overview.web.screen.drawing import draw, render_kept, show
from overview.web.screen.memory import Memory
from overview.web.screen.visitor import render_visitor
from overview.web.theme import get_theme
from overview.words.speaking import Words
from overview.words.text import Sentence


def _speak(code: str, memory: Memory) -> None:
    memory.language = code
    forget_address_language(memory)


def forget_address_language(memory: Memory) -> None:
    """The choice just made counts, not the language the address was opened with."""
    if st.query_params.get("lang", memory.language) != memory.language:
        del st.query_params["lang"]


def show_languages(memory: Memory) -> None:
    """Every language in its own name, for who cannot read the one on the screen."""
    with st.container(horizontal=True, key="languages", gap="small"):
        for language in LANGUAGES.values():
            is_chosen = language.code == memory.language
            st.button(
                f"✓ {language.own_name}" if is_chosen else language.own_name,
                key=f"language-{language.code}",
                type="primary" if is_chosen else "secondary",
                on_click=_speak,
                args=(language.code, memory),
            )


def list_ways(around: Around, words: Words) -> list[tuple[str, Sentence]]:
    """The pages in reach at the top, with what each is called; none before anything is told."""
    if around.is_desk:
        return _list_joint_ways(words) if around.is_talking else []
    if not around.has_overview:
        return []
    return [
        ("overview", words.say("Mijn stappen")),
        ("agencies", words.say("Organisaties")),
        ("letters", words.say("Brieven")),
        ("questions", words.say("Mijn antwoorden")),
        *([("my_data", words.say("Mijn gegevens"))] if around.is_keeping else []),
    ]


def _list_joint_ways(words: Words) -> list[tuple[str, Sentence]]:
    """The pages of a conversation, in the order in which it goes."""
    return [
        ("story", words.say("Verhaal")),
        ("questions", words.say("Vragen")),
        ("overview", words.say("Stappen")),
        ("goals", words.say("Doelen en hulp")),
        ("handover", words.say("Overdracht")),
        ("ending", words.say("Afsluiten")),
    ]


def show_masthead(memory: Memory, around: Around, place: str) -> None:
    """Name of the portal, the language menu and, with an overview, the way to its pages."""
    words = memory.words()
    if around.needs_leave:
        draw("leave.html")
    top = render_kept(
        memory,
        "top",
        "screen/top.html",
        brand=get_theme(),
        place=place,
        # The start page shows every language by its own name instead of in a menu.
        has_language_menu=place != "start",
        languages=tuple(LANGUAGES.values()),
        own_name=LANGUAGES[around.language].own_name,
        help=memory.view_help(),
        ways=list_ways(around, words),
        who=render_visitor(memory, around.visitor, place),
        bar=around.is_desk,
        is_joint=around.is_joint,
    )
    show(top)


def show_foot(memory: Memory, around: Around, place: str) -> None:
    """Help in full, the danger exits, the plain page and clearing: the same on every page."""
    words = memory.words()
    foot = render_kept(
        memory,
        "foot",
        "screen/foot.html",
        place=place,
        help=memory.view_help(),
        ways=[
            ("danger", words.say("Hulp bij gevaar of nood")),
            ("help_around", words.say("Hulp dichtbij")),
            ("glossary", words.say("Woorden uitgelegd")),
            ("accessibility", words.say("Toegankelijkheid")),
        ],
    )
    show(foot)
