"""Letters on the screen: finding one, what it is, its days, and the letters that answer it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from overview.domain.letters import LetterKind
from overview.web import letters
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory, get_memory
from overview.wiring import get_portal
from overview.words.agency_view import name_agency, view_agency
from overview.words.letter_search import find_letters
from overview.words.letter_view import list_lost_help, view_letter
from overview.words.speaking import Words, msg
from overview.words.term_view import find_terms
from overview.words.text import Sentence
from overview.words.view import StepView


def _words() -> Words:
    return get_memory().words()


def write_dutch(sentence: Sentence) -> str:
    """A Dutch name in a native label; in right-to-left text it keeps its own direction."""
    text = write_label(sentence)
    return f"\u2068{text}\u2069" if _words().direction == "rtl" else text


def _open(memory: Memory, letter: str, sender: str) -> None:
    memory.letter, memory.sender, memory.letter_step = letter, sender, ""


def _show_kinds(memory: Memory, kinds: list[LetterKind], prefix: str) -> None:
    """A button per kind of letter: its name, which is on the letter, and what it asks."""
    words = _words()
    with st.container(key=f"change-{prefix}", gap="small"):
        for kind in kinds:
            st.button(
                f"**{write_dutch(words.dutch(kind.name))}** – {write_label(words.say(kind.title))}",
                key=f"change-{prefix}-{kind.id}",
                width="stretch",
                on_click=_open,
                args=(memory, kind.id, memory.sender),
            )


def show_finder(memory: Memory) -> None:
    """By words on the letter, or by who sent it; who finds nothing is led to a person."""
    portal, words = get_portal(), _words()
    draw("letters.html")
    with st.form("find-letter", border=False, enter_to_submit=True):
        typed = st.text_input(
            label("Woorden op de brief, in welke taal ook"), max_chars=120, key="letter-words"
        )
        st.form_submit_button(label("Zoek de brief"), type="primary")
    if typed.strip():
        found = find_letters(portal.catalogue, typed)
        draw("letters_found.html", count=len(found))
        _show_kinds(memory, found, "found")
        show_lost(memory)
    draw("letters_senders.html")
    with st.container(key="change-senders", gap="small"):
        for sender in letters.list_senders(portal.catalogue):
            st.button(
                write_dutch(name_agency(words, portal.catalogue, sender.agency)),
                key=f"change-sender-{sender.agency}",
                width="stretch",
                on_click=_open,
                args=(memory, "", sender.agency),
            )
    if not typed.strip():
        show_lost(memory)
    if st.button(label("Zelf een brief schrijven"), key="write-letter", type="tertiary"):
        memory.template = memory.letter_step = ""
        st.switch_page("sign.py")
    draw("letters_warning.html")


def show_lost(memory: Memory) -> None:
    """The way to a person, for who does not find the letter."""
    portal, words = get_portal(), _words()
    helpers = list_lost_help(words, portal.catalogue)
    draw("letters_lost.html", help=memory.view_help(), helpers=helpers)


def show_sender(memory: Memory) -> None:
    """The letters of one sender."""
    catalogue = get_portal().catalogue
    draw("letters_of_sender.html", agency=name_agency(_words(), catalogue, memory.sender))
    kinds = [kind for kind in catalogue.letters.values() if kind.agency == memory.sender]
    _show_kinds(memory, kinds, "kind")
    show_lost(memory)
    draw("letters_warning.html")
    st.button(label("Terug"), key="back", type="tertiary", on_click=_open, args=(memory, "", ""))


def show_letter(memory: Memory, kind: LetterKind) -> None:
    """One letter: what it is, who helps, its days, and into the steps."""
    portal, words = get_portal(), _words()
    agency = portal.catalogue.agencies[kind.agency]
    said = " ".join((kind.name, kind.what, kind.first, kind.otherwise))
    values: dict[str, Any] = {
        "letter": view_letter(words, kind, portal.catalogue),
        "phones": view_agency(words, agency, portal.catalogue.counter).phones,
        "terms": find_terms(words, said, portal.catalogue),
        "help": memory.view_help(),
    }
    draw("letter.html", **values)
    _show_days(memory, kind)
    draw("letter_more.html", **values)
    show_templates(memory, kind.step_id, kind)
    if st.button(label("Een andere brief zoeken"), key="other-letter", type="tertiary"):
        _open(memory, "", "")
        st.rerun()


def _show_days(memory: Memory, kind: LetterKind) -> None:
    draw("letter_days.html")
    above = st.container(key="day-mistake")
    boxes: dict[str, str] = {}
    with st.form("letter-days", border=False, enter_to_submit=True):
        for name, asked in (
            ("dated", label("Welke datum staat op de brief?")),
            ("until", label("Staat er een laatste dag in de brief?")),
        ):
            st.markdown(f"**{asked}**")
            with st.container(horizontal=True, key=f"day-boxes-{name}"):
                for part, text, size in (
                    ("day", label("Dag"), 2),
                    ("month", label("Maand"), 2),
                    ("year", label("Jaar"), 4),
                ):
                    key = f"{name}-{part}"
                    boxes[key] = st.text_input(text, max_chars=size, key=f"letter-{key}", width=100)
        draw("day_hint.html", today=get_portal().today())
        with st.container(horizontal=True, key="hold"):
            is_sent = st.form_submit_button(label("Zet in mijn stappen"), type="primary")
            is_unknown = st.form_submit_button(label("Zet erin zonder datum"))
    if not is_sent and not is_unknown:
        return
    held = letters.read_held(kind.id, {} if is_unknown else boxes, get_portal().today())
    if held is None:
        with above:
            draw("letter_mistake.html")
        return
    situation = letters.hold(memory.situation, held, memory.letter_step)
    if held not in situation.letters:
        with above:
            draw("letter_full.html")
        return
    memory.situation = situation
    _open(memory, "", "")
    memory.tell_change(label("De brief staat in uw stappen."))
    st.switch_page("overview.py")


def name_way(step: StepView, kind: LetterKind) -> Sentence:
    """What the way from a step to its letter is called; a letter without its day asks for that."""
    text = msg("Meer over deze brief") if step.due_kind == "hard" else name_missing_day(kind)
    return _words().say(text)


def name_missing_day(kind: LetterKind) -> str:
    """Which day is wanted: the date on the letter where a term counts from it, else the last day in it."""
    if kind.term is None:
        return msg("Vul de laatste dag uit de brief in")
    return msg("Vul de datum van de brief in")


def show_templates(memory: Memory, step_id: str, kind: LetterKind | None) -> None:
    """The letters to sign that fit this letter, if any."""
    for template in letters.list_templates(get_portal().catalogue, step_id, kind):
        text = label("Schrijf: {title}", title=_words().say(template.title))
        if st.button(text, key=f"sign-{template.id}-{step_id}", type="tertiary"):
            memory.template, memory.letter_step = template.id, step_id
            st.switch_page("sign.py")
