"""From a term to a day: counting, and how a statutory last day moves.

Source: Algemene termijnenwet, articles 1, 2 and 4, text in force 2026.
"""

from __future__ import annotations

import calendar as month_lengths
from datetime import date, timedelta

from overview.domain.calendar import add_working_days, is_working_day, next_working_day
from overview.domain.steps import Term, Unit

_SHORT_TERM_DAYS = 3
_OPEN_DAYS_WITHIN = 2
_LONGEST_GOVERNED = {Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3, Unit.WORKING_DAYS: 90, Unit.YEARS: 0}


def add_months(day: date, count: int) -> date:
    """`day` moved by calendar months; a month without that day ends on its last day."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, month_lengths.monthrange(year, month)[1]))


def add_term(day: date, count: int, unit: Unit) -> date:
    """`day` moved by `count` units, before any law moves it."""
    if unit is Unit.WORKING_DAYS:
        return add_working_days(day, count)
    if unit is Unit.MONTHS:
        return add_months(day, count)
    if unit is Unit.YEARS:
        return add_months(day, 12 * count)
    return day + timedelta(days=count * (7 if unit is Unit.WEEKS else 1))


def is_governed(term: Term) -> bool:
    """Whether the Algemene termijnenwet moves this term: stated in content, and within article 4.

    Terms counted back are left alone (article 1, second paragraph).
    """
    return term.terms_act and 0 <= term.count <= _LONGEST_GOVERNED[term.unit]


def find_last_day(term: Term, base: date) -> date:
    """Laatste dag of `term` counted from `base`, moved as the law says.

    Article 2 first: a term of three days or more holds two working days. Then article 1: a
    closed last day moves to the next working day.
    """
    start = base + timedelta(days=term.base_days)
    last = add_term(start, term.count, term.unit)
    if not is_governed(term):
        return last
    if (last - start).days >= _SHORT_TERM_DAYS:
        last = _hold_open_days(start, last)
    return last if is_working_day(last) else next_working_day(last)


def _hold_open_days(base: date, last: date) -> date:
    open_days = 0
    day = base
    while open_days < _OPEN_DAYS_WITHIN:
        day += timedelta(days=1)
        open_days += is_working_day(day)
    return max(day, last)
