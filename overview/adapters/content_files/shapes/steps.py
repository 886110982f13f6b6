"""The shape of steps and their terms."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints, field_validator

from overview.adapters.content_files.shapes.common import Id, Shape, SourceShape, Text, Url, one_of
from overview.domain.steps import Base, Confidence, Deadline, DoneBy, DueKind, Step, Term, Unit

STEP_KINDS = [
    *("report", "apply", "pay", "check", "call", "visit", "gather"),
    *("object", "stop", "ask", "wait", "arrange"),
]
CHANNELS = ["phone", "counter", "video", "letter", "online"]


class TermShape(Shape):
    """Termijn; `from` is `event`, `date:2027-01-04`, or `answer:`, `letter:`, `step:` with an id."""

    count: int
    unit: Annotated[Unit, Field(strict=False)]
    counted_from: Annotated[
        str,
        StringConstraints(pattern=r"^(event|date:\d{4}-\d{2}-\d{2}|(answer|letter|step):[a-z][a-z0-9_]*)$"),
    ] = Field(alias="from")
    terms_act: bool = False
    base_days: Annotated[int, Field(ge=-366, le=366)] = 0

    @field_validator("counted_from")
    @classmethod
    def _is_a_day_that_exists(cls, value: str) -> str:
        if value.startswith("date:"):
            date.fromisoformat(value.removeprefix("date:"))
        return value

    def build(self) -> Term:
        """The domain's term."""
        base, _, base_id = self.counted_from.partition(":")
        return Term(self.count, self.unit, Base(base), base_id, self.terms_act, self.base_days)


class DeadlineShape(TermShape):
    """Termijn met soort."""

    kind: Annotated[DueKind, Field(strict=False)]

    def build_deadline(self) -> Deadline:
        """The domain's deadline."""
        return Deadline(self.kind, self.build())


class StepShape(Shape):
    """Stap."""

    id: Id
    title: Text
    plain_title: str = ""
    kind: Annotated[str, one_of(STEP_KINDS)] = "arrange"
    what: Text
    why: Text
    done_by: Annotated[DoneBy, Field(strict=False)]
    agency: Id
    channels: list[Annotated[str, one_of(CHANNELS)]] = []
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
    is_duty: bool = False
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
