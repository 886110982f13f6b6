"""When a step is due, and how far that is, in words."""

from __future__ import annotations

from datetime import date

from overview.domain.calendar import first_open_day, is_working_day
from overview.domain.plan import Group, PlannedStep
from overview.domain.steps import DoneBy, DueKind
from overview.words.speaking import Words, strong
from overview.words.text import Sentence

_DAYS_IN_DAYS = 13
_DAYS_IN_WEEKS = 62
_DAYS_A_MONTH = 30.44


def say_due(words: Words, planned: PlannedStep) -> Sentence | None:
    """The last day, or the day we advise; never an advised day as if it were law."""
    on, today = planned.due_on, words.today
    if planned.group is Group.DONE or on is None:
        return None
    if planned.step.done_by is not DoneBy.CITIZEN:
        return words.say("Verwacht: vóór of op {day}", day=words.day(on))
    if planned.group is Group.WAITING and planned.taken_by is None:
        return None
    if planned.due_kind is DueKind.HARD:
        if on < today:
            return words.say("De laatste dag was {day}", day=words.day(on))
        if on == today:
            return strong(words.say("Vandaag is de laatste dag"))
        return words.say("Uiterlijk {day}", day=strong(words.day(on)))
    if on == today:
        return words.say("Liefst vandaag")
    return words.say("Liefst vóór of op {day}", day=strong(words.day(on)))


def say_distance(words: Words, on: date | None) -> Sentence | None:
    """`nog 3 dagen`, `morgen`, `nog 4 weken`; None for today (that is said already) and for the past."""
    if on is None or on <= words.today:
        return None
    days = (on - words.today).days
    if days == 1:
        return words.say("morgen")
    if days <= _DAYS_IN_DAYS:
        return words.say_many("nog {count} dag", "nog {count} dagen", days)
    if days <= _DAYS_IN_WEEKS:
        return words.say_many("nog {count} week", "nog {count} weken", days // 7)
    return words.say_many("nog {count} maand", "nog {count} maanden", round(days / _DAYS_A_MONTH))


def say_closed_today(words: Words) -> Sentence | None:
    """On a closed day: when counters and phones open again."""
    if is_working_day(words.today):
        return None
    opens = first_open_day(words.today)
    return words.say(
        "Vandaag zijn de meeste loketten dicht. {weekday} gaan zij weer open.",
        weekday=words.capital(words.weekday(opens)),
    )
