"""All content together: life events, letters, agencies, danger exits, counters, terms.

Nothing here reads a file: `overview.adapters.content_files` builds these values from TOML and
refuses what does not hold together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from overview.domain.case_kinds import CaseRules
from overview.domain.conversation import ConversationChannel
from overview.domain.guidance import HelpAround, LetterTemplate, Sign
from overview.domain.letters import LetterKind
from overview.domain.steps import Question, Source, Step


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
    sequels: tuple[str, ...] = ()


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
class ContactChannel:
    """Kanaal van een organisatie naast de telefoon: counter, video, letter or online, in a sentence."""

    kind: str
    text: str
    review_on: date
    sources: tuple[Source, ...]
    url: str = ""


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
    channels: tuple[ContactChannel, ...] = ()
    find_phone: str = ""
    call_name: str = ""
    """As one says it in a sentence, where the name alone reads oddly: "uw verhuurder", "de gemeente"."""
    languages: str = ""
    """In which languages they help, as a sentence; empty while no source says so."""
    relay: str = ""
    """How to reach them for who cannot hear or speak well; empty while no source says so."""


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
class ProfessionalLine:
    """Professionallijn: a direct number between organisations, for workers only, never for citizens."""

    id: str
    agency: str
    number: str
    hours: str
    can_do: tuple[str, ...]
    is_example: bool


@dataclass(frozen=True, slots=True)
class Counter:
    """Loket: a place with phone, address and hours, and its way of working.

    `is_example` marks invented details. `staffed_by` and `referred_by` are codes with words in
    `overview.words.counter_view`; `spoken` are codes of the languages spoken there.
    """

    id: str
    name: str
    phone: str
    address: str
    hours: str
    is_example: bool
    municipality: str = ""
    mirrors: str = ""
    has_walk_in: bool = True
    has_appointments: bool = True
    visits_people: bool = False
    has_quiet_room: bool = False
    has_case_management: bool = False
    staffed_by: str = "contact_centre"
    spoken: tuple[str, ...] = ("nl",)
    referred_by: tuple[str, ...] = ()
    lines: tuple[ProfessionalLine, ...] = ()

    @property
    def comes_by_referral(self) -> bool:
        """Whether people come only when somebody sends them: no door that is open to all."""
        return not self.has_walk_in and bool(self.referred_by)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Vaste zin: what is said often at the counter, with its place: agreed, goal, not_needed or step.

    `contact` is the channel by which there was contact with an agency, where the sentence says so.
    """

    id: str
    about: str
    text: str
    contact: ConversationChannel | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Alle inhoud bij elkaar, gecontroleerd."""

    life_events: Mapping[str, LifeEvent]
    agencies: Mapping[str, Agency]
    danger_exits: tuple[DangerExit, ...] = ()
    counter: Counter | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, LetterKind] = field(default_factory=dict)
    common_questions: Mapping[str, Question] = field(default_factory=dict)
    help_around: Mapping[str, HelpAround] = field(default_factory=dict)
    signs: tuple[Sign, ...] = ()
    templates: tuple[LetterTemplate, ...] = ()
    counters: Mapping[str, Counter] = field(default_factory=dict)
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    capacity: tuple[Question, ...] = ()
    case_rules: CaseRules = field(default_factory=CaseRules)

    def get_question(self, question_id: str) -> Question:
        """The question with this id; KeyError when nobody asks it."""
        if question_id in self.common_questions:
            return self.common_questions[question_id]
        for event in self.life_events.values():
            for question in event.questions:
                if question.id == question_id:
                    return question
        raise KeyError(question_id)
