"""A tab of a worker under AppTest, at a desk and, if wanted, in a conversation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from overview.domain.conversation import Conversation
from overview.domain.identity import Assurance, Role, SignedIn
from overview.web.screen import visitor as screen_visitor
from overview.web.screen.desk import Desk, ScreenCode
from overview.web.screen.memory import Memory
from overview.web.sign_in.visitors import Visitor
from overview.wiring import get_portal
from tests.pages.builders import ENTRY
from tests.web.builders import Told

CODE = "2468"


def make_worker(role: Role = Role.WORKER, session: str = "work-session", actor: str = "worker-1") -> SignedIn:
    """Somebody who signed in with the account of their work."""
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    return SignedIn(session, role, "", actor, "Joost", Assurance.SUBSTANTIAL, "demo-work", now)


def sit_down(
    monkeypatch: pytest.MonkeyPatch,
    *,
    language: str = "ar",
    counter: str = "werksaam",
    told: Told | None = None,
    is_talking: bool = True,
    page: str = "",
    worker: SignedIn | None = None,
) -> AppTest:
    """A tab at a desk with this worker; with a conversation in `language` when `is_talking`."""
    who = worker or make_worker()
    monkeypatch.setattr(screen_visitor, "find_visitor", lambda _: Visitor(worker=who))
    memory = Memory(language="nl", is_restored=True)
    memory.desk = Desk(
        worker=who.session,
        actor=who.actor,
        language="nl",
        counter=counter,
        code=ScreenCode(CODE),
        active_at=get_portal().accounts.clock(),
    )
    if is_talking:
        memory.language = language
        memory.desk.conversation = Conversation(counter, language, "nl")
        memory.desk.is_explained = True
    if told is not None:
        memory.situation = get_portal().read_situation(told.packed())
    tab = AppTest.from_file(str(ENTRY), default_timeout=30)
    tab.session_state["memory"] = memory
    tab.run()
    if page:
        tab.switch_page(f"{page}.py").run()
    return tab
