"""The one place that chooses real adapters and joins them to the services.

Edges ask for the portal and nothing else. Settings come from the environment:
`OVERVIEW_TODAY` shows the portal as on another day, `OVERVIEW_START_URL` is the address that
stands on paper, as text and as QR code; `OVERVIEW_CONTENT` is a municipality's own content folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from i18n.languages import LANGUAGES
from overview.adapters.content_files.loader import CONTENT
from overview.adapters.debt_document import BadDocument, read_debt_document
from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.conversation import Conversation
from overview.domain.guidance import LetterTemplate
from overview.domain.overview import PersonalOverview
from overview.domain.plan import Plan
from overview.domain.remembered import Remembered
from overview.domain.situation import Situation
from overview.html import Renderer
from overview.paper import PaperPrinter
from overview.ports import ContentSource
from overview.services.bring_debts import bring_debts
from overview.services.fields import BadInput
from overview.services.make_overview import make_overview
from overview.services.situation_reader import read_situation
from overview.services.situation_writer import write_situation
from overview.wiring_cases import Cases, LateKept, build_cases
from overview.wiring_content import get_content
from overview.words.agency_view import view_help
from overview.words.case_view import say_not_read_here
from overview.words.overview_view import build_view, view_overview
from overview.words.review_view import build_review
from overview.words.speaking import Words
from overview.words.template_view import fill_template
from overview.words.text import Sentence
from overview.words.view import HelpView, OverviewView

if TYPE_CHECKING:
    from overview.wiring_accounts import Accounts

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

DEFAULT_START_URL = "http://localhost:8501"

Size = Literal["normal", "large"]
Sheet = Literal["full", "fridge"]
Readings = tuple[CaseReading, ...]


def now_in_amsterdam() -> datetime:
    """The clock of the portal; `OVERVIEW_TODAY` (jjjj-mm-dd) moves its day."""
    moment = datetime.now(AMSTERDAM)
    pretended = os.environ.get("OVERVIEW_TODAY")
    if not pretended:
        return moment
    return datetime.combine(date.fromisoformat(pretended), time(moment.hour, moment.minute), AMSTERDAM)


@dataclass(frozen=True, slots=True)
class Portal:
    """Portaal: everything the edges can ask for, with real adapters behind it."""

    content: ContentSource
    cases: Cases
    printer: PaperPrinter
    now: Callable[[], datetime]

    @property
    def accounts(self) -> Accounts:
        """Signing in and what is kept: loaded and opened at the first use; most commands need none."""
        from overview.wiring_accounts import get_accounts

        return get_accounts()

    @property
    def catalogue(self) -> Catalogue:
        """All content, checked for shape when it was loaded."""
        return self.content.load()

    def today(self) -> date:
        """Today in Amsterdam."""
        return self.now().date()

    def words(self, language: str, today: date | None = None) -> Words:
        """The sentences of the interface in one language."""
        return Words(language, today or self.today())

    def view_help(self, language: str) -> HelpView:
        """The help block, for pages without an overview."""
        return view_help(self.words(language), self.catalogue)

    def read_situation(self, payload: bytes | str, today: date | None = None) -> Situation:
        """A situation from outside. Raises `BadInput` naming the field."""
        return read_situation(payload, self.catalogue, today or self.today())

    def write_situation(self, situation: Situation) -> str:
        """The situation as JSON, to travel in a form or stay in the tab."""
        return write_situation(situation)

    def bring_debts(self, situation: Situation | None, document: str) -> tuple[Situation, int]:
        """The situation with the debts of a brought document, and how much of it was not understood.

        Raises `BadInput` when the document is none. Nothing of it is kept.
        """
        try:
            brought = read_debt_document(document)
        except BadDocument as error:
            raise BadInput("", "Dit is geen overzicht van vorderingen.") from error
        return bring_debts(situation, brought.debts, self.today()), brought.skipped

    def make_overview(
        self, situation: Situation, today: date, readings: Readings | None = None
    ) -> PersonalOverview:
        """The overview, computed afresh. Without readings: as for who did not sign in."""
        found = self.cases.read_unsigned() if readings is None else readings
        return make_overview(situation, self.catalogue, today, found)

    def build_view(
        self, situation: Situation, today: date, language: str, readings: Readings | None = None
    ) -> OverviewView:
        """The overview in words."""
        return build_view(self.make_overview(situation, today, readings), language)

    def build_view_in(
        self,
        words: Words,
        situation: Situation,
        catalogue: Catalogue,
        conversation: Conversation | None,
        readings: Readings | None,
        remembered: Remembered | None = None,
    ) -> OverviewView:
        """The overview in these words (one language or two), with what was agreed at a counter.

        `readings` is None on a joint screen: cases need the citizen's own sign-in, and it says so.
        `remembered` is what a tab said before.
        """
        overview = make_overview(situation, catalogue, words.today, readings or (), remembered)
        view = view_overview(words, replace(overview, conversation=conversation), remembered)
        return view if readings is not None else replace(view, cases_note=say_not_read_here(words))

    def review(self, life_event: str, today: date) -> tuple[str, bytes]:
        """One life event for a reviewer, as HTML and as PDF. KeyError for an unknown one."""
        view = build_review(self.catalogue.life_events[life_event], self.catalogue, today)
        html = Renderer("nl", self.words("nl", today)).render("review.html", view=view)
        return html, self.printer.print_overview(view, None, size="normal", sheet="full")

    def print_pdf(
        self,
        situation: Situation,
        today: date,
        language: str,
        beside: str | None,
        size: Size,
        sheet: Sheet,
        code: str = "",
        readings: Readings | None = None,
    ) -> bytes:
        """The overview on paper; a `beside` equal to the language is ignored.

        With a `code` the sheet leads to where that code is typed; the part after # stays in a browser.
        """
        overview = self.make_overview(situation, today, readings)
        view = build_view(overview, language)
        other = build_view(overview, beside) if beside in LANGUAGES and beside != language else None
        return self.printer.print_overview(view, other, size=size, sheet=sheet, address=_write_address(code))

    def print_together(
        self,
        situation: Situation,
        conversation: Conversation,
        today: date,
        size: Size,
        sheet: Sheet,
        code: str = "",
        readings: Readings | None = None,
    ) -> bytes:
        """The paper of a conversation: in the citizen's language with the Dutch beside it, as agreed.

        With `code`, the address at the end finds what is kept. `readings` only where the citizen signed in.
        """
        catalogue = self.catalogue
        counter = catalogue.counters.get(conversation.counter, catalogue.counter)
        own = replace(catalogue, counter=counter)
        language = conversation.language if conversation.language in LANGUAGES else "nl"
        view = self.build_view_in(self.words(language, today), situation, own, conversation, readings)
        beside = self.build_view_in(self.words("nl", today), situation, own, conversation, readings)
        return self.printer.print_overview(view, beside, size=size, sheet=sheet, address=_write_address(code))

    def print_letter(
        self, template: LetterTemplate, typed: Mapping[str, str], to: str, language: str, size: Size
    ) -> bytes:
        """A letter to sign, filled in with what was typed, on paper. Nothing of it is kept."""
        today = self.today()
        words = Words(language, today)
        letter = fill_template(words, template, typed, to)
        return self.printer.print_letter(letter, self._build_empty(language), size=size)

    def print_facts(
        self, title: Sentence, parts: Sequence[tuple[Sentence, Sequence[Sentence]]], language: str
    ) -> bytes:
        """Facts under headings on paper."""
        return self.printer.print_facts(title, parts, self._build_empty(language))

    def _build_empty(self, language: str) -> OverviewView:
        """An overview without steps: paper takes its words and its help block from it."""
        empty = PersonalOverview(Situation(life_events=()), Plan(self.today(), ()), (), self.catalogue)
        return build_view(empty, language)


def _write_address(code: str) -> str:
    """The address that finds a kept overview; what stands behind the # never leaves the browser."""
    start_url = os.environ.get("OVERVIEW_START_URL", DEFAULT_START_URL)
    return f"{start_url.rstrip('/')}/code#{code}" if code else ""


@lru_cache(maxsize=1)
def get_portal() -> Portal:
    """The portal of this process."""
    start_url = os.environ.get("OVERVIEW_START_URL", DEFAULT_START_URL)
    content = get_content()
    kept = LateKept(lambda: get_portal().accounts.keeping.kept_cases)
    samples = CONTENT / "demo" / "cases.toml"
    cases = build_cases(lambda: content.load().case_rules, now_in_amsterdam, samples, kept)
    return Portal(content, cases, PaperPrinter(start_url), now_in_amsterdam)
