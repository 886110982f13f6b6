"""Conditions: yes, no, or the question that would settle it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from overview.domain.conditions import CONDITIONS, Facts, judge_all
from overview.domain.conditions.judging import _SUBJECTS
from overview.domain.situation import UNKNOWN

TODAY = date(2026, 11, 22)


def facts(**answers: object) -> Facts:
    return Facts(answers, None, TODAY)  # type: ignore[arg-type]


def test_no_two_conditions_have_the_same_name() -> None:
    names = Counter(condition.name for subject in _SUBJECTS for condition in subject.CONDITIONS)
    assert [name for name, count in names.items() if count > 1] == []


def test_an_answer_settles_a_condition_and_no_answer_asks_the_question() -> None:
    assert CONDITIONS["has_children"].judge(facts(children="both")).holds is True
    assert CONDITIONS["has_children"].judge(facts(children="none")).holds is False
    unknown = CONDITIONS["has_children"].judge(facts(children=UNKNOWN))
    assert (unknown.holds, unknown.question) == (None, "children")


def test_one_no_is_no_whatever_is_still_unknown() -> None:
    assert judge_all(("has_low_income", "has_children"), facts(children="none")).holds is False


def test_the_first_open_question_is_asked() -> None:
    assert judge_all(("has_low_income", "has_children"), facts()).question == "low_income"


def test_a_dated_condition_needs_a_date_and_is_never_unknown() -> None:
    assert CONDITIONS["local_tax_refused"].judge(facts()).holds is False
    assert CONDITIONS["local_tax_refused"].judge(facts(local_tax_refusal_on=TODAY)).holds is True
