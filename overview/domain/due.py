"""The dates of one step: its last day, and the first day on which it is possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from overview.domain.conditions import Facts
from overview.domain.deadlines import add_term, find_last_day
from overview.domain.letters import LETTER_DATE, HeldLetter, LetterKind
from overview.domain.steps import Base, DueKind, Step, Term

_LEVEL_ALWAYS_DATED = 3


@dataclass(frozen=True, slots=True)
class Due:
    """Termijn van een stap, uitgerekend. `question` is asked when its base day is unknown.

    `advised_on` is a day we advise before the last day by law; it weighs in the order only.
    """

    on: date | None = None
    kind: DueKind = DueKind.NONE
    question: str | None = None
    advised_on: date | None = None


def find_base(term: Term, facts: Facts) -> date | None:
    """The day `term` counts from; None when nobody knows it (yet)."""
    if term.base is Base.EVENT:
        return facts.on
    if term.base is Base.DATE:
        return date.fromisoformat(term.base_id)
    answer = facts.find(term.base_id)
    return answer if isinstance(answer, date) else None


def find_due(step: Step, facts: Facts, base: date | None) -> Due:
    """The last day of `step`: hard, advised (never before today), or none."""
    if step.deadline is None:
        return Due()
    kind, term, today = step.deadline.kind, step.deadline.term, facts.today
    if base is None and term.base is Base.STEP:
        # The term starts when that step is done; until then: the day it would be if done today.
        return Due(max(find_last_day(term, today), today), DueKind.ADVISED)
    if base is None:
        question = term.base_id or None
        if kind is DueKind.HARD or step.level >= _LEVEL_ALWAYS_DATED:
            return Due(today, DueKind.ADVISED, question)
        return Due(None, DueKind.NONE, question)
    last = find_last_day(term, base)
    return Due(last if kind is DueKind.HARD else max(last, today), kind)


def find_earliest(term: Term | None, base: date | None) -> date | None:
    """First day on which a step is possible; None when that is any day or not yet known."""
    return add_term(base + timedelta(days=term.base_days), term.count, term.unit) if term and base else None


def find_letter_due(kind: LetterKind, held: HeldLetter, today: date) -> Due:
    """The last day of a letter. What the letter says wins; without a date it is advised today.

    At level 5 a person is called today, however far the last day is.
    """
    advised = today if kind.asks_a_person_first else None
    if held.until is not None:
        return Due(held.until, DueKind.HARD, advised_on=advised)
    if held.dated is not None and kind.term is not None:
        return Due(find_last_day(kind.term, held.dated), DueKind.HARD, advised_on=advised)
    if kind.level >= _LEVEL_ALWAYS_DATED or kind.term is not None:
        return Due(today, DueKind.ADVISED, LETTER_DATE)
    return Due()


def is_sooner(new: Due, old: Due) -> bool:
    """Whether `new` comes before `old`; a last day by law before an advised one on the same day."""
    if new.on is None or old.on is None:
        return old.on is None and new.on is not None
    return (new.on, new.kind is not DueKind.HARD) < (old.on, old.kind is not DueKind.HARD)
