"""What this tab remembers while it is open. Facts and choices only; the plan is made anew each time."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from overview.domain.catalogue import Catalogue
from overview.domain.conversation import Conversation, Keeping
from overview.domain.kept import Kept, SupportLevel
from overview.domain.remembered import Remembered
from overview.domain.situation import Situation
from overview.services.conversation_text import join_conversation, split_conversation
from overview.services.keeping.claims import ClaimCode
from overview.web.case_reading import read_for
from overview.web.language import COOKIE, choose_language
from overview.web.screen.around import Around
from overview.web.screen.desk import Desk
from overview.web.screen.kept_state import Saving
from overview.web.sign_in.visitors import NOBODY, Visitor
from overview.wiring import get_portal
from overview.words.agency_view import view_help
from overview.words.paired import PairedWords
from overview.words.speaking import Words
from overview.words.view import HelpView, OverviewView

_KEY: Final = "memory"
CODE_TYPED: Final = "code-typed"
"""Name of the box for a code; a code that came with the address is put in it."""


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
    case: str = ""
    has_just_answered: bool = False
    is_restored: bool = False
    change: str = ""
    focus: str = ""
    moment: str = ""
    wanted: str = ""
    """The page to go to after a wish."""
    titles: dict[str, str] = field(default_factory=dict)
    """The steps on the screen, by id: a choice counts for these only."""
    visitor: Visitor = NOBODY
    person: str = ""
    session: str = ""
    """The citizen's session that this tab saw last."""
    is_followed: bool = False
    """The citizen signed in once more in another tab: a reload brings this one along."""
    has_ended: bool = False
    ended_on: str = ""
    desk: Desk | None = None
    """Only in the tab of a worker."""
    around: Around | None = None
    """Of what top and foot on the screen were made."""
    said: Remembered = field(default_factory=Remembered, compare=False)
    """What the overview said last, in words."""
    drawn: Remembered = field(default_factory=Remembered, compare=False)
    """What was drawn last, as HTML."""
    notes: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    support: SupportLevel | None = None
    talk: dict[str, str] = field(default_factory=dict)
    """At home: what was told and agreed at a counter, as it is kept."""
    saving: Saving | None = None
    asked_for: str = ""
    kept_version: int = 0
    has_stopped: bool = False
    noted_step: str = ""
    wants_note: bool = False
    is_put_away: bool = False
    code: ClaimCode | None = None
    code_problem: str = ""
    tab: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def conversation(self) -> Conversation | None:
        """The conversation at this counter, once the citizen knows what happens and agrees."""
        return self.desk.conversation if self.desk is not None and self.desk.is_explained else None

    @property
    def agreed(self) -> Conversation | None:
        """What was agreed at a counter: now at this desk, or before, as a citizen at home sees it."""
        if self.desk is not None:
            return self.conversation
        return join_conversation(self.talk, get_portal().catalogue)

    @property
    def beside(self) -> str:
        """The worker's language on a joint screen; empty where one person reads."""
        joint = self.desk.conversation if self.desk is not None else None
        return joint.worker_language if joint is not None and joint.worker_language != self.language else ""

    @property
    def may_read_cases(self) -> bool:
        """At a counter only when its citizen signed in here to open their own overview."""
        if self.desk is None:
            return True
        held = self.conversation
        is_own = held is not None and held.keeping is Keeping.EXISTING and not self.desk.person
        return is_own and self.visitor.citizen is not None

    def words(self) -> Words:
        """How this tab speaks: in one language, or on a joint screen in two."""
        portal = get_portal()
        if self.beside:
            return PairedWords(self.language, self.beside, portal.today())
        return portal.words(self.language)

    def view_help(self) -> HelpView:
        """The help block: of this portal, or of the counter at which this tab stands."""
        return view_help(self.words(), self.catalogue)

    @property
    def catalogue(self) -> Catalogue:
        """All content, with the counter of this tab as the one to call."""
        catalogue = get_portal().catalogue
        if self.desk is None or self.desk.counter not in catalogue.counters:
            return catalogue
        return replace(catalogue, counter=catalogue.counters[self.desk.counter])

    def build_view(self, situation: Situation) -> OverviewView:
        """The overview as this tab shows it, with what was agreed and the cases of who signed in."""
        readings = read_for(st.context.cookies) if self.may_read_cases else None
        return get_portal().build_view_in(
            self.words(), situation, self.catalogue, self.agreed, readings, self.said
        )

    def tell_change(self, text: str, focus: str = "") -> None:
        """What a click changed: said by the browser, with the focus on what has the id or key `focus`."""
        self.change, self.focus, self.moment = text, focus, secrets.token_hex(4)

    def clear(self) -> None:
        """Wis dit scherm: as if nothing was ever told. The language stays."""
        self.situation = None
        self.asked = frozenset()
        self.question = None
        self.just_done = None
        self.sender = self.letter = self.letter_step = self.template = self.case = ""
        self.has_just_answered = False
        self.is_restored = True
        self.titles = {}
        self.said.clear()
        self.drawn.clear()
        self.notes, self.channels, self.goals, self.support, self.talk = {}, {}, (), None, {}
        self.is_put_away = self.saving is not None or self.is_put_away
        self.saving, self.kept_version, self.noted_step = None, 0, ""
        self.code, self.code_problem = None, ""
        if self.desk is not None:
            self.language = self.desk.language
            self.desk.part()

    def to_kept(self) -> Kept:
        """What of this tab may be kept, when the citizen says yes."""
        talk = split_conversation(self.conversation) if self.conversation is not None else dict(self.talk)
        return Kept(
            self.situation or Situation(()),
            dict(self.notes),
            dict(self.channels),
            self.goals,
            self.support,
            talk,
        )

    def take_kept(self, kept: Kept) -> None:
        """Put on the screen what was kept."""
        # Debts that somebody brought are on this screen only.
        told = replace(kept.situation, debts=self.situation.debts if self.situation else ())
        self.situation = told if told.life_events or told.letters or told.own_steps else None
        self.talk = dict(kept.talk)
        if self.desk is not None and self.desk.conversation is not None:
            catalogue = get_portal().catalogue
            self.desk.conversation = join_conversation(kept.talk, catalogue, self.desk.conversation)
        self.notes, self.channels = dict(kept.notes), dict(kept.channels)
        self.goals, self.support = kept.goals, kept.support

    def write_situation(self, situation: Situation) -> str:
        """The situation as JSON, for the browser and for the form for paper; written once for both."""
        return self.said.take("written", situation, lambda: get_portal().write_situation(situation))


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
