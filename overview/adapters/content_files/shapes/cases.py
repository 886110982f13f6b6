"""The shape of what content says of cases: statuses, kinds, steps, and a municipality's own translations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from i18n.languages import LANGUAGES, SOURCE_LANGUAGE
from overview.adapters.content_files.shapes.common import Id, Shape, SourceShape, Text, one_of
from overview.adapters.content_files.shapes.letters import LetterTermShape
from overview.adapters.content_files.shapes.steps import STEP_KINDS
from overview.domain.case_kinds import CaseKind, CaseRules, CaseStep
from overview.domain.cases import CaseStatus

_OTHER_LANGUAGES = [code for code in LANGUAGES if code != SOURCE_LANGUAGE]


class StatusShape(Shape):
    """Wat een status betekent. `id` lets a municipality add to ours, or replace one of them."""

    id: str = ""
    status: Annotated[CaseStatus, Field(strict=False)]
    names: Annotated[list[Text], Field(min_length=1)]


class CaseKindShape(Shape):
    """Soort zaak."""

    id: Id
    names: Annotated[list[Text], Field(min_length=1)]
    title: str = ""
    agency: str = ""
    status: list[StatusShape] = []
    asks: str = ""
    answer_within: LetterTermShape | None = None
    came_of: list[Id] = []
    decides: list[Id] = []
    has_decision: bool | None = None

    def build(self) -> CaseKind:
        """The domain's kind of case."""
        return CaseKind(
            self.id,
            tuple(self.names),
            self.title,
            self.agency,
            _spread(self.status),
            self.asks,
            self.answer_within.build() if self.answer_within else None,
            tuple(self.came_of),
            tuple(self.decides),
            self.has_decision,
        )


class CaseStepShape(Shape):
    """Stap uit een zaak of een schuld."""

    id: Id
    title: Text
    what: Text
    why: Text
    otherwise: Text
    when_late: Text
    say: str = ""
    mistake: str = ""
    level: Annotated[int, Field(ge=1, le=5)]
    kind: Annotated[str, one_of(STEP_KINDS)]
    review_on: date
    deadline: LetterTermShape | None = None
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> CaseStep:
        """The domain's words of the step."""
        return CaseStep(
            self.id,
            self.title,
            self.what,
            self.why,
            self.otherwise,
            self.when_late,
            self.level,
            self.kind,
            self.review_on,
            tuple(source.build() for source in self.source),
            self.say,
            self.mistake,
            self.deadline.build() if self.deadline else None,
        )


class CaseTextShape(Shape):
    """Vertaling die een gemeente van een eigen tekst geeft."""

    dutch: Text
    translated: Annotated[
        dict[Annotated[str, one_of(_OTHER_LANGUAGES)], Text], Field(min_length=1, alias="in")
    ]


def build_case_rules(
    statuses: Iterable[StatusShape],
    kinds: Iterable[CaseKindShape],
    steps: Iterable[CaseStepShape],
    texts: Iterable[CaseTextShape],
) -> CaseRules:
    """The domain's rules for cases."""
    return CaseRules(
        kinds={kind.id: kind.build() for kind in kinds},
        statuses=_spread(statuses),
        texts={text.dutch: dict(text.translated) for text in texts},
        steps={step.id: step.build() for step in steps},
    )


def _spread(statuses: Iterable[StatusShape]) -> dict[str, CaseStatus]:
    return {name: own.status for own in statuses for name in own.names}
