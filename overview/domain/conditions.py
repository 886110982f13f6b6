"""Voorwaarden: named predicates that content may use in `applies_if`.

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


CONDITIONS: dict[str, Condition] = {}


def judge_all(names: tuple[str, ...], facts: Facts) -> Verdict:
    """All conditions together: one no is no; otherwise the first open question; else yes."""
    question: str | None = None
    for name in names:
        verdict = CONDITIONS[name].judge(facts)
        if verdict.holds is False:
            return NO
        if verdict.holds is None and question is None:
            question = verdict.question
    return YES if question is None else Verdict(None, question)


def _register(name: str, questions: tuple[str, ...], judge: Predicate) -> None:
    CONDITIONS[name] = Condition(name, questions, judge)


def _answered(name: str, question: str, *choices: str) -> None:
    """A condition that holds when the answer to one question is one of `choices`."""

    def judge(facts: Facts) -> Verdict:
        answer = facts.find(question)
        if answer is None:
            return Verdict(None, question)
        return YES if answer in choices else NO

    _register(name, (question,), judge)


def _dated(name: str, question: str) -> None:
    """A condition that holds once a date was given for `question`; no answer means no."""
    _register(name, (question,), lambda facts: YES if isinstance(facts.find(question), date) else NO)


_answered("rented_old_home", "old_home", "rent", "rent_must_leave")
_answered("must_leave_for_works", "old_home", "rent_must_leave")
_answered("rents_new_home", "new_home", "rent_social", "rent_private")
_answered("rents_private_home", "new_home", "rent_private")
_answered("does_not_rent_new_home", "new_home", "own", "with_someone")
_answered("moves_in_with_someone", "new_home", "with_someone")
_answered("has_own_household", "new_home", "rent_social", "rent_private", "own")
_answered("moves_to_other_municipality", "same_municipality", "no")
_answered("stays_in_municipality", "same_municipality", "yes")
_answered("has_children", "children", "under_4", "over_4", "both")
_answered("has_child_under_4", "children", "under_4", "both")
_answered("has_child_at_school", "children", "over_4", "both")
_answered("uses_childcare", "uses_childcare", "yes")
_answered("receives_bijstand", "income_from", "bijstand")
_answered("has_low_income", "low_income", "yes")
_answered("gets_rent_allowance", "allowances", "rent")
_answered("gets_no_rent_allowance", "allowances", "other", "none")
_answered("gets_other_allowances_only", "allowances", "other")
_answered("gets_wmo", "municipal_help", "wmo", "both")
_answered("gets_debt_help", "municipal_help", "debt", "both")
_answered("has_no_digid", "has_digid", "no")
_dated("local_tax_refused", "local_tax_refusal_on")
