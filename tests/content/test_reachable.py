"""Every step can come up for somebody, and every question changes something for somebody."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from overview.domain.catalogue import LifeEvent
from overview.domain.conditions import CONDITIONS, Facts, judge_all
from overview.domain.situation import UNKNOWN, Answer
from overview.domain.steps import Step
from overview.wiring import get_portal

TODAY = date(2026, 11, 22)
EVENTS = list(get_portal().catalogue.life_events.values())


def questions_of(step: Step) -> list[str]:
    return list(
        dict.fromkeys(question for name in step.applies_if for question in CONDITIONS[name].questions)
    )


def answers_to(event: LifeEvent, question_id: str) -> list[Answer]:
    question = next(question for question in event.questions if question.id == question_id)
    if question.kind == "date":
        return [TODAY, UNKNOWN]
    return [*(choice.id for choice in question.choices), UNKNOWN]


def can_apply(event: LifeEvent, step: Step) -> bool:
    asked = questions_of(step)
    days = (TODAY - timedelta(days=400), TODAY, TODAY + timedelta(days=30))
    for answers in product(*(answers_to(event, question) for question in asked)):
        told = dict(zip(asked, answers, strict=True))
        if any(judge_all(step.applies_if, Facts(told, on, TODAY)).holds for on in days):
            return True
    return False


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_every_step_applies_to_somebody(event: LifeEvent) -> None:
    assert [step.id for step in event.steps if not can_apply(event, step)] == []


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_every_answer_of_a_choice_has_its_own_words(event: LifeEvent) -> None:
    for question in event.questions:
        texts = [choice.text for choice in question.choices]
        assert len(set(texts)) == len(texts), question.id


def test_there_are_about_a_hundred_and_ten_steps_of_citizens_or_more() -> None:
    own = {step.id for event in EVENTS for step in event.steps if step.done_by.value == "citizen"}
    assert len(own) >= 110
