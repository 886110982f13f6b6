"""When a step is due, and how far that is, in words."""

from __future__ import annotations

from datetime import date

from overview.domain.calendar import first_open_day, is_working_day
from overview.domain.plan import Group, PlannedStep
from overview.domain.steps import DoneBy, DueKind, Term, Unit
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
    if planned.due_after is not None and planned.step.deadline is not None:
        return _say_after(words, planned.step.deadline.term, planned.due_after)
    if planned.step.done_by is not DoneBy.CITIZEN:
        return words.say("Verwacht: vóór of op {day}", day=words.day(on))
    if planned.group is Group.WAITING:
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


def _say_after(words: Words, term: Term, title: str) -> Sentence:
    """A term that starts when another step is done: no day yet, but how long it then takes."""
    if term.count < 1:
        return words.say("Meteen na deze stap: {title}", title=words.say(title))
    return words.say(
        "Binnen {term} na deze stap: {title}", term=_say_length(words, term), title=words.say(title)
    )


def _say_length(words: Words, term: Term) -> Sentence:
    match term.unit:
        case Unit.DAYS:
            return words.say_many("{count} dag", "{count} dagen", term.count)
        case Unit.WORKING_DAYS:
            return words.say_many("{count} werkdag", "{count} werkdagen", term.count)
        case Unit.WEEKS:
            return words.say_many("{count} week", "{count} weken", term.count)
        case Unit.MONTHS:
            return words.say_many("{count} maand", "{count} maanden", term.count)
        case Unit.YEARS:
            return words.say_many("{count} jaar", "{count} jaar", term.count)


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
