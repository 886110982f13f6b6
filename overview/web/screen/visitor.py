"""Who is at this tab, looked up anew in every run: a session that ended elsewhere is dead here as well.

An open websocket keeps the cookies it was opened with, so the cookie alone says nothing: only
what the database knows of it counts.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from overview.domain.identity import Assurance
from overview.ports import StoreDown
from overview.web.paths import NEEDS_LEVEL
from overview.web.screen.drawing import draw, render
from overview.web.screen.memory import Memory
from overview.web.sign_in.visitors import Visitor, find_visitor
from overview.wiring import get_portal


def take_visitor(memory: Memory) -> Visitor:
    """Look up who is here, and clear the tab when its session ended or became another person's."""
    visitor = find_visitor(st.context.cookies)
    if not visitor.is_known:
        # The database is away: nothing is shown that needs it, and nothing typed is lost.
        memory.visitor = visitor
        return visitor
    held = memory.person
    person = visitor.citizen.person if visitor.citizen else ""
    memory.is_followed = bool(held) and not person and _is_followed(memory)
    if memory.is_followed:
        memory.visitor = visitor
        return visitor
    if held and person != held:
        memory.clear()
        memory.has_ended = not person
    memory.person = person
    memory.session = visitor.citizen.session if visitor.citizen else ""
    memory.visitor = visitor
    return visitor


def _is_followed(memory: Memory) -> bool:
    """An open websocket keeps its old cookie; nothing of the new session is shown until a reload."""
    accounts = get_portal().accounts
    try:
        return accounts.sessions.is_followed(memory.session, accounts.clock())
    except StoreDown:
        return True


def render_visitor(memory: Memory, visitor: Visitor, place: str) -> Markup:
    """Who is signed in and for whom, or the way to sign in; and once, that the session ended."""
    if memory.has_ended:
        # A page of one's own leads on to the start page by itself: there it must still be said.
        memory.has_ended = memory.ended_on != place
        memory.ended_on = place if memory.has_ended else ""
    address = "/" if place == "start" else f"/{place}"
    if memory.is_followed:
        return Markup(render("sign_in/again.html", place=address))
    ended = render("sign_in/ended.html") if memory.has_ended else ""
    is_demo = get_portal().accounts.settings.is_demo
    return Markup(ended + render("sign_in/who.html", visitor=visitor, place=address, is_demo=is_demo))


def may_show(memory: Memory, place: str) -> bool:
    """True when this page may be seen now; otherwise the way to sign in for it stands in its place."""
    wanted = NEEDS_LEVEL.get(place, Assurance.NONE)
    if wanted is Assurance.NONE or memory.visitor.reaches(wanted):
        return True
    draw("sign_in/needed.html", visitor=memory.visitor, place=f"/{place}", level=wanted.name.lower())
    return False
