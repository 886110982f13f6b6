"""Dates in words, with Latin digits in every language."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from babel.dates import format_date, format_time

_WITH_YEAR: Final = {"nl": "EEEE d MMMM y", "en": "EEEE d MMMM y", "ar": "EEEE d MMMM y"}
_WITHOUT_YEAR: Final = {"nl": "EEEE d MMMM", "en": "EEEE d MMMM", "ar": "EEEE d MMMM"}
_SHORT: Final = {"nl": "d MMM", "en": "d MMM", "ar": "d MMMM"}
_LOCALE: Final = {"en": "en_GB"}


@lru_cache(maxsize=2048)
def format_day(day: date, language: str, today: date | None = None) -> str:
    """`woensdag 25 november`; with the year unless it is the year of `today`."""
    patterns = _WITHOUT_YEAR if today is not None and day.year == today.year else _WITH_YEAR
    return format_date(day, patterns.get(language, "EEEE d MMMM y"), locale=_LOCALE.get(language, language))


@lru_cache(maxsize=2048)
def format_short_day(day: date, language: str) -> str:
    """`25 nov`: for the picture of time, where the long form stands beside it."""
    return format_date(day, _SHORT.get(language, "d MMM"), locale=_LOCALE.get(language, language))


def format_weekday(day: date, language: str) -> str:
    """`maandag`."""
    return format_date(day, "EEEE", locale=_LOCALE.get(language, language))


def calendar_words(language: str) -> list[str]:
    """The names of months and weekdays that a date can have, long and short."""
    days = [date(2026, month, 1) for month in range(1, 13)] + [date(2026, 1, day) for day in range(1, 8)]
    said = {f"{format_day(day, language)} {format_short_day(day, language)}" for day in days}
    return sorted({word for text in said for word in text.split() if not word.isdecimal()})


def format_clock(moment: datetime) -> str:
    """`10.42`: hours and minutes in digits, the same in every language."""
    return format_time(moment, "HH.mm", locale="nl")
