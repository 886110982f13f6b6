"""The picture of time: the days that matter, near to far, and until when an overview is fresh."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from overview.domain.calendar import add_working_days
from overview.domain.plan import Plan
from overview.domain.remembered import Remembered
from overview.domain.steps import DueKind
from overview.words.due_words import say_distance
from overview.words.speaking import Words
from overview.words.steps_view import NUMBERED
from overview.words.text import Sentence
from overview.words.view import MarkView, StepView

_WORKING_DAYS_FRESH: Final = 10


def view_timeline(
    words: Words, plan: Plan, steps: Mapping[str, StepView], remembered: Remembered
) -> tuple[MarkView, ...]:
    """Last days, advised days, first days of what comes later."""
    by_day: dict[date, list[StepView]] = {}
    for planned in plan.steps:
        if planned.group not in NUMBERED or planned.due_after is not None:
            continue
        if planned.due_on is not None and planned.due_on >= plan.today:
            by_day.setdefault(planned.due_on, []).append(steps[planned.id])
    if not by_day:
        return ()
    length = max((max(by_day) - plan.today).days, 1)
    return tuple(
        MarkView(
            on, *_say_day(words, on, remembered), share=(on - plan.today).days / length, steps=tuple(marked)
        )
        for on, marked in sorted(by_day.items())
    )


def _say_day(words: Words, on: date, remembered: Remembered) -> tuple[Sentence, Sentence]:
    return remembered.take(
        ("day", on), None, lambda: (words.short_day(on), say_distance(words, on) or words.say("vandaag"))
    )


def find_renewal(plan: Plan) -> date:
    """The day after which the sheet is out of date: the next last day by law, or two weeks on."""
    days = [
        planned.due_on
        for planned in plan.steps
        if planned.group in NUMBERED
        and planned.due_on is not None
        and planned.due_kind is DueKind.HARD
        and planned.due_on > plan.today
    ]
    return min([*days, add_working_days(plan.today, _WORKING_DAYS_FRESH)])
