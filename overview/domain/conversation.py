"""A conversation at the counter: the story, the goals, and what was agreed. Facts only, no plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from overview.domain.capacity import Able, SupportLevel
from overview.domain.told import Told


class Keeping(StrEnum):
    """Wat er bewaard wordt: nothing, an overview with a code on paper, or the one that exists."""

    NOTHING = "nothing"
    CLAIM_CODE = "claim_code"
    EXISTING = "existing"


class Interpreter(StrEnum):
    """Wie tolkt. There is no choice for a child: a child never interprets."""

    NOT_NEEDED = "not_needed"
    WORKER = "worker"
    PROFESSIONAL = "professional"
    BY_PHONE = "by_phone"
    ADULT = "adult"


class StoryTime(StrEnum):
    """Plaats op de lijn van de tijd, in the order in which the line runs."""

    BEFORE = "before"
    NOW = "now"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class StoryMoment:
    """Moment in het verhaal. `on` only where the citizen knows the day."""

    time: StoryTime
    told: Told
    on: date | None = None


class ConversationChannel(StrEnum):
    """Kanaal van een afspraak: those of a step, and those only a counter has."""

    PHONE = "phone"
    THREE_WAY = "three_way"
    COUNTER = "counter"
    VISIT = "visit"
    VIDEO = "video"
    LETTER = "letter"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Appointment:
    """Afspraak op een dag, met tijd als die vaststaat."""

    on: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Afspraak over één stap. Who does it stands in the situation, because the order needs it.

    `phrases` are ids of sentences from the content, translated in every language; `told` is free text.
    """

    channel: ConversationChannel | None = None
    appointment: Appointment | None = None
    phrases: tuple[str, ...] = ()
    told: Told | None = None
    support: SupportLevel | None = None
    not_needed_because: Told | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was agreed."""
        return self == Agreement()


@dataclass(frozen=True, slots=True)
class ContactMoment:
    """Contactmoment: a call or visit during the conversation, and what came of it."""

    on: date
    channel: ConversationChannel
    agency: str
    result: Told | None = None


@dataclass(frozen=True, slots=True)
class CheckInWish:
    """Vinger aan de pols: only for those who want it."""

    on: date
    channel: ConversationChannel


@dataclass(frozen=True, slots=True)
class Referral:
    """Warme overdracht zoals het gesprek haar vastlegt: to whom, and who spoke to whom.

    `spoke_to` is the name of a professional at the other side; a referral without it is no handover.
    """

    to: str
    spoke_to: str
    is_introduced: bool
    reason: Told | None = None


class Face(StrEnum):
    """Gezicht: did this help you?"""

    GOOD = "good"
    SO_SO = "so_so"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Conversation:
    """Gesprek: what citizen and worker made together at one screen, in two languages.

    `counter` is the id of the counter; `language` is the citizen's, `worker_language` the worker's.
    """

    counter: str
    language: str
    worker_language: str = "nl"
    keeping: Keeping = Keeping.NOTHING
    interpreter: Interpreter = Interpreter.NOT_NEEDED
    came_by: str = ""
    story: tuple[StoryMoment, ...] = ()
    goals: tuple[Told, ...] = ()
    goal_phrases: tuple[str, ...] = ()
    capacity: Mapping[str, Able] = field(default_factory=dict)
    support: SupportLevel | None = None
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    contacts: tuple[ContactMoment, ...] = ()
    check_in: CheckInWish | None = None
    referral: Referral | None = None
    face: Face | None = None

    def find_agreement(self, step_id: str) -> Agreement:
        """What was agreed about a step; an empty one when nothing was."""
        return self.agreements.get(step_id, Agreement())

    def agree(self, step_id: str, agreement: Agreement) -> Conversation:
        """The conversation with this agreement; an empty one takes it away."""
        others = {name: made for name, made in self.agreements.items() if name != step_id}
        if not agreement.is_empty:
            others[step_id] = agreement
        return replace(self, agreements=others)

    def tell(self, moment: StoryMoment) -> Conversation:
        """The conversation with one more moment; within before, now and expected in order of telling."""
        return replace(self, story=(*self.story, moment))

    def list_line(self) -> tuple[StoryMoment, ...]:
        """The line of time: before, now, expected; the order of telling inside each."""
        return tuple(sorted(self.story, key=lambda moment: list(StoryTime).index(moment.time)))
