"""The shape of letters, letters to sign, help around and early signs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from overview.adapters.content_files.shapes.common import Id, Shape, SourceShape, Text, Url, one_of
from overview.adapters.content_files.shapes.steps import STEP_KINDS
from overview.domain.guidance import HelpAround, LetterTemplate, Sign
from overview.domain.letters import LetterAction, LetterKind
from overview.domain.steps import Base, Confidence, Term, Unit

PhoneNumber = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{1,17}$")]


class LetterTermShape(Shape):
    """Termijn van een brief, geteld vanaf de datum op de brief."""

    count: Annotated[int, Field(ge=1)]
    unit: Annotated[Unit, Field(strict=False)]
    terms_act: bool = False

    def build(self) -> Term:
        """The domain's term."""
        return Term(self.count, self.unit, Base.LETTER, terms_act=self.terms_act)


class LetterShape(Shape):
    """Soort brief."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]{1,3}[0-9]{2}$")]
    agency: Id
    name: Text
    words: list[Text] = []
    what: Text
    title: Text
    plain_title: str = ""
    level: Annotated[int, Field(ge=1, le=5)]
    action: Annotated[LetterAction, Field(strict=False)]
    until: Text
    first: Text
    otherwise: Text
    when_late: Text
    say: str = ""
    help: list[Id] = []
    next: list[str] = []
    confidence: Annotated[Confidence, Field(strict=False)]
    review_on: date
    deadline: LetterTermShape | None = None
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> LetterKind:
        """The domain's kind of letter."""
        return LetterKind(
            id=self.id,
            agency=self.agency,
            name=self.name,
            words=tuple(self.words),
            what=self.what,
            title=self.title,
            level=self.level,
            action=self.action,
            until=self.until,
            first=self.first,
            otherwise=self.otherwise,
            when_late=self.when_late,
            confidence=self.confidence,
            review_on=self.review_on,
            sources=tuple(source.build() for source in self.source),
            plain_title=self.plain_title,
            say=self.say,
            helpers=tuple(self.help),
            following=tuple(self.next),
            term=self.deadline.build() if self.deadline else None,
        )


class HelpShape(Shape):
    """Hulp dichtbij."""

    id: Id
    name: Text
    what: Text
    for_whom: Text
    how: Text
    reach: Annotated[str, StringConstraints(pattern="^(public|worker)$")]
    confidence: Annotated[Confidence, Field(strict=False)]
    review_on: date
    url: Url | None = None
    phone: PhoneNumber | None = None
    life_events: list[Id] = []
    step_kinds: list[Annotated[str, one_of(STEP_KINDS)]] = []
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> HelpAround:
        """The domain's help around."""
        return HelpAround(
            self.id,
            self.name,
            self.what,
            self.for_whom,
            self.how,
            self.reach == "public",
            self.confidence,
            self.review_on,
            tuple(source.build() for source in self.source),
            self.url or "",
            self.phone or "",
            tuple(self.life_events),
            tuple(self.step_kinds),
        )


class SignShape(Shape):
    """Vroegsignaal."""

    id: Id
    title: Text
    text: Text
    check: Text
    agency: Id
    applies_if: Annotated[list[Id], Field(min_length=1)]
    unless_steps: list[Id] = []
    confidence: Annotated[Confidence, Field(strict=False)]
    review_on: date
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> Sign:
        """The domain's early sign."""
        return Sign(
            self.id,
            self.title,
            self.text,
            self.check,
            self.agency,
            tuple(self.applies_if),
            self.confidence,
            self.review_on,
            tuple(source.build() for source in self.source),
            tuple(self.unless_steps),
        )


class TemplateShape(Shape):
    """Voorbeeldbrief om te tekenen."""

    id: Id
    title: Text
    when: Text
    subject: Text
    paragraphs: Annotated[list[Text], Field(min_length=1)]
    what_next: Text
    read_over: Text
    step_kinds: list[Id] = []
    steps: list[Id] = []
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> LetterTemplate:
        """The domain's letter to sign."""
        return LetterTemplate(
            self.id,
            self.title,
            self.when,
            self.subject,
            tuple(self.paragraphs),
            self.what_next,
            self.read_over,
            tuple(source.build() for source in self.source),
            tuple(self.step_kinds),
            tuple(self.steps),
        )
