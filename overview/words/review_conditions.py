"""A named condition as a reviewer reads it: which answers make the step apply.

Nothing here repeats a condition: each answer is put to the condition itself, so what a lawyer
reads is what the program does.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from overview.domain.catalogue import LifeEvent
from overview.domain.conditions import CONDITIONS, Condition, Facts
from overview.domain.situation import Answer
from overview.domain.steps import Question

_ANY_DAY: Final = date(2026, 1, 1)


def say_condition(name: str, event: LifeEvent) -> str:
    """The condition in Dutch: the questions of `event` with the answers for which it holds."""
    condition = CONDITIONS[name]
    asked = [question for question in event.questions if question.id in condition.questions]
    if not asked:
        return "de dag van de gebeurtenis niet voorbij is"
    parts = [part for question in asked if (part := _say_answers(condition, question))]
    said = " of ".join(parts)
    return f"{said} (ook zonder antwoord)" if len(asked) == 1 and _holds(condition, {}) else said


def _say_answers(condition: Condition, question: Question) -> str:
    if question.kind == "date":
        is_filled = _holds(condition, {question.id: _ANY_DAY})
        return f"bij \u201c{question.text}\u201d {'een' if is_filled else 'geen'} datum staat"
    holding = [c.text for c in question.choices if _holds(condition, {question.id: c.id})]
    return f"het antwoord op \u201c{question.text}\u201d is: {' / '.join(holding)}" if holding else ""


def _holds(condition: Condition, answers: dict[str, Answer]) -> bool:
    return condition.judge(Facts(answers, _ANY_DAY, _ANY_DAY)).holds is True
