"""Closed days 2023-2031 as published, typed over: a table to check the calendar against.

The days of article 3 of the Algemene termijnenwet that can fall on a weekday: New Year, Good
Friday, Easter Monday, King's Day, 5 May (every year), Ascension, Whit Monday, both Christmas days.
"""

from __future__ import annotations

from datetime import date

MOVING_DAYS = {
    2023: ("04-07", "04-10", "04-27", "05-18", "05-29"),
    2024: ("03-29", "04-01", "04-27", "05-09", "05-20"),
    2025: ("04-18", "04-21", "04-26", "05-29", "06-09"),
    2026: ("04-03", "04-06", "04-27", "05-14", "05-25"),
    2027: ("03-26", "03-29", "04-27", "05-06", "05-17"),
    2028: ("04-14", "04-17", "04-27", "05-25", "06-05"),
    2029: ("03-30", "04-02", "04-27", "05-10", "05-21"),
    2030: ("04-19", "04-22", "04-27", "05-30", "06-10"),
    2031: ("04-11", "04-14", "04-26", "05-22", "06-02"),
}
EVERY_YEAR = ("01-01", "05-05", "12-25", "12-26")

HOLIDAYS = frozenset(
    date.fromisoformat(f"{year}-{day}")
    for year, moving in MOVING_DAYS.items()
    for day in (*moving, *EVERY_YEAR)
)


def is_closed(day: date) -> bool:
    """Whether the day is a Saturday, a Sunday or a day of article 3; only for 2023-2031."""
    if day.year not in MOVING_DAYS:
        raise ValueError(f"no known days for {day.year}")
    return day.weekday() >= 5 or day in HOLIDAYS
