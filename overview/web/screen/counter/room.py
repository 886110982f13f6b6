"""A conversation outlives a reload of the page: held in the memory of this process, for this worker only.

Streamlit begins a new session after a reload or after signing in, and what nobody wants kept would be
gone in the middle of a talk. Like Streamlit's own session memory it is in no database and on no disk;
the code of the screen brings it back, and fifteen minutes without anybody ends it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from overview.domain.conversation import Keeping
from overview.domain.situation import Situation
from overview.web.screen.desk import COVER_AFTER, END_AFTER, Desk


@dataclass(frozen=True, slots=True)
class Held:
    """Wat er van een balie vastgehouden wordt: the desk, and what the citizen told so far."""

    tab: str
    desk: Desk
    situation: Situation | None
    asked: frozenset[str]
    citizen: str = ""
    """The citizen's own session, where they signed in on this screen; when that ends, this ends."""

    @property
    def is_own(self) -> bool:
        """Whether it is about the overview of who signs in on this screen."""
        talk = self.desk.conversation
        return talk is not None and talk.keeping is Keeping.EXISTING and not self.desk.person


class Room:
    """Wachtkamer. By worker's session, then by tab: a worker may have two screens."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, Held]] = {}
        self._lock = threading.Lock()

    def hold(self, held: Held, now: datetime) -> None:
        """Remember this desk as it is now; what nobody came back for is let go."""
        with self._lock:
            self._held.setdefault(held.desk.worker, {})[held.tab] = held
            for session, tabs in list(self._held.items()):
                living = {tab: one for tab, one in tabs.items() if now - one.desk.active_at < END_AFTER}
                if living:
                    self._held[session] = living
                else:
                    del self._held[session]

    def find(self, session: str, citizen: str, now: datetime) -> Held | None:
        """The conversation this worker was in last, if neither it nor the citizen's sign-in has ended."""
        with self._lock:
            tabs = self._held.get(session, {})
            for tab in [tab for tab, one in tabs.items() if one.citizen not in ("", citizen)]:
                del tabs[tab]
            talking = [
                one
                for one in self._held.get(session, {}).values()
                if one.desk.conversation is not None and now - one.desk.active_at < END_AFTER
            ]
        return max(talking, key=lambda one: one.desk.active_at, default=None)

    def is_left(self, citizen: str, session: str) -> bool:
        """Whether this citizen signed in for a conversation whose worker is here no more."""
        with self._lock:
            held = [(who, one) for who, tabs in self._held.items() for one in tabs.values()]
        return any(one.citizen == citizen and who != session for who, one in held)

    def is_covered(self, citizen: str, now: Callable[[], datetime]) -> bool:
        """Whether this citizen's sign-in belongs to a screen that is covered, or left alone."""
        with self._lock:
            held = [one for tabs in self._held.values() for one in tabs.values() if one.citizen == citizen]
        return any(one.desk.is_covered or now() - one.desk.active_at >= COVER_AFTER for one in held)

    def cover(self, held: Held, citizen: str) -> None:
        """The page was loaded anew: until the code is given, nothing of the citizen opens here either."""
        held.desk.is_covered = True
        with self._lock:
            self._held.setdefault(held.desk.worker, {})[held.tab] = replace(held, citizen=citizen)

    def is_held(self, session: str, tab: str) -> bool:
        """False once another tab took this desk over."""
        with self._lock:
            return tab in self._held.get(session, {})

    def drop(self, session: str, tab: str) -> None:
        """Nothing of this desk is remembered any more."""
        with self._lock:
            self._held.get(session, {}).pop(tab, None)


ROOM: Final = Room()
