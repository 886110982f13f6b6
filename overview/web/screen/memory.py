"""What this tab remembers while it is open. Facts and choices only; the plan is made anew each time."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import get_script_run_ctx

from overview.domain.kept import Kept, SupportLevel
from overview.domain.situation import Situation
from overview.services.fields import BadInput
from overview.services.keeping.claims import ClaimCode
from overview.services.keeping.text import read_texts
from overview.web.language import COOKIE, choose_language
from overview.web.sign_in.visitors import NOBODY, Visitor
from overview.wiring import get_portal

if TYPE_CHECKING:
    from overview.web.screen.saving import Saving

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
    ended_on: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    support: SupportLevel | None = None
    saving: Saving | None = None
    asked_for: str = ""
    kept_version: int = 0
    has_stopped: bool = False
    noted_step: str = ""
    wants_note: bool = False
    is_put_away: bool = False
    code: ClaimCode | None = None
    code_typed: str = ""
    code_problem: str = ""
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
        self.notes, self.channels, self.goals, self.support = {}, {}, (), None
        self.is_put_away = self.saving is not None or self.is_put_away
        self.saving, self.kept_version, self.noted_step = None, 0, ""
        self.code, self.code_typed, self.code_problem = None, "", ""

    def to_kept(self) -> Kept:
        """What of this tab may be kept, when the citizen says yes."""
        return Kept(
            self.situation or Situation(()), dict(self.notes), dict(self.channels), self.goals, self.support
        )

    def take_kept(self, kept: Kept) -> None:
        """Put on the screen what was kept."""
        self.situation = kept.situation if kept.situation.life_events or kept.situation.letters else None
        self.notes, self.channels = dict(kept.notes), dict(kept.channels)
        self.goals, self.support = kept.goals, kept.support

    def pack(self) -> str:
        """What the browser keeps for this tab: one small JSON text, empty when there is nothing."""
        if self.situation is None:
            return ""
        kept = {
            "situation": get_portal().write_situation(self.situation),
            "asked": sorted(self.asked),
            "notes": self.notes,
            "channels": self.channels,
            "version": self.kept_version,
        }
        return json.dumps(kept)

    def unpack(self, kept: str) -> None:
        """Take back what the browser kept. What cannot be read is let go, never an error."""
        try:
            found = json.loads(kept)
            situation = get_portal().read_situation(str(found["situation"]))
            asked = frozenset(str(key) for key in found.get("asked", []))
            version = int(found.get("version", 0))
        except (BadInput, ValueError, TypeError, KeyError, RecursionError):
            return
        self.situation, self.asked, self.kept_version = situation, asked, version
        self.notes, self.channels = read_texts(found.get("notes")), read_texts(found.get("channels"))


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
