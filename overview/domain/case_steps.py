"""Steps that come of cases and debts, and the steps of life events that a case came of. Pure.

A case that waits for the citizen becomes a step; so does a decision, while one can object; so does a
debt, heavier with each letter. As with letters (decision 0006) each joins the one order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from overview.domain.case_kinds import CaseKind, CaseRules, CaseStep
from overview.domain.case_terms import find_answer_day, find_last_day_to_object
from overview.domain.cases import Case, CaseStatus
from overview.domain.debts import Debt, DebtStage
from overview.domain.due import Due
from overview.domain.steps import Confidence, DoneBy, DueKind, Step

ANSWER: Final = "answer"
OBJECT: Final = "object"
_CASE_STEP: Final = re.compile(rf"case_({ANSWER}|{OBJECT})_[0-9a-f]{{16}}")
_LONGEST_RUNNING: Final = timedelta(days=366)
_BEFORE_EVENT: Final = timedelta(days=92)
_DEBT_STEPS: Final = {
    DebtStage.NOTICE: "debt_notice",
    DebtStage.REMINDER: "debt_reminder",
    DebtStage.DEMAND: "debt_demand",
}


def is_case_step(step_id: str) -> bool:
    """Whether this is the id of a step that came of a case, known now or not."""
    return _CASE_STEP.fullmatch(step_id) is not None


def is_answer_step(step_id: str) -> bool:
    """Whether this is a step by which the citizen answers an agency that waits."""
    return is_case_step(step_id) and step_id.startswith(f"case_{ANSWER}_")


def find_case_step(case: Case, rules: CaseRules, today: date) -> tuple[Step, Due] | None:
    """The step this case asks of the citizen today, with its last day."""
    kind = rules.kind_of(case)
    if case.status is CaseStatus.WAITING_FOR_YOU and ANSWER in rules.steps:
        on, is_said = find_answer_day(case, kind)
        due = Due(on, DueKind.HARD) if on and is_said else Due(max(on or today, today), DueKind.ADVISED)
        return _build_step(rules.steps[ANSWER], f"case_{ANSWER}_{case.key}", case, kind), due
    rule = rules.steps.get(OBJECT)
    last = find_last_day_to_object(case, rule) if rule else None
    if rule is None or last is None or last < today:
        return None
    return _build_step(rule, f"case_{OBJECT}_{case.key}", case, kind), Due(last, DueKind.HARD)


def _build_step(words: CaseStep, step_id: str, case: Case, kind: CaseKind | None) -> Step:
    asks = kind.asks if kind and words.id == ANSWER else ""
    return _as_step(words, step_id, case.agency, case.title, asks or case.next_text)


def find_debt_step(debt: Debt, rules: CaseRules, today: date) -> tuple[Step, Due] | None:
    """The step this debt asks for; None for one that nobody asks to pay yet, or that is paid."""
    words = rules.steps.get(_DEBT_STEPS.get(debt.stage, ""))
    if words is None or debt.open_cents == 0:
        return None
    due = Due(debt.due_on, DueKind.HARD) if debt.due_on else Due(today, DueKind.ADVISED)
    return _as_step(words, f"debt_{debt.agency}", debt.agency, debt.about or debt.reference, ""), due


def _as_step(words: CaseStep, step_id: str, agency: str, about: str, asks: str) -> Step:
    return Step(
        id=step_id,
        title=words.title,
        what=asks or words.what,
        why=words.why,
        done_by=DoneBy.CITIZEN,
        agency=agency,
        level=words.level,
        otherwise=words.otherwise,
        when_late=words.when_late,
        confidence=Confidence.HIGH,
        review_on=words.review_on,
        sources=words.sources,
        kind=words.kind,
        mistake=words.mistake,
        channels=("phone", "letter"),
        say=words.say,
        about=about,
    )


def find_joined_case(
    step_id: str, event_on: date | None, cases: Iterable[Case], rules: CaseRules, today: date
) -> Case | None:
    """The newest case that came of this step, or whose decision ends it; None when there is none.

    An open case counts for a year; one that ended only when it began after the life event, or
    shortly before: last year's application is not this one.
    """
    found = [case for case in cases if _belongs(step_id, event_on, case, rules, today)]
    return max(found, key=lambda case: (case.started_on, case.id), default=None)


def _belongs(step_id: str, event_on: date | None, case: Case, rules: CaseRules, today: date) -> bool:
    kind = rules.kind_of(case)
    if kind is None or step_id not in (*kind.came_of, *kind.decides):
        return False
    if case.status.is_open:
        return case.started_on >= today - _LONGEST_RUNNING
    return event_on is not None and case.started_on >= event_on - _BEFORE_EVENT


def is_ended_by(step_id: str, case: Case, rules: CaseRules) -> bool:
    """Whether the decision of this case is what the step waits for."""
    kind = rules.kind_of(case)
    return kind is not None and step_id in kind.decides and not case.status.is_open


def list_debt_suffixes(debts: Iterable[Debt]) -> Iterator[str]:
    """`@debt` for the first debt at an agency, `@debt#2` for the second."""
    seen: dict[str, int] = {}
    for debt in debts:
        number = seen[debt.agency] = seen.get(debt.agency, 0) + 1
        yield "@debt" + (f"#{number}" if number > 1 else "")
