"""Steps and questions as content defines them, with their terms and sources.

Texts here are source texts in plain Dutch; the edges put them in another language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overview.domain.told import Told


class DoneBy(StrEnum):
    """Wie het doet: whose job a step is."""

    CITIZEN = "citizen"
    AGENCY = "agency"
    EMPLOYER = "employer"
    FAMILY = "family"
    OTHER = "other"


class DueKind(StrEnum):
    """Soort termijn: a last day by law, a day we advise, or none."""

    HARD = "hard"
    ADVISED = "advised"
    NONE = "none"


class Unit(StrEnum):
    """Eenheid van een termijn."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Base(StrEnum):
    """Waarvan een termijn telt: the event's day, a fixed day, an answer, a letter, a step."""

    EVENT = "event"
    DATE = "date"
    ANSWER = "answer"
    LETTER = "letter"
    STEP = "step"


class Seen(StrEnum):
    """Hoe een bron gezien is: the live page, a stored copy, or nobody looked it up."""

    PAGE = "page"
    ARCHIVED_COPY = "archived_copy"
    GENERAL_KNOWLEDGE = "general_knowledge"


class Confidence(StrEnum):
    """Zekerheid van een feit."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Term:
    """Termijn: so many units counted from a base; negative counts back.

    `base_id` names the question (answer, letter) or the step counted from, or holds the
    fixed day in ISO form.
    `terms_act` says whether the Algemene termijnenwet governs this term. The count starts
    `base_days` from the base: -1 for a contract that ended the day before the event.
    """

    count: int
    unit: Unit
    base: Base
    base_id: str = ""
    terms_act: bool = False
    base_days: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """Termijn met soort: hard (law) or advised (our own advice)."""

    kind: DueKind
    term: Term


@dataclass(frozen=True, slots=True)
class Source:
    """Bron: where a statement comes from, and when and how it was looked at."""

    title: str
    url: str
    checked_on: date
    seen: Seen
    law: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Stap: something to do, with one agency (DESIGN section 6)."""

    id: str
    title: str
    what: str
    why: str
    done_by: DoneBy
    agency: str
    level: int
    otherwise: str
    when_late: str
    confidence: Confidence
    review_on: date
    sources: tuple[Source, ...]
    kind: str = "arrange"
    plain_title: str = ""
    about: str = ""
    """Which case or debt it is about, as the agency calls it; empty for steps of content."""
    mistake: str = ""
    ask: str = ""
    until: str = ""
    channels: tuple[str, ...] = ()
    url: str = ""
    needs: tuple[str, ...] = ()
    minutes: int | None = None
    cost: str = ""
    say: str = ""
    deadline: Deadline | None = None
    start_from: Term | None = None
    lead_days: int = 0
    waits_for: tuple[str, ...] = ()
    can_start_without: tuple[str, ...] = ()
    applies_if: tuple[str, ...] = ()
    told_conditions: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    is_duty: bool = False
    """Plicht: the law says it must be done, and no right lapses when it is late."""
    title_language: str = ""
    """Set where a citizen wrote the title: in which language. Empty for content."""

    @property
    def named(self) -> str | Told:
        """The title as it may be quoted: a source text, or what a citizen wrote."""
        return Told(self.title, self.title_language) if self.title_language else self.title

    def is_valid_on(self, day: date) -> bool:
        """Whether this entry is the rule for an event on `day` (both ends included)."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Choice:
    """Antwoordmogelijkheid."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """Vraag: asked once. `about` household answers hold for all events."""

    id: str
    text: str
    kind: str  # "choice" or "date"
    about: str  # "event" or "household"
    choices: tuple[Choice, ...] = ()
    help: str = ""
    short: str = ""
