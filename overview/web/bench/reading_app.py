"""The portal as it is, for one reader or for two: what the second language costs is the difference.

`OVERVIEW_BENCH_READERS` is 1 or 2. Both begin with the same language; with 2 a worker sits at a desk, in a
conversation whose second language is Dutch. Only the beginning of a tab differs from app.py.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from overview.domain.conversation import Conversation
from overview.domain.identity import Assurance, Role, SignedIn
from overview.web.paths import ROOT
from overview.web.screen import memory, visitor
from overview.web.screen.calm import show_calm
from overview.web.screen.desk import Desk, ScreenCode
from overview.web.sign_in.visitors import NOBODY, Visitor
from overview.web.starting import settle
from overview.wiring import get_portal

LANGUAGE: Final = "ar"
_KEY: Final = "memory"
_COUNTER: Final = "werksaam"
_WORKER: Final = SignedIn(
    "bench", Role.WORKER, "", "bench", "", Assurance.HIGH, "bench", get_portal().accounts.clock()
)
"""One session, as the database knows it: the same at every press."""


def _find_memory() -> memory.Memory:
    if _KEY not in st.session_state:
        made = memory.Memory(language=LANGUAGE, is_restored=True)
        if _has_two_readers():
            now = get_portal().accounts.clock()
            made.desk = Desk("bench", "bench", "nl", _COUNTER, ScreenCode("2468"), now)
            made.desk.conversation = Conversation(_COUNTER, LANGUAGE, "nl")
            made.desk.is_explained = True
        st.session_state[_KEY] = made
    found: memory.Memory = st.session_state[_KEY]
    return found


def _find_visitor(_: Mapping[str, Any]) -> Visitor:
    return Visitor(worker=_WORKER) if _has_two_readers() else NOBODY


def _has_two_readers() -> bool:
    return os.environ.get("OVERVIEW_BENCH_READERS") == "2"


memory._find_memory = _find_memory
setattr(visitor, "find_visitor", _find_visitor)  # noqa: B010 # a name of another module, swapped for the bench
settle()
app = st.App(ROOT / "pages" / "portal.py", on_script_error=show_calm)
