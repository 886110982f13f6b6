"""Parts of the page with all that is kept: consents with their way back, and deleting all of it."""

from __future__ import annotations

import streamlit as st

from overview.domain.identity import SignedIn
from overview.domain.keeping import Consent, Purpose
from overview.ports import StoreDown
from overview.services.keeping.rights import Everything
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory
from overview.wiring import AMSTERDAM, get_portal
from overview.words.kept_view import view_kept
from overview.words.rights_view import name_purpose, view_consents, view_lines


def show_kept(memory: Memory, who: SignedIn, everything: Everything) -> None:
    """All that is kept, in words, and who looked at it."""
    portal = get_portal()
    words = memory.words()
    saved = everything.saved_at.astimezone(AMSTERDAM)
    draw(
        "keeping/my_data.html",
        facts=view_kept(words, portal.catalogue, everything.kept),
        saved_on=words.day(saved.date()),
        saved_at=f"{saved:%H.%M}",
    )
    own = [line for line in everything.looked if line.actor == who.actor]
    others = [line for line in everything.looked if line.actor != who.actor]
    draw(
        "keeping/my_log.html",
        own=view_lines(words, own, AMSTERDAM),
        others=view_lines(words, others, AMSTERDAM),
    )


def show_consents(memory: Memory, who: SignedIn, consents: tuple[Consent, ...]) -> None:
    """What somebody said yes to; no is one press away. What may still be said yes to has no tick yet."""
    words = memory.words()
    draw("keeping/my_consents.html", consents=view_consents(words, consents, AMSTERDAM))
    standing = {one.purpose: one.id for one in consents if one.withdrawn_at is None}
    purpose = Purpose.HELP_AT_COUNTER
    name = write_label(name_purpose(words, purpose))
    is_yes = st.toggle(name, value=purpose in standing, key=f"consent-{purpose.value}")
    if is_yes == (purpose in standing):
        return
    try:
        _take_answer(memory, who, purpose, "" if is_yes else standing[purpose])
    except StoreDown:
        draw("keeping/not_now.html")
    else:
        st.rerun()


def _take_answer(memory: Memory, who: SignedIn, purpose: Purpose, standing: str) -> None:
    """A yes, or a no to the consent that stands."""
    accounts = get_portal().accounts
    rights, now = accounts.keeping.rights, accounts.clock()
    if standing:
        rights.withdraw(who, who.person, standing, now)
        memory.tell_change(label("U zei nee. Dat geldt vanaf nu."))
    else:
        rights.give(who, who.person, purpose, memory.language, accounts.settings.legal_basis.text, now)
        memory.tell_change(label("U zei ja."))


def show_delete(memory: Memory, who: SignedIn) -> None:
    """Delete all, with one clear question before it. The screen keeps what it shows until it is cleared."""
    st.header(label("Alles wissen"), anchor=False)
    draw("keeping/delete.html")
    is_sure = st.checkbox(label("Ja, wis alles wat van mij bewaard is"), key="forget-sure")
    if st.button(label("Wis alles"), key="forget"):
        if not is_sure:
            draw("keeping/tick_first.html")
            return
        portal = get_portal()
        try:
            portal.accounts.keeping.rights.forget(who, who.person, portal.accounts.clock())
        except StoreDown:
            draw("keeping/not_now.html")
            return
        memory.clear()
        memory.has_stopped = True
        memory.tell_change(label("Alles is gewist."))
        st.switch_page("start.py")
