"""What a condition is, and the few ways to write one.

A predicate looks at what one citizen answered and says yes, no, or which question would
settle it. Content names a predicate; it is never an evaluated expression.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from overview.domain.situation import UNKNOWN, Answer, Occurrence, Situation


@dataclass(frozen=True, slots=True)
class Verdict:
    """Oordeel: holds, does not hold, or unknown until `question` is answered."""

    holds: bool | None
    question: str | None = None


YES = Verdict(True)
NO = Verdict(False)


@dataclass(frozen=True, slots=True)
class Facts:
    """Wat wij weten voor één gebeurtenis: its own answers win over household answers."""

    answers: Mapping[str, Answer]
    on: date | None
    today: date

    def find(self, question: str) -> Answer | None:
        """The answer to `question`; None when it was left out or is unknown."""
        answer = self.answers.get(question)
        return None if answer == UNKNOWN else answer


def collect_facts(situation: Situation, occurrence: Occurrence, today: date) -> Facts:
    """The facts that hold for one occurrence of a life event."""
    own = {key: answer for key, answer in occurrence.answers.items() if answer != UNKNOWN}
    return Facts({**situation.answers, **own}, occurrence.on, today)


Predicate = Callable[[Facts], Verdict]


@dataclass(frozen=True, slots=True)
class Condition:
    """Voorwaarde met naam; `questions` are those it may ask."""

    name: str
    questions: tuple[str, ...]
    judge: Predicate


def answered(name: str, question: str, *choices: str) -> Condition:
    """A condition that holds when the answer to one question is one of `choices`."""

    def judge(facts: Facts) -> Verdict:
        answer = facts.find(question)
        if answer is None:
            return Verdict(None, question)
        return YES if answer in choices else NO

    return Condition(name, (question,), judge)


def dated(name: str, question: str) -> Condition:
    """A condition that holds once a date was given for `question`; no answer means no."""
    return Condition(name, (question,), lambda facts: YES if isinstance(facts.find(question), date) else NO)


def not_dated(name: str, question: str) -> Condition:
    """A condition that holds as long as no date was given for `question`; never unknown."""
    return Condition(name, (question,), lambda facts: NO if isinstance(facts.find(question), date) else YES)


def assumed(name: str, question: str, *choices: str, unless_told: bool) -> Condition:
    """Like `answered`, but without an answer it is `unless_told`; never unknown.

    For what may not hang on an open question: after a loss nobody is asked again.
    """

    def judge(facts: Facts) -> Verdict:
        answer = facts.find(question)
        holds = unless_told if answer is None else answer in choices
        return YES if holds else NO

    return Condition(name, (question,), judge)


def any_of(name: str, *parts: Condition) -> Condition:
    """A condition that holds when one of `parts` does; unknown asks the first open question."""
    questions = tuple(dict.fromkeys(question for part in parts for question in part.questions))

    def judge(facts: Facts) -> Verdict:
        verdicts = [part.judge(facts) for part in parts]
        if any(verdict.holds for verdict in verdicts):
            return YES
        return next((verdict for verdict in verdicts if verdict.holds is None), NO)

    return Condition(name, questions, judge)


def event_is_ahead(name: str) -> Condition:
    """A condition that holds until the day of the event has passed; also while it is not known."""
    return Condition(name, (), lambda facts: YES if facts.on is None or facts.on >= facts.today else NO)
