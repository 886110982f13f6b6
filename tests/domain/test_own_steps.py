"""Own steps and agreements on who does a step go through the one order, like everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from overview.domain.own_steps import Doer, OwnStep
from overview.domain.plan import Group
from overview.domain.steps import DueKind
from overview.domain.told import Told
from tests.domain.builders import TODAY, due, placed, plan, step

DAY = timedelta(days=1)
OWN = OwnStep("own_1", Told("Bellen met mijn zus", "nl"), TODAY + 3 * DAY, "municipality")


def test_an_own_step_with_a_day_stands_by_that_day_among_the_others() -> None:
    made = plan(
        [step("soon", 2, due(TODAY + 2 * DAY)), step("late", 2, due(TODAY + 30 * DAY))], own_steps=(OWN,)
    )
    assert placed(made) == ["soon", "own_1", "late"]
    own = made.get_step("own_1")
    assert (own.due_kind, own.due_on, own.reason.code) == (DueKind.ADVISED, OWN.until, "own_step")


def test_the_wish_of_a_citizen_is_never_shown_as_law_nor_overdue() -> None:
    past = replace(OWN, until=TODAY - DAY)
    own = plan([], own_steps=(past,)).get_step("own_1")
    assert (own.due_kind, own.due_on) == (DueKind.ADVISED, TODAY)


def test_a_last_day_by_law_goes_before_an_own_step_of_the_same_day() -> None:
    heavy = step("heavy", 4, due(TODAY + 3 * DAY))
    assert placed(plan([heavy], own_steps=(OWN,))) == ["heavy", "own_1"]


def test_an_own_step_may_be_put_first_and_what_becomes_late_by_it_is_a_warning() -> None:
    pressing = step("pressing", 4, due(TODAY))
    made = plan([pressing], own_steps=(OWN,), pinned=("own_1",))
    assert placed(made) == ["own_1", "pressing"]
    assert [(warning.code, warning.days) for warning in made.warnings] == [("late_by_choice", 1)]


@pytest.mark.parametrize("doer", [Doer.WORKER, Doer.AGENCY, Doer.FAMILY])
def test_what_another_does_takes_no_place_and_its_last_day_stays(doer: Doer) -> None:
    first = step("first", 4, due(TODAY + DAY))
    made = plan([first, step("other", 2, due(TODAY + 9 * DAY))], taken_by={"first": doer})
    taken = made.get_step("first")
    assert (taken.group, taken.position, taken.taken_by) == (Group.WAITING, None, doer)
    assert (taken.due_on, taken.reason.code) == (TODAY + DAY, "taken_over")
    assert placed(made) == ["other"]


def test_together_stays_the_citizens_own_step() -> None:
    made = plan([step("first", 2, due(TODAY + DAY))], taken_by={"first": Doer.TOGETHER})
    shared = made.get_step("first")
    assert (shared.group, shared.position, shared.taken_by) == (Group.NOW, 1, Doer.TOGETHER)


def test_what_waits_for_a_step_that_was_taken_over_waits_too() -> None:
    steps = [step("first"), step("second", 2, due(TODAY + 20 * DAY), waits_for=("first",))]
    made = plan(steps, taken_by={"first": Doer.WORKER})
    second = made.get_step("second")
    assert (second.group, second.reason.code) == (Group.LATER, "waits_for_others")


def test_a_step_taken_over_still_pulls_at_what_must_come_before_it() -> None:
    steps = [step("address"), step("claim", 4, due(TODAY + 5 * DAY), waits_for=("address",))]
    alone = plan(steps).get_step("address").effective_due_on
    taken = plan(steps, taken_by={"claim": Doer.WORKER}).get_step("address").effective_due_on
    assert alone == taken == date.fromordinal((TODAY + 5 * DAY).toordinal())
