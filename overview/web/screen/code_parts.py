"""A code on paper: making one for an overview without sign-in, and finding an overview with one."""

from __future__ import annotations

import streamlit as st

from overview.domain.identity import SignedIn
from overview.ports import StoreDown
from overview.services.keeping.claims import Asker, ClaimProblem, clean_word
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import CODE_TYPED, Memory
from overview.wiring import AMSTERDAM, get_portal

_SHORTEST_WORD = 4


def show_making(memory: Memory) -> None:
    """What is kept and how long, a tick of one's own, a word; then the code, once."""
    portal = get_portal()
    settings = portal.accounts.settings
    if memory.code is not None and memory.situation is not None:
        draw(
            "keeping/code_made.html",
            code=memory.code.text,
            until=memory.words().day(memory.code.ends_at.astimezone(AMSTERDAM).date()),
            situation=portal.write_situation(memory.situation),
        )
        return
    draw("keeping/code_consent.html", days=settings.claim_days, basis=settings.legal_basis)
    word = st.text_input(label("Uw woord (minstens vier letters)"), key="code-word", max_chars=40)
    is_sure = st.checkbox(label("Ja, bewaar dit overzicht bij de code"), key="code-sure")
    if not st.button(label("Maak een code"), key="code-make", type="primary"):
        return
    if not is_sure:
        draw("keeping/tick_first.html")
    elif len(clean_word(word)) < _SHORTEST_WORD:
        draw("keeping/word_first.html")
    else:
        try:
            claims, basis = portal.accounts.keeping.claims, settings.legal_basis.text
            memory.code = claims.make(memory.to_kept(), word, memory.language, basis, portal.accounts.clock())
        except StoreDown:
            draw("keeping/down.html")
            return
        memory.tell_change(label("Uw code staat op het scherm."))
        st.rerun()


def show_entering(memory: Memory, who: SignedIn | None) -> None:
    """Type the code; signed in, it becomes one's own overview."""
    problem = memory.code_problem
    memory.code_problem = ""
    draw("keeping/code_enter.html", problem=problem, is_signed_in=who is not None)
    if who is None:
        return
    typed = st.text_input(label("Uw code"), key=CODE_TYPED, max_chars=20)
    if not st.button(label("Haal mijn overzicht op"), key="code-open", type="primary") or not typed:
        return
    portal = get_portal()
    asker = Asker(who.session, st.context.ip_address or "")
    try:
        found = portal.accounts.keeping.claims.claim(who, asker, typed, portal.accounts.clock())
    except StoreDown:
        memory.code_problem = "down"
        st.rerun()
    if isinstance(found, ClaimProblem):
        memory.code_problem = found.value
        st.rerun()
    memory.saving, memory.asked_for, memory.person = None, "", found
    memory.tell_change(label("Uw overzicht is er weer."))
    st.switch_page("overview.py")
