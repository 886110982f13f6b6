"""All conditions by name, and how several are judged together."""

from __future__ import annotations

from overview.domain.conditions import (
    bereavement,
    birth,
    debts,
    household,
    illness,
    informal_care,
    job_loss,
    moving_house,
    new_in_nl,
    retirement,
    separation,
    turning_18,
)
from overview.domain.conditions.writing import NO, YES, Condition, Facts, Verdict

_SUBJECTS = (
    bereavement,
    birth,
    debts,
    household,
    illness,
    informal_care,
    job_loss,
    moving_house,
    new_in_nl,
    retirement,
    separation,
    turning_18,
)

CONDITIONS: dict[str, Condition] = {
    condition.name: condition for subject in _SUBJECTS for condition in subject.CONDITIONS
}


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
