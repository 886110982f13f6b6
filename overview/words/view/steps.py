"""Steps, their groups and their days, as a form shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overview.words.text import Sentence
from overview.words.view.agencies import AgencyView, ChannelView, SourceView


@dataclass(frozen=True, slots=True)
class StepView:
    """Stap zoals iemand hem leest. `number` counts the displayed list (now, next, later)."""

    id: str
    number: int | None
    group: str
    kind: str
    title: Sentence
    plain_title: Sentence
    agency: AgencyView
    due: Sentence | None
    distance: Sentence | None
    due_on: date | None
    due_kind: str
    reason: Sentence
    what: Sentence
    why: Sentence
    who: Sentence | None
    question: Sentence | None
    question_id: str | None
    needs: tuple[Sentence, ...]
    effort: Sentence | None
    channels: tuple[ChannelView, ...]
    say: Sentence | None
    say_dutch: Sentence | None
    also_there: Sentence | None
    otherwise: Sentence | None
    when_late: Sentence | None
    mistake: Sentence | None
    told_conditions: tuple[Sentence, ...]
    labels: tuple[Sentence, ...]
    sources: tuple[SourceView, ...]
    terms: tuple[tuple[Sentence, Sentence], ...] = ()
    helpers: Sentence | None = None
    agreed: tuple[Sentence, ...] = ()
    """What citizen and worker agreed about this step; empty outside the counter."""
    arranged: tuple[Sentence, ...] = ()
    """Of that only who does it and when: what may hang on a fridge."""
    case: Sentence | None = None
    """How the case stands that came of this step."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Groep met kop, uitleg en stappen."""

    code: str
    heading: Sentence
    explanation: Sentence | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """Punt op de tijdlijn: a day, how far it lies (0 to 1), and the steps that fall then."""

    on: date
    day: Sentence
    distance: Sentence
    share: float
    steps: tuple[StepView, ...]
