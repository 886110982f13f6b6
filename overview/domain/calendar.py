"""Working days and closed days in the Netherlands.

Source: Algemene termijnenwet, article 3 (days that count as closed), text in force 2026.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_EXACT_WORKING_DAYS = 26_000  # a century; beyond it nobody can check a planned day on a calendar


def easter_sunday(year: int) -> date:
    """Eerste paasdag of `year`, by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden = year % 19
    century = year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


@cache
def closed_holidays(year: int) -> frozenset[date]:
    """Feestdagen of `year` by article 3, Good Friday and 5 May included (also on weekend days)."""
    easter = easter_sunday(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= _DAY
    return frozenset(
        {
            date(year, 1, 1),
            easter - timedelta(days=2),
            easter + timedelta(days=1),
            easter + timedelta(days=39),
            easter + timedelta(days=50),
            kings_day,
            date(year, 5, 5),
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_working_day(day: date) -> bool:
    """Whether counters and terms count `day` as open: no Saturday, Sunday or article 3 day."""
    return day.weekday() < 5 and day not in closed_holidays(day.year)


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    day += _DAY
    while not is_working_day(day):
        day += _DAY
    return day


def first_open_day(day: date) -> date:
    """`day` itself when it is a working day, else the next one."""
    return day if is_working_day(day) else next_working_day(day)


@cache
def _working_ordinals(year: int) -> tuple[int, ...]:
    first = date(year, 1, 1).toordinal()
    length = date(year, 12, 31).toordinal() - first + 1
    return tuple(n for n in range(first, first + length) if is_working_day(date.fromordinal(n)))


def working_day_before(day: int, count: int) -> int:
    """Day number of the `count`-th working day before day number `day`; 0 is `day` itself."""
    if count == 0:
        return day
    year = date.fromordinal(day).year
    index = bisect_left(_working_ordinals(year), day) - count
    while index < 0:
        year -= 1
        index += len(_working_ordinals(year))
    return _working_ordinals(year)[index]


def working_day_after(day: int, count: int) -> int:
    """Day number of the `count`-th working day after day number `day`; 0 is `day` itself."""
    if count == 0:
        return day
    year = date.fromordinal(day).year
    index = bisect_right(_working_ordinals(year), day) + count - 1
    while index >= len(_working_ordinals(year)):
        index -= len(_working_ordinals(year))
        year += 1
    return _working_ordinals(year)[index]


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`, or before it when `count` is negative; 0 is `day`."""
    move = working_day_before if count < 0 else working_day_after
    return date.fromordinal(move(day.toordinal(), abs(count)))


def count_working_days(first: date, last: date) -> int:
    """Working days from `first` up to and including `last`; 0 when `last` is before `first`."""
    days = (last - first).days + 1
    return sum(is_working_day(first + timedelta(days=i)) for i in range(days))


def planned_ordinals(today: date, wanted: list[int]) -> list[int]:
    """For each n in `wanted`, the day number of the n-th working day after `today`.

    Day numbers (`date.toordinal`) because a very small pace plans beyond the last calendar
    year; from a century on, five working days are simply a week.
    """
    start = today.toordinal()
    exact = [min(n, _EXACT_WORKING_DAYS) for n in wanted]
    return [
        working_day_after(start, near) + (n - near) * 7 // 5 for near, n in zip(exact, wanted, strict=True)
    ]
