"""What this tab remembers while it is open. Facts and choices only; the plan is made anew each time."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import get_script_run_ctx

from overview.domain.situation import Situation
from overview.services.fields import BadInput
from overview.web.language import COOKIE, choose_language
from overview.web.sign_in.visitors import NOBODY, Visitor
from overview.wiring import get_portal

_KEY: Final = "memory"


@dataclass(slots=True)
class Memory:
    """Geheugen van dit tabblad. `tab` names this session to the keeper in the browser."""

    language: str
    situation: Situation | None = None
    asked: frozenset[str] = frozenset()
    question: str | None = None
    just_done: str | None = None
    sender: str = ""
    letter: str = ""
    letter_step: str = ""
    template: str = ""
    has_just_answered: bool = False
    is_restored: bool = False
    change: str = ""
    focus: str = ""
    moment: str = ""
    visitor: Visitor = NOBODY
    person: str = ""
    has_ended: bool = False
    folds: dict[str, tuple[tuple[object, ...], Markup]] = field(default_factory=dict)
    tab: str = field(default_factory=lambda: secrets.token_hex(8))

    def tell_change(self, text: str, focus: str = "") -> None:
        """What a click changed: said by the browser, with the focus on what has the id or key `focus`."""
        self.change, self.focus, self.moment = text, focus, secrets.token_hex(4)

    def clear(self) -> None:
        """Wis dit scherm: as if nothing was ever told. The language stays."""
        self.situation = None
        self.asked = frozenset()
        self.question = None
        self.just_done = None
        self.sender = self.letter = self.letter_step = self.template = ""
        self.has_just_answered = False
        self.is_restored = True
        self.folds = {}

    def pack(self) -> str:
        """What the browser keeps for this tab: one small JSON text, empty when there is nothing."""
        if self.situation is None:
            return ""
        kept = {"situation": get_portal().write_situation(self.situation), "asked": sorted(self.asked)}
        return json.dumps(kept)

    def unpack(self, kept: str) -> None:
        """Take back what the browser kept. What cannot be read is let go, never an error."""
        try:
            found = json.loads(kept)
            situation = get_portal().read_situation(str(found["situation"]))
            asked = frozenset(str(key) for key in found.get("asked", []))
        except (BadInput, ValueError, TypeError, KeyError, RecursionError):
            return
        self.situation, self.asked = situation, asked


_run = threading.local()


def get_memory() -> Memory:
    """The memory of this tab, made at its first visit.

    Every label asks for it, and Streamlit's session state is slow: within one run it is looked up once.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context is None or getattr(_run, "context", None) is not context:
        _run.memory, _run.context = _find_memory(), context
    return cast(Memory, _run.memory)


def _find_memory() -> Memory:
    if _KEY not in st.session_state:
        cookies: Mapping[str, Any] = st.context.cookies
        asked = st.query_params.get("lang")
        language = choose_language(asked, cookies.get(COOKIE))
        st.session_state[_KEY] = Memory(language=language)
    return cast(Memory, st.session_state[_KEY])


def get_situation() -> Situation:
    """The situation on pages that have one; leaves for the start page when nothing is told yet."""
    situation = get_memory().situation
    if situation is None:
        st.switch_page("start.py")
    return situation
