"""The content as the domain knows it: life events, steps, questions, agencies.

Texts here are source texts in plain Dutch; the edges put them in another language.
Nothing in this module reads a file: `overview.adapters.content_files` builds these
values from TOML and refuses what does not hold together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


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
    `terms_act` says whether the Algemene termijnenwet governs this term.
    """

    count: int
    unit: Unit
    base: Base
    base_id: str = ""
    terms_act: bool = False


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
    mistake: str = ""
    ask: str = ""
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


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Levensgebeurtenis: a move, a birth, a death; its questions and its steps."""

    id: str
    title: str
    happened: str
    on_text: str
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]
    intro: str = ""
    has_quick_exit: bool = False


@dataclass(frozen=True, slots=True)
class Phone:
    """Telefoonnummer van een organisatie, met uren en bron."""

    number: str
    hours: str
    cost: str
    review_on: date
    sources: tuple[Source, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """Organisatie: municipality, UWV, SVB. `name` is the Dutch name and stays Dutch."""

    id: str
    name: str
    what: str
    kind: str
    url: str
    sources: tuple[Source, ...]
    phones: tuple[Phone, ...] = ()
    find_phone: str = ""


@dataclass(frozen=True, slots=True)
class DangerExit:
    """Nooduitgang: what to do tonight, before any question."""

    id: str
    title: str
    text: str
    phones: tuple[Phone, ...]
    sources: tuple[Source, ...]
    has_quick_exit: bool = False


@dataclass(frozen=True, slots=True)
class Counter:
    """Loket: a place with phone, address and hours. `is_example` marks invented details."""

    id: str
    name: str
    phone: str
    address: str
    hours: str
    is_example: bool
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Alle inhoud bij elkaar, gecontroleerd."""

    life_events: Mapping[str, LifeEvent]
    agencies: Mapping[str, Agency]
    danger_exits: tuple[DangerExit, ...] = ()
    counter: Counter | None = None
    terms: Mapping[str, str] = field(default_factory=dict)

    def get_question(self, question_id: str) -> Question:
        """The question with this id; KeyError when no event asks it."""
        for event in self.life_events.values():
            for question in event.questions:
                if question.id == question_id:
                    return question
        raise KeyError(question_id)
