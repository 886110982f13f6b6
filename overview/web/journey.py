"""The questions on the way from "what happened" to an overview, one at a time. Pure.

Questions are those of the life events told, each asked once; what "I don't know" answers is asked
no more. The same journey serves the screen and the light page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from overview.domain.catalogue import Catalogue, LifeEvent
from overview.domain.deadlines import add_months
from overview.domain.letters import LETTER_DATE
from overview.domain.situation import UNKNOWN, Answer, Occurrence, Situation
from overview.domain.steps import Question
from overview.words.speaking import msg
from overview.words.view import OverviewView

_YEARS_AHEAD: Final = 10

_MOST_ASKED_AT_ONCE: Final = 3
"""More questions between the steps would make the overview a wall; the questions page has them all."""

DATE_OF_EVENT: Final = "on"
"""The id under which the day of a life event itself is asked."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Eén vraag onderweg: of which occurrence (index), and the answer so far (None: not asked yet)."""

    id: str
    occurrence: int
    question: Question
    answer: Answer | None

    @property
    def key(self) -> str:
        """One word that names this question on a form."""
        return f"{self.occurrence}.{self.id}"


def begin(life_event: str) -> Situation:
    """A situation in which this one thing happened, on a day not told yet."""
    return Situation(life_events=(Occurrence(life_event=life_event, on=None),))


def list_questions(
    catalogue: Catalogue, situation: Situation, asked: frozenset[str] = frozenset()
) -> tuple[Asking, ...]:
    """All questions of this situation, in the order asked.

    `asked` holds the keys of event days that were answered with "I don't know".
    """
    found: list[Asking] = []
    seen: set[str] = set()
    for index, occurrence in enumerate(situation.life_events):
        event = catalogue.life_events.get(occurrence.life_event)
        if event is None:
            continue
        day = _ask_for_day(event)
        known: Answer | None = occurrence.on
        if known is None and f"{index}.{DATE_OF_EVENT}" in asked:
            known = UNKNOWN
        found.append(Asking(DATE_OF_EVENT, index, day, known))
        for question in event.questions:
            if question.about == "household":
                if question.id in seen:
                    continue
                seen.add(question.id)
                answer = occurrence.answers.get(question.id, situation.answers.get(question.id))
            else:
                answer = occurrence.answers.get(question.id)
            found.append(Asking(question.id, index, question, answer))
    return tuple(found)


def _ask_for_day(event: LifeEvent) -> Question:
    return Question(id=DATE_OF_EVENT, text=event.on_text, kind="date", about="event", short=msg("Wanneer"))


def find_next(questions: tuple[Asking, ...]) -> Asking | None:
    """The first question nobody answered yet, or None when all are."""
    return next((asking for asking in questions if asking.answer is None), None)


def answer(situation: Situation, asking: Asking, value: Answer) -> Situation:
    """The situation with this answer in its place (household answers hold for all events)."""
    if asking.question.about == "household":
        return replace(situation, answers={**situation.answers, asking.id: value})
    occurrence = situation.life_events[asking.occurrence]
    if asking.id == DATE_OF_EVENT:
        changed = replace(occurrence, on=value if isinstance(value, date) else None)
    else:
        changed = replace(occurrence, answers={**occurrence.answers, asking.id: value})
    events = list(situation.life_events)
    events[asking.occurrence] = changed
    return replace(situation, life_events=tuple(events))


def find_asking(questions: tuple[Asking, ...], question_id: str) -> Asking | None:
    """The question with this id, to answer it from the overview."""
    return next((asking for asking in questions if asking.id == question_id), None)


def list_askers(view: OverviewView) -> frozenset[str]:
    """The steps that show their question: of those that hang on one question, the first; three at most."""
    first: dict[str, str] = {}
    for step in view.all_steps:
        # The date of a letter is asked on the page of that letter.
        if step.question_id and step.question_id != LETTER_DATE and step.group != "done":
            first.setdefault(step.question_id, step.id)
    return frozenset(list(first.values())[:_MOST_ASKED_AT_ONCE])


def read_day(day: str, month: str, year: str, today: date) -> date | None:
    """A date typed in three boxes; None when no such day exists or lies outside 1900 to ten years ahead."""
    try:
        typed = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return typed if date(1900, 1, 1) <= typed <= add_months(today, 12 * _YEARS_AHEAD) else None


def tell_also(situation: Situation | None, life_event: str) -> Situation:
    """One more thing happened. The same thing told again starts that one anew; other answers stay."""
    if situation is None:
        return begin(life_event)
    others = tuple(told for told in situation.life_events if told.life_event != life_event)
    if not others and not situation.letters and not situation.debts:
        return begin(life_event)
    return replace(situation, life_events=(*others, Occurrence(life_event=life_event, on=None)))
