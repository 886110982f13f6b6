"""Parts of the page with all that is kept: consents with their way back, and deleting all of it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from overview.domain.identity import SignedIn
from overview.domain.keeping import KEEPER, Consent, Purpose
from overview.ports import StoreDown
from overview.services.keeping.last_cases import PORTAL
from overview.services.keeping.rights import Everything
from overview.web.screen.drawing import draw, label, write_label
from overview.web.screen.memory import Memory
from overview.wiring import AMSTERDAM, get_portal
from overview.words.kept_view import view_kept
from overview.words.rights_view import name_purpose, view_consents, view_kept_cases, view_lines


def show_kept(memory: Memory, who: SignedIn, everything: Everything) -> None:
    """All that is kept, in words, and who looked at it."""
    portal = get_portal()
    words = memory.words()
    saved = everything.saved_at.astimezone(AMSTERDAM)
    draw(
        "keeping/my_data.html",
        facts=view_kept(words, portal.catalogue, everything.kept),
        cases=view_kept_cases(words, portal.catalogue, everything.cases, AMSTERDAM),
        saved_on=words.day(saved.date()),
        saved_at=f"{saved:%H.%M}",
    )
    own = [line for line in everything.looked if line.actor in (who.actor, PORTAL)]
    others = [line for line in everything.looked if line.actor not in (who.actor, PORTAL)]
    draw(
        "keeping/my_log.html",
        own=view_lines(words, own, AMSTERDAM),
        others=view_lines(words, others, AMSTERDAM),
    )


def show_consents(memory: Memory, who: SignedIn, consents: tuple[Consent, ...]) -> None:
    """What somebody said yes to; no is one press away. What may still be said yes to has no tick yet."""
    portal = get_portal()
    draw(
        "keeping/my_consents.html",
        consents=view_consents(memory.words(), portal.catalogue, consents, AMSTERDAM),
    )
    settings = portal.accounts.settings
    _ask(memory, who, consents, Yes(Purpose.HELP_AT_COUNTER, KEEPER, settings.legal_basis.text))
    basis = settings.cases_basis
    if basis.text:
        draw("keeping/keep_cases.html", basis=basis, days=settings.cases_days)
        for agency in dict.fromkeys(source.agency for source in portal.cases.desk.sources):
            _ask(memory, who, consents, Yes(Purpose.KEEP_CASES, agency, basis.text))


@dataclass(frozen=True, slots=True)
class Yes:
    """Waar iemand ja op kan zeggen: a purpose of an agency, and the municipality's ground under it."""

    purpose: Purpose
    agency: str
    legal_basis: str


def _ask(memory: Memory, who: SignedIn, consents: tuple[Consent, ...], yes: Yes) -> None:
    standing = next(
        (
            one.id
            for one in consents
            if (one.purpose, one.agency) == (yes.purpose, yes.agency) and one.withdrawn_at is None
        ),
        "",
    )
    name = write_label(name_purpose(memory.words(), get_portal().catalogue, yes.purpose, yes.agency))
    key = f"consent-{yes.purpose.value}" + ("" if yes.agency == KEEPER else f"-{yes.agency}")
    is_yes = st.checkbox(name, value=bool(standing), key=key)
    if is_yes == bool(standing):
        return
    try:
        _take_answer(memory, who, yes, standing)
    except StoreDown:
        draw("keeping/not_now.html")
    else:
        st.rerun()


def _take_answer(memory: Memory, who: SignedIn, yes: Yes, standing: str) -> None:
    """A yes, or a no to the consent that stands."""
    accounts = get_portal().accounts
    rights, now = accounts.keeping.rights, accounts.clock()
    if standing:
        rights.withdraw(who, who.person, standing, now)
        memory.tell_change(label("U zei nee. Dat geldt vanaf nu."))
    else:
        basis, language = yes.legal_basis, memory.language
        rights.give(who, who.person, yes.purpose, language, basis, now, agency=yes.agency)
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
