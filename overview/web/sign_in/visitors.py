"""Who is at this browser: the citizen and the worker, each by a cookie of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from anyio import to_thread
from starlette.requests import Request

from overview.domain.identity import Assurance, SignedIn
from overview.domain.sign_in import Audience
from overview.ports import StoreDown
from overview.web.sign_in.cookies import SESSION
from overview.wiring import get_portal


@dataclass(frozen=True, slots=True)
class Visitor:
    """Bezoeker: who signed in as citizen and as worker. Not `is_known` while the database is away."""

    citizen: SignedIn | None = None
    worker: SignedIn | None = None
    is_known: bool = True

    @property
    def is_signed_in(self) -> bool:
        """True when anybody is."""
        return self.citizen is not None or self.worker is not None

    @property
    def marks(self) -> dict[str, str]:
        """Short names of the living sessions, for the script that watches them."""
        held = {"citizens": self.citizen, "workers": self.worker}
        return {name: mark_session(one.session) for name, one in held.items() if one is not None}

    def reaches(self, level: Assurance) -> bool:
        """True when a citizen signed in at this level or higher."""
        return self.citizen is not None and self.citizen.level >= level


NOBODY = Visitor()


def mark_session(session: str) -> str:
    """A short name of a session for the screen, to notice another one; of no use to anybody."""
    return hashlib.sha256(f"mark {session}".encode()).hexdigest()[:12]


async def find_visitor_of(request: Request) -> Visitor:
    """Who sent this request. In a worker thread: the database may take its time."""
    if not any(name in request.cookies for name in SESSION.values()):
        return NOBODY
    return await to_thread.run_sync(find_visitor, dict(request.cookies))


def find_visitor(cookies: Mapping[str, Any]) -> Visitor:
    """Look both up; looking counts as doing something. Without a cookie no question is asked anywhere."""
    held = {audience: cookies.get(name) for audience, name in SESSION.items()}
    if not any(held.values()):
        return NOBODY
    portal = get_portal()
    now, sessions = portal.accounts.clock(), portal.accounts.sessions
    try:
        found = {
            audience: sessions.find(cookie, audience, now) if cookie else None
            for audience, cookie in held.items()
        }
    except StoreDown:
        return Visitor(is_known=False)
    return Visitor(found[Audience.CITIZENS], found[Audience.WORKERS])
