"""Looking after the screen of a desk: who may see what now, in every run before anything is drawn."""

from __future__ import annotations

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
    desk = memory.desk
    if desk is None:
        return Presence.HERE
    worker = memory.visitor.worker
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


def hold_desk(memory: Memory, desk: Desk, now: datetime) -> None:
    """Remember what is on this screen, in case the page is loaded anew."""
    desk.is_held = True
    ROOM.hold(Held(memory.tab, desk, memory.situation, memory.asked, memory.person), now)


def leave_desk(memory: Memory) -> None:
    """Nobody is at this screen any more: everything goes, also who worked here."""
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
