"""The shape of the content files, field by field; `overview/content/README.md` explains them.

Unknown fields, wrong types and unknown values are refused by these shapes; what no single
field can tell (references, circles, dates that must be there) is in `rules`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from overview.domain.catalogue import Agency, Counter, DangerExit, LifeEvent, Phone
from overview.domain.steps import (
    Base,
    Choice,
    Confidence,
    Deadline,
    DoneBy,
    DueKind,
    Question,
    Seen,
    Source,
    Step,
    Term,
    Unit,
)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]

STEP_KINDS = [
    *("report", "apply", "pay", "check", "call", "visit", "gather"),
    *("object", "stop", "ask", "wait", "arrange"),
]
AGENCY_KINDS = [
    *("government", "benefits", "tax", "health", "housing", "work", "education", "court"),
    *("money", "help", "other"),
]
CHANNELS = ["phone", "counter", "video", "letter", "online"]


def _one_of(names: list[str]) -> StringConstraints:
    return StringConstraints(pattern=f"^({'|'.join(names)})$")


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SourceShape(_Shape):
    """Bron."""

    title: Text
    url: Url
    checked_on: date
    seen: Annotated[Seen, Field(strict=False)]
    law: str = ""
    article: str = ""

    def build(self) -> Source:
        """The domain's source."""
        return Source(**dict(self))


class TermShape(_Shape):
    """Termijn; `from` is `event`, `date:2027-01-04`, or `answer:`, `letter:`, `step:` with an id."""

    count: int
    unit: Annotated[Unit, Field(strict=False)]
    counted_from: Annotated[
        str,
        StringConstraints(pattern=r"^(event|date:\d{4}-\d{2}-\d{2}|(answer|letter|step):[a-z][a-z0-9_]*)$"),
    ] = Field(alias="from")
    terms_act: bool = False

    @field_validator("counted_from")
    @classmethod
    def _is_a_day_that_exists(cls, value: str) -> str:
        if value.startswith("date:"):
            date.fromisoformat(value.removeprefix("date:"))
        return value

    def build(self) -> Term:
        """The domain's term."""
        base, _, base_id = self.counted_from.partition(":")
        return Term(self.count, self.unit, Base(base), base_id, self.terms_act)


class DeadlineShape(TermShape):
    """Termijn met soort."""

    kind: Annotated[DueKind, Field(strict=False)]

    def build_deadline(self) -> Deadline:
        """The domain's deadline."""
        return Deadline(self.kind, self.build())


class StepShape(_Shape):
    """Stap."""

    id: Id
    title: Text
    plain_title: str = ""
    kind: Annotated[str, _one_of(STEP_KINDS)] = "arrange"
    what: Text
    why: Text
    done_by: Annotated[DoneBy, Field(strict=False)]
    agency: Id
    channels: list[Annotated[str, _one_of(CHANNELS)]] = []
    url: Url | None = None
    needs: list[Text] = []
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    cost: str = ""
    say: str = ""
    level: Annotated[int, Field(ge=1, le=5)]
    otherwise: Text
    when_late: Text
    mistake: str = ""
    ask: str = ""
    waits_for: list[Id] = []
    can_start_without: list[Id] = []
    applies_if: list[Id] = []
    told_conditions: list[Text] = []
    lead_days: Annotated[int, Field(ge=0, le=260)] = 0
    confidence: Annotated[Confidence, Field(strict=False)]
    review_on: date
    valid_from: date | None = None
    valid_until: date | None = None
    deadline: DeadlineShape | None = None
    start_from: TermShape | None = None
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> Step:
        """The domain's step."""
        fields: dict[str, Any] = {
            name: tuple(v) if isinstance(v, list) else v for name, v in dict(self).items()
        }
        del fields["source"]
        fields["url"] = self.url or ""
        fields["sources"] = tuple(source.build() for source in self.source)
        fields["deadline"] = self.deadline.build_deadline() if self.deadline else None
        fields["start_from"] = self.start_from.build() if self.start_from else None
        return Step(**fields)


class ChoiceShape(_Shape):
    """Antwoordmogelijkheid."""

    id: Id
    text: Text


class QuestionShape(_Shape):
    """Vraag."""

    id: Id
    text: Text
    kind: Annotated[str, StringConstraints(pattern="^(choice|date)$")]
    short: Text
    help: str = ""
    choice: list[ChoiceShape] = []

    def build(self, about: str) -> Question:
        """The domain's question; `about` follows from the file it stands in."""
        choices = tuple(Choice(choice.id, choice.text) for choice in self.choice)
        return Question(self.id, self.text, self.kind, about, choices, self.help, self.short)


class LifeEventShape(_Shape):
    """Levensgebeurtenis."""

    id: Id
    title: Text
    happened: Text
    on_text: Text
    intro: str = ""
    has_quick_exit: bool = False
    questions: list[Id]
    shared_steps: list[Id] = []
    question: list[QuestionShape] = []
    step: list[StepShape] = []

    def build(self, questions: dict[str, Question], steps: list[Step]) -> LifeEvent:
        """The domain's life event, with all its questions and steps."""
        asked = tuple(questions[name] for name in self.questions)
        return LifeEvent(
            self.id,
            self.title,
            self.happened,
            self.on_text,
            asked,
            tuple(steps),
            self.intro,
            self.has_quick_exit,
        )


class PhoneShape(_Shape):
    """Telefoonnummer."""

    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{1,17}$")]
    hours: str = ""
    cost: str = ""
    label: str = ""
    review_on: date
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> Phone:
        """The domain's phone number."""
        sources = tuple(source.build() for source in self.source)
        return Phone(self.number, self.hours, self.cost, self.review_on, sources, self.label)


class AgencyShape(_Shape):
    """Organisatie."""

    id: Id
    name: Text
    kind: Annotated[str, _one_of(AGENCY_KINDS)]
    what: Text
    url: Url | None = None
    find_phone: str = ""
    phone: list[PhoneShape] = []
    source: list[SourceShape] = []

    def build(self) -> Agency:
        """The domain's agency."""
        sources = tuple(source.build() for source in self.source)
        phones = tuple(phone.build() for phone in self.phone)
        return Agency(
            self.id, self.name, self.what, self.kind, self.url or "", sources, phones, self.find_phone
        )


class DangerExitShape(_Shape):
    """Nooduitgang."""

    id: Id
    title: Text
    text: Text
    has_quick_exit: bool = False
    phone: list[PhoneShape] = []
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> DangerExit:
        """The domain's danger exit."""
        phones = tuple(phone.build() for phone in self.phone)
        sources = tuple(source.build() for source in self.source)
        return DangerExit(self.id, self.title, self.text, phones, sources, self.has_quick_exit)


class CounterShape(_Shape):
    """Loket."""

    id: Id
    name: Text
    phone: Text
    address: Text
    hours: Text
    is_example: bool
    municipality: str = ""

    def build(self) -> Counter:
        """The domain's counter."""
        return Counter(**dict(self))


class TermTextShape(_Shape):
    """Begrip met uitleg."""

    term: Text
    text: Text
