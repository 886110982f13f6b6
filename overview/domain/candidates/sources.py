"""Where candidates come from besides life events: letters, the citizen's own steps, debts and cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from overview.domain.candidates.candidate import Candidate
from overview.domain.case_steps import find_case_step, find_debt_step, list_debt_suffixes
from overview.domain.cases import CASE_EVENT, Case
from overview.domain.catalogue import Catalogue
from overview.domain.conditions import YES
from overview.domain.debts import DEBT_EVENT
from overview.domain.due import Due, find_letter_due
from overview.domain.letters import LETTER_EVENT, HeldLetter, LetterKind
from overview.domain.own_steps import OWN_EVENT, OwnStep
from overview.domain.situation import Situation
from overview.domain.steps import DueKind, Step


def from_letter(kind: LetterKind, held: HeldLetter, number: int, suffix: str, today: date) -> Candidate:
    """The step of a letter, with the date that letter gives it."""
    step = kind.as_step()
    due = find_letter_due(kind, held, today)
    return Candidate(
        id=step.id,
        step=step,
        verdict=YES,
        due=due,
        earliest_on=None,
        level=step.level,
        occurrences=[number],
        life_events=[LETTER_EVENT],
        aliases={step.id + suffix},
    )


def from_own(own: OwnStep, number: int, today: date) -> Candidate:
    """A step the citizen put on the list; its day is a wish, so it is advised and never overdue."""
    step = own.as_step()
    return Candidate(
        id=step.id,
        step=step,
        verdict=YES,
        due=Due(max(own.until, today), DueKind.ADVISED) if own.until else Due(),
        earliest_on=None,
        level=step.level,
        occurrences=[number],
        life_events=[OWN_EVENT],
        aliases={step.id},
    )


def from_debts(situation: Situation, catalogue: Catalogue, today: date) -> Iterator[Candidate]:
    """The steps that brought debts ask for, one a debt."""
    for debt, suffix in zip(situation.debts, list_debt_suffixes(situation.debts), strict=True):
        found = find_debt_step(debt, catalogue.case_rules, today)
        if found is not None:
            yield _alone(found, DEBT_EVENT, suffix, None)


def from_cases(cases: Sequence[Case], catalogue: Catalogue, today: date) -> Iterator[Candidate]:
    """The steps that cases ask for; of a case that is part of another, that of the whole counts."""
    for case in cases:
        found = find_case_step(case, catalogue.case_rules, today)
        if found is not None and case.agency in catalogue.agencies:
            yield _alone(found, CASE_EVENT, "", case)


def _alone(found: tuple[Step, Due], event: str, suffix: str, case: Case | None) -> Candidate:
    """A candidate that belongs to no life event. The first of its kind has no suffix in its id."""
    step, due = found
    return Candidate(
        id=step.id + (suffix if "#" in suffix else ""),
        step=step,
        verdict=YES,
        due=due,
        earliest_on=None,
        level=step.level,
        occurrences=[],
        life_events=[event],
        aliases={step.id + suffix},
        case=case,
    )
