"""Last days of terms, as a plan states them, against a table of known closed days (2024-2030)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overview.domain.deadlines import find_last_day
from overview.domain.situation import Situation
from overview.domain.steps import Base, Term, Unit
from tests.domain.known_days import is_closed
from tests.domain.oracle import count_on
from tests.domain.strategies import Life, a_step, last_day
from tests.domain.test_order_properties import CALM


def due_days(on: date, deadlines: dict[str, int], unit: Unit, terms_act: bool) -> dict[str, date | None]:
    """The last days that a plan gives for hard terms counted from one event."""
    steps = tuple(a_step(id, deadline=last_day(n, unit, terms_act=terms_act)) for id, n in deadlines.items())
    return {step.id: step.due_on for step in Life(steps, on, on, Situation(())).build_plan().steps}


@pytest.mark.parametrize("year", range(2024, 2031))
def test_a_statutory_last_day_moves_forward_from_every_closed_day(year: int) -> None:
    day = date(year - 1, 12, 31)
    while day.year <= year:
        found = due_days(day, {str(n): n for n in range(8, 85)}, Unit.DAYS, True)
        for id, due_on in found.items():
            expected = day + timedelta(days=int(id))
            while is_closed(expected):
                expected += timedelta(days=1)
            assert due_on == expected
        day += timedelta(days=77)


@pytest.mark.parametrize("year", range(2024, 2031))
def test_a_term_of_three_days_or_more_holds_two_working_days(year: int) -> None:
    for offset in range(0, 366):
        day = date(year, 1, 1) + timedelta(days=offset)
        if not any(is_closed(day + timedelta(days=n)) for n in range(1, 6)):
            continue
        found = due_days(day, {str(n): n for n in range(1, 7)}, Unit.DAYS, True)
        for id, due_on in found.items():
            expected = day + timedelta(days=int(id))
            while is_closed(expected):
                expected += timedelta(days=1)
            assert due_on == (max(expected, count_on(day, 2)) if int(id) >= 3 else expected)


def test_no_day_moves_for_long_terms_terms_in_years_terms_counted_back_or_other_law() -> None:
    saturday = date(2026, 2, 28)
    assert saturday.weekday() == 5

    def found(on: date, count: int, unit: Unit, terms_act: bool = True) -> date | None:
        return due_days(on, {"a": count}, unit, terms_act)["a"]

    monday = saturday + timedelta(days=2)
    assert found(saturday - timedelta(days=90), 90, Unit.DAYS) == monday
    assert found(saturday - timedelta(days=91), 91, Unit.DAYS) == saturday
    assert found(saturday - timedelta(weeks=12), 12, Unit.WEEKS) == monday
    assert found(saturday - timedelta(weeks=13), 13, Unit.WEEKS) == saturday
    assert found(date(2025, 11, 28), 3, Unit.MONTHS) == monday
    assert found(date(2025, 10, 28), 4, Unit.MONTHS) == saturday
    assert found(date(2025, 2, 28), 1, Unit.YEARS) == saturday
    assert found(saturday + timedelta(days=14), -14, Unit.DAYS) == saturday
    assert found(saturday - timedelta(days=14), 14, Unit.DAYS, False) == saturday


@pytest.mark.parametrize(
    ("on", "count", "unit", "due_on"),
    [
        (date(2025, 1, 31), 1, Unit.MONTHS, date(2025, 2, 28)),
        (date(2028, 1, 31), 1, Unit.MONTHS, date(2028, 2, 29)),
        (date(2025, 12, 31), 2, Unit.MONTHS, date(2026, 2, 28)),
        (date(2025, 8, 31), 1, Unit.MONTHS, date(2025, 9, 30)),
        (date(2025, 11, 30), 3, Unit.MONTHS, date(2026, 2, 28)),
        (date(2025, 3, 31), -1, Unit.MONTHS, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, Unit.MONTHS, date(2024, 12, 15)),
        (date(2025, 12, 15), 12, Unit.MONTHS, date(2026, 12, 15)),
        (date(2024, 2, 29), 1, Unit.YEARS, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, Unit.YEARS, date(2028, 2, 29)),
        (date(2025, 12, 24), 1, Unit.WORKING_DAYS, date(2025, 12, 29)),
        (date(2026, 4, 2), 2, Unit.WORKING_DAYS, date(2026, 4, 8)),
        (date(2026, 5, 6), -1, Unit.WORKING_DAYS, date(2026, 5, 4)),
        (date(2025, 4, 28), -1, Unit.WORKING_DAYS, date(2025, 4, 25)),
    ],
)
def test_terms_are_counted_over_short_months_and_closed_days(
    on: date, count: int, unit: Unit, due_on: date
) -> None:
    assert due_days(on, {"a": count}, unit, False) == {"a": due_on}


@given(on=st.dates(date(2024, 1, 1), date(2029, 1, 1)), count=st.integers(-30, 30))
@settings(CALM, max_examples=100)
def test_a_month_without_that_day_ends_on_its_last_day(on: date, count: int) -> None:
    found = due_days(on, {"a": count}, Unit.MONTHS, False)["a"]
    assert found is not None
    assert (found.year - on.year) * 12 + found.month - on.month == count
    assert found.day == on.day or (found.day < on.day and (found + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    "easter",
    [
        "1900-04-15",
        "1913-03-23",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2035-03-25",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
    ],
)
def test_whit_monday_follows_easter_also_in_the_years_in_which_easter_is_odd(easter: str) -> None:
    whit_sunday = date.fromisoformat(easter) + timedelta(days=49)
    assert due_days(whit_sunday, {"a": 1}, Unit.DAYS, True) == {"a": whit_sunday + timedelta(days=2)}


@pytest.mark.parametrize(
    ("first_day_without_work", "last_day"),
    [
        (date(2026, 12, 1), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2027, 5, 28)),
        (date(2026, 12, 18), date(2027, 3, 17)),
    ],
)
def test_a_term_can_count_from_the_day_before(first_day_without_work: date, last_day: date) -> None:
    term = Term(3, Unit.MONTHS, Base.EVENT, base_days=-1)
    assert find_last_day(term, first_day_without_work) == last_day
