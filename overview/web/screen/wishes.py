"""Wishes: what a press on our own HTML asks for, checked and carried out.

A native Streamlit button is an element and a widget each; an overview has a hundred things to press.
They are HTML buttons with `data-wish` and `data-of`, handed on by static/js/wishes.js and the keeper.
What a browser sends may be anything: only a wish, a page, a step on the screen that we know counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from i18n.languages import LANGUAGES
from overview.domain.situation import UNKNOWN
from overview.web import case_reading, choices, journey, letters
from overview.web.paths import PAGES
from overview.web.screen import debts, questions
from overview.web.screen.counter.watching import see_off
from overview.web.screen.counter.wishes import COUNTER_WISHES
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.speaking import msg

_NAMES: Final = {
    choices.DONE: msg("Gedaan"),
    choices.WAITING: msg("Ik wacht op antwoord"),
    choices.LATER: msg("Doe ik over een week"),
    choices.FIRST: msg("Doe ik eerst"),
    choices.NOT_NEEDED: msg("Niet nodig voor mij"),
    choices.REOPEN: msg("Toch nog doen"),
}


def take_wish(memory: Memory, name: str, of: str = "") -> None:
    """Carry out one wish; `memory.wanted` then names the page to go to, if any."""
    carry_out = _WISHES.get(name) or COUNTER_WISHES.get(name)
    if carry_out is not None:
        carry_out(memory, of)


def _say(memory: Memory, text: str) -> str:
    return memory.words().say(text).plain


def _open(memory: Memory, page: str) -> None:
    if page in PAGES or page == "start":
        memory.wanted = page


def _speak(memory: Memory, code: str) -> None:
    if code in LANGUAGES:
        memory.language = code
        if memory.desk is not None and memory.desk.conversation is not None:
            memory.desk.conversation = replace(memory.desk.conversation, language=code)
        memory.tell_change(LANGUAGES[code].own_name, "language-menu")


def _clear(memory: Memory, _: str) -> None:
    see_off(memory)
    memory.clear()
    memory.wanted = "start" if memory.desk is None else "worker"


def _decide(memory: Memory, of: str) -> None:
    """Take a choice about a step on the screen, and have it said."""
    choice, _, step_id = of.partition(":")
    title = memory.titles.get(step_id)
    if memory.situation is None or title is None or choice not in choices.CHOICES:
        return
    is_done = choice == choices.DONE
    memory.situation = choices.choose(memory.situation, step_id, choice, get_portal().today())
    memory.just_done = step_id if is_done else None
    focus = "undo-done" if is_done else f"title-{step_id}"
    memory.tell_change(f"{_say(memory, _NAMES[choice])}: {title}", focus)


def _note(memory: Memory, step_id: str) -> None:
    """To the page of the note at this step."""
    if step_id in memory.titles:
        memory.noted_step, memory.wanted = step_id, "note"


def _forget_order(memory: Memory, _: str) -> None:
    if memory.situation is not None:
        memory.situation = choices.forget_order(memory.situation)
        memory.tell_change(_say(memory, "Uw keuzes zijn ongedaan gemaakt."))


def _answer(memory: Memory, of: str) -> None:
    key, _, value = of.partition("=")
    asking = next((one for one in questions.list_asked(memory) if one.key == key), None)
    if asking is not None and value in {UNKNOWN, *(choice.id for choice in asking.question.choices)}:
        questions.take_answer(memory, asking, value)


def _ask(memory: Memory, key: str) -> None:
    """To the page of this question; without a key, to the first that is open."""
    known = {asking.key for asking in questions.list_asked(memory)}
    memory.question = key if key in known else None
    memory.wanted = "questions"


def _tell(memory: Memory, life_event: str) -> None:
    if life_event in get_portal().catalogue.life_events:
        memory.situation = journey.tell_also(memory.situation, life_event)
        memory.question = None
        memory.wanted = "questions"


def _letter(memory: Memory, step_id: str) -> None:
    kind = letters.find_kind(get_portal().catalogue, memory.situation, step_id)
    if kind is not None:
        memory.letter, memory.letter_step = kind.id, step_id
        memory.wanted = "letters"


def _sign(memory: Memory, of: str) -> None:
    template, _, step_id = of.partition(":")
    if step_id in memory.titles and letters.find_template(get_portal().catalogue, template) is not None:
        memory.template, memory.letter_step = template, step_id
        memory.wanted = "sign"


def _case(memory: Memory, key: str) -> None:
    """To the page of one of the citizen's own cases; that page finds no other."""
    memory.case, memory.wanted = key, "case"


def _case_letter(memory: Memory, template: str) -> None:
    if template in case_reading.LETTERS:
        memory.template, memory.letter_step, memory.wanted = template, "", "sign"


def _debts(memory: Memory, document: str) -> None:
    debts.take_document(memory, document)


def _debts_large(memory: Memory, _: str) -> None:
    debts.refuse_large(memory)


def _read_anew(memory: Memory, _: str) -> None:
    if memory.may_read_cases:
        case_reading.read_for(st.context.cookies, anew=True)


_WISHES: Final[Mapping[str, Callable[[Memory, str], None]]] = {
    "open": _open,
    "speak": _speak,
    "clear": _clear,
    "decide": _decide,
    "forget_order": _forget_order,
    "note": _note,
    "answer": _answer,
    "ask": _ask,
    "tell": _tell,
    "letter": _letter,
    "sign": _sign,
    "case": _case,
    "case_letter": _case_letter,
    "read_anew": _read_anew,
    "debts": _debts,
    "debts_too_large": _debts_large,
}
