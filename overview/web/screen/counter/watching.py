"""Looking after the screen of a desk: who may see what now, in every run before anything is drawn."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import streamlit as st

from overview.domain.conversation import Conversation
from overview.domain.identity import Role
from overview.domain.sign_in import Audience
from overview.ports import StoreDown
from overview.web.screen.counter.room import ROOM, Held
from overview.web.screen.desk import Desk, Presence
from overview.web.screen.memory import Memory
from overview.web.sign_in.cookies import SESSION
from overview.wiring import get_portal


def look_after(memory: Memory) -> Presence:
    """Whether somebody is at this desk. Without its worker, or after a long silence, nothing stays."""
    desk, worker = memory.desk, memory.visitor.worker
    if desk is None:
        _see_off_left(memory)
        return Presence.COVERED if find_unseen(memory) is not None else Presence.HERE
    if not memory.visitor.is_known:
        # The database is away: cover until it is known who is here.
        desk.is_covered = True
        return Presence.COVERED
    if worker is None or worker.session != desk.worker or worker.role is not Role.WORKER:
        leave_desk(memory)
        return Presence.GONE
    now = get_portal().accounts.clock()
    if desk.is_held and not ROOM.is_held(desk.worker, memory.tab):
        # Another tab of this worker went on with this conversation.
        leave_desk(memory)
        return Presence.GONE
    presence = desk.see(now)
    if presence is Presence.GONE:
        end_shift(memory)
    else:
        hold_desk(memory, desk, now)
    return presence


def find_unseen(memory: Memory) -> Held | None:
    """A conversation about the overview of who is signed in here, while its page was loaded anew.

    Until the worker's code is given, no page of that citizen opens in this browser.
    """
    worker, visit = memory.visitor.worker, name_visit(memory)
    if worker is None or not visit:
        return None
    held = ROOM.find(worker.session, visit, get_portal().accounts.clock())
    if held is None or not held.is_own:
        return None
    ROOM.cover(held, visit)
    return held


def hold_desk(memory: Memory, desk: Desk, now: datetime) -> None:
    """Remember what is on this screen, in case the page is loaded anew."""
    desk.is_held = True
    ROOM.hold(Held(memory.tab, desk, memory.situation, memory.asked, name_visit(memory)), now)


def name_visit(memory: Memory) -> str:
    """The session of the citizen who signed in in this browser; empty without one."""
    return memory.visitor.citizen.session if memory.visitor.citizen is not None else ""


def see_off(memory: Memory) -> None:
    """Sign out the citizen who opened their own overview here: the next one on this chair is another."""
    if memory.desk is not None and Held(memory.tab, memory.desk, None, frozenset()).is_own:
        sign_citizen_out(memory)


def _see_off_left(memory: Memory) -> None:
    """The worker's session ended elsewhere: what the citizen opened beside it closes as well."""
    worker = memory.visitor.worker
    visit = name_visit(memory)
    if visit and ROOM.is_left(visit, worker.session if worker is not None else ""):
        sign_citizen_out(memory)
        memory.clear()
        memory.is_put_away = False


def sign_citizen_out(memory: Memory) -> None:
    """End the citizen's own session in this browser, and let go of what was read for it."""
    visit = name_visit(memory)
    if not visit:
        return
    portal = get_portal()
    cookie = st.context.cookies.get(SESSION[Audience.CITIZENS])
    # While the database is away its own clock ends the session; from this screen it goes now.
    with suppress(StoreDown):
        portal.accounts.sessions.end(cookie, Audience.CITIZENS, portal.accounts.clock())
    portal.cases.desk.forget(visit)
    memory.visitor, memory.person = replace(memory.visitor, citizen=None), ""


def leave_desk(memory: Memory) -> None:
    """Nobody is at this screen any more: everything goes, also who worked here."""
    see_off(memory)
    if memory.desk is not None:
        ROOM.drop(memory.desk.worker, memory.tab)
    memory.clear()
    memory.desk = None


def end_shift(memory: Memory) -> None:
    """Left alone too long: the conversation goes from the screen, and the worker is signed out everywhere."""
    leave_desk(memory)
    accounts = get_portal().accounts
    cookie = st.context.cookies.get(SESSION[Audience.WORKERS])
    try:
        accounts.sessions.end(cookie, Audience.WORKERS, accounts.clock())
    except StoreDown:
        # The session ends by itself: it was idle as long as this screen was.
        return


def get_desk(memory: Memory) -> Desk:
    """The desk, on pages that need one; leaves for the worker's page without it."""
    if memory.desk is None:
        st.switch_page("worker.py")
    return memory.desk


def get_talk(memory: Memory) -> tuple[Desk, Conversation]:
    """The desk and its conversation, on joint pages; leaves for the start of one without it."""
    desk = get_desk(memory)
    if memory.conversation is None:
        st.switch_page("conversation.py")
    return desk, memory.conversation
