"""The shape of life events and their questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from overview.adapters.content_files.shapes.common import Id, Shape, Text
from overview.adapters.content_files.shapes.steps import StepShape
from overview.domain.catalogue import LifeEvent
from overview.domain.steps import Choice, Question, Step


class ChoiceShape(Shape):
    """Antwoordmogelijkheid."""

    id: Id
    text: Text


class QuestionShape(Shape):
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


class LifeEventShape(Shape):
    """Levensgebeurtenis."""

    id: Id
    title: Text
    happened: Text
    on_text: Text
    intro: str = ""
    has_quick_exit: bool = False
    questions: list[Id]
    shared_steps: list[Id] = []
    sequels: list[Id] = []
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
            tuple(self.sequels),
        )
