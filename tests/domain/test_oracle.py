"""The oracle itself, on examples worked out by hand from DESIGN section 6."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from tests.domain.known_days import HOLIDAYS, MOVING_DAYS, is_closed
from tests.domain.oracle import Oracle, count_back, count_on
from tests.domain.plan_facts import Fact

MONDAY = date(2026, 11, 23)


def fact(
    id: str, due: int | None = None, level: int = 3, *needs: str, hard: bool = True, lead: int = 0
) -> Fact:
    """A citizen's step due so many days after Monday 23 November 2026."""
    due_on = None if due is None else MONDAY + timedelta(days=due)
    return Fact(id, True, True, level, due_on, hard, lead, frozenset(needs), None, False, False)


def oracle(*facts: Fact, pace: Fraction = Fraction(1)) -> Oracle:
    """The oracle for these facts on that Monday."""
    return Oracle({one.id: one for one in facts}, MONDAY, pace)


def test_the_table_of_known_days_agrees_with_the_weekdays_of_the_law() -> None:
    for year, (good_friday, easter_monday, king, ascension, whit_monday) in MOVING_DAYS.items():
        weekdays = [date.fromisoformat(f"{year}-{d}").weekday() for d in (good_friday, easter_monday)]
        assert weekdays == [4, 0]
        easter = date.fromisoformat(f"{year}-{easter_monday}") - timedelta(days=1)
        assert date.fromisoformat(f"{year}-{ascension}") == easter + timedelta(days=39)
        assert date.fromisoformat(f"{year}-{whit_monday}") == easter + timedelta(days=50)
        assert king == ("04-26" if date(year, 4, 27).weekday() == 6 else "04-27")
    assert len(HOLIDAYS) == 9 * 9 and is_closed(date(2026, 11, 22)) and not is_closed(MONDAY)


def test_working_days_are_counted_over_a_weekend_and_a_holiday() -> None:
    assert count_on(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert count_back(date(2026, 12, 28), 1) == date(2026, 12, 24)
    assert count_back(date(2026, 11, 22), 0) == date(2026, 11, 22)


def test_the_longest_way_moves_a_date_back_the_furthest() -> None:
    asked = oracle(fact("a", lead=1), fact("b", None, 3, "a", lead=3), fact("c", 11, 5, "a", "b"))
    assert asked.effective_due_on("a") == date(2026, 11, 30)
    assert asked.effective_due_on("b") == date(2026, 12, 1)
    assert asked.carried_level("a") == 5


def test_a_right_that_ends_soon_costs_more_than_money_however_late() -> None:
    asked = oracle(fact("objection", 0, 4), fact("old", -200, 3))
    assert asked.cost("objection", 1) == (4, 8)
    assert asked.cost("old", 1) == (0, 4)
    assert asked.order() == ["objection", "old"]


def test_two_ways_to_find_the_best_order_agree_on_a_hand_made_case() -> None:
    asked = oracle(*(fact(f"s{n}", 0, 3) for n in range(3)), fact("right", 2, 4), fact("late", -9, 5, "s1"))
    best = asked.best_by_trying_all()
    assert asked.worst_cost(asked.order()) == best and asked.is_lowest_possible(best)
    assert not asked.is_lowest_possible((best[0], best[1] - 1))
    assert not asked.is_lowest_possible((best[0], best[1] * 8))


def test_at_equal_cost_the_later_week_goes_last_then_the_lower_level() -> None:
    asked = oracle(
        fact("tidy", None, 1),
        fact("delay", None, 2),
        fact("soon", 5, 2),
        fact("sooner", 6, 3),
        pace=Fraction(9),
    )
    assert asked.order() == ["sooner", "soon", "delay", "tidy"]


def test_a_pinned_step_takes_what_it_needs_along() -> None:
    asked = oracle(fact("need"), fact("wish", None, 1, "need"), fact("urgent", 0, 5))
    assert asked.order(["wish"]) == ["need", "wish", "urgent"]
