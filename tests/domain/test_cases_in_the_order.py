"""Cases feed the one order: a case that waits, a decision, a step that a case came of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from overview.domain.case_kinds import CaseRules
from overview.domain.case_steps import find_joined_case
from overview.domain.case_terms import Lateness, find_answer_day, find_last_day_to_object, find_lateness
from overview.domain.cases import Case, CaseStatus
from overview.domain.debts import Debt, DebtStage, add_up_per_agency
from overview.domain.plan import Group, PlannedStep
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation, Waiting
from overview.domain.steps import DueKind
from overview.wiring import get_portal

TODAY = date(2026, 11, 26)
CATALOGUE = get_portal().catalogue
RULES: CaseRules = CATALOGUE.case_rules
CASE = Case(
    id="8f2b1c9e-5a0b-4f0e-9a38-2f7f6f0c1d11",
    title="Bijstand",
    agency="municipality",
    status=CaseStatus.IN_PROGRESS,
    status_text="Wij kijken naar uw aanvraag",
    status_since=date(2026, 11, 20),
    started_on=date(2026, 11, 1),
    source="town",
    kind="bijstand",
)
NOTHING = Situation(life_events=())
DECIDED = replace(CASE, status=CaseStatus.DECIDED, ended_on=date(2026, 11, 2), has_decision=True)


def plan_of(*cases: Case, situation: Situation = NOTHING, today: date = TODAY) -> dict[str, PlannedStep]:
    return {planned.id: planned for planned in build_plan(situation, CATALOGUE, today, cases).steps}


def test_a_case_that_waits_for_the_citizen_becomes_a_step_under_now() -> None:
    waiting = replace(CASE, status=CaseStatus.WAITING_FOR_YOU)
    (step,) = plan_of(waiting).values()
    assert step.id == f"case_answer_{waiting.key}"
    assert (step.group, step.due_on, step.due_kind) == (Group.NOW, TODAY, DueKind.ADVISED)
    assert (step.reason.code, step.step.about) == ("case_waits", "Bijstand")


def test_a_day_that_the_source_gives_is_a_last_day() -> None:
    waiting = replace(CASE, status=CaseStatus.WAITING_FOR_YOU, answer_by=date(2026, 12, 3))
    (step,) = plan_of(waiting).values()
    assert (step.due_on, step.due_kind) == (date(2026, 12, 3), DueKind.HARD)


def test_a_case_in_progress_asks_nothing() -> None:
    assert plan_of(CASE) == {}


@pytest.mark.parametrize("status", [CaseStatus.RECEIVED, CaseStatus.IN_PROGRESS, CaseStatus.CLOSED])
def test_only_a_decision_can_be_objected_to(status: CaseStatus) -> None:
    assert plan_of(replace(CASE, status=status, ended_on=None)) == {}


def test_a_decision_starts_six_weeks_to_object() -> None:
    # Monday 2 November and six weeks: Monday 14 December (Awb 6:7).
    (step,) = plan_of(DECIDED).values()
    assert (step.due_on, step.due_kind, step.consequence) == (date(2026, 12, 14), DueKind.HARD, 4)


@pytest.mark.parametrize(("today", "is_there"), [(13, True), (14, True), (15, False)])
def test_the_step_to_object_is_there_up_to_and_including_the_last_day(today: int, is_there: bool) -> None:
    assert bool(plan_of(DECIDED, today=date(2026, 12, today))) is is_there


def test_a_term_to_object_that_ends_on_a_closed_day_moves_to_the_next_open_one() -> None:
    # Friday 13 November and six weeks is Christmas Day; Saturday and Sunday are closed too.
    rule = RULES.steps["object"]
    assert find_last_day_to_object(replace(DECIDED, ended_on=date(2026, 11, 13)), rule) == date(2026, 12, 28)


def test_without_a_decision_there_is_no_term_to_object() -> None:
    assert find_last_day_to_object(replace(DECIDED, has_decision=False), RULES.steps["object"]) is None
    assert find_last_day_to_object(CASE, RULES.steps["object"]) is None


@pytest.mark.parametrize(
    ("day", "lateness"), [(25, Lateness.ON_TIME), (26, Lateness.ON_TIME), (27, Lateness.LATE)]
)
def test_an_agency_is_late_from_the_day_after_its_last_day(day: int, lateness: Lateness) -> None:
    case = replace(CASE, latest_on=date(2026, 11, 26))
    assert find_lateness(case, date(2026, 11, day)) is lateness


def test_a_suspended_or_extended_case_is_never_called_late() -> None:
    past = replace(CASE, latest_on=TODAY - timedelta(days=30))
    assert find_lateness(replace(past, is_suspended=True), TODAY) is Lateness.SUSPENDED
    assert find_lateness(replace(past, is_extended=True), TODAY) is Lateness.EXTENDED
    assert find_lateness(replace(CASE, latest_on=None), TODAY) is Lateness.UNKNOWN
    assert find_lateness(replace(past, status=CaseStatus.DECIDED), TODAY) is Lateness.OVER


def test_without_any_day_the_citizen_is_not_told_one() -> None:
    assert find_answer_day(replace(CASE, status=CaseStatus.WAITING_FOR_YOU), None) == (None, False)


MOVE = Situation(
    life_events=(Occurrence("moving_house", date(2026, 11, 20), {}),), answers={"low_income": "yes"}
)
REMISSION = replace(CASE, kind="remission", title="Kwijtschelding gemeentebelasting")


def test_a_step_that_the_register_shows_was_done_waits_with_its_case() -> None:
    assert plan_of(situation=MOVE)["ask_remission_municipality"].group is not Group.WAITING
    step = plan_of(REMISSION, situation=MOVE)["ask_remission_municipality"]
    assert (step.group, step.reason.code, step.case_key) == (Group.WAITING, "case_runs", REMISSION.key)


def test_the_citizens_own_choice_wins_over_the_register() -> None:
    pinned = replace(MOVE, pinned=("ask_remission_municipality",))
    assert plan_of(REMISSION, situation=pinned)["ask_remission_municipality"].group is not Group.WAITING
    waiting = replace(MOVE, waiting={"ask_remission_municipality": Waiting(until=date(2026, 12, 30))})
    assert plan_of(REMISSION, situation=waiting)["ask_remission_municipality"].reason.code == "you_wait"


def test_a_decision_ends_what_the_agency_had_to_do() -> None:
    decided = replace(REMISSION, status=CaseStatus.DECIDED, ended_on=date(2026, 11, 24), has_decision=True)
    step = plan_of(decided, situation=MOVE)["decide_remission"]
    assert (step.group, step.done_on) == (Group.DONE, date(2026, 11, 24))


@pytest.mark.parametrize(("days", "is_joined"), [(366, True), (367, False)])
def test_an_open_case_belongs_to_a_step_for_a_year(days: int, is_joined: bool) -> None:
    case = replace(REMISSION, started_on=TODAY - timedelta(days=days))
    found = find_joined_case("ask_remission_municipality", None, [case], RULES, TODAY)
    assert (found is not None) is is_joined


@pytest.mark.parametrize(("days", "is_joined"), [(92, True), (93, False)])
def test_an_ended_case_belongs_only_when_it_began_around_the_event(days: int, is_joined: bool) -> None:
    event_on = date(2026, 11, 20)
    case = replace(REMISSION, status=CaseStatus.DECIDED, started_on=event_on - timedelta(days=days))
    found = find_joined_case("decide_remission", event_on, [case], RULES, TODAY)
    assert (found is not None) is is_joined


def test_a_case_of_an_unknown_kind_joins_nothing_and_breaks_nothing() -> None:
    assert plan_of(replace(CASE, kind="")) == {}


def test_without_cases_the_plan_is_that_of_the_situation_alone() -> None:
    assert build_plan(MOVE, CATALOGUE, TODAY, ()) == build_plan(MOVE, CATALOGUE, TODAY)


def test_a_choice_about_a_case_that_is_not_read_now_is_kept_without_a_warning() -> None:
    pinned = replace(NOTHING, pinned=(f"case_answer_{CASE.key}",))
    assert build_plan(pinned, CATALOGUE, TODAY).warnings == ()


def debt(stage: DebtStage, **values: object) -> Debt:
    return replace(Debt("cjib", stage, 38_900, date(2026, 12, 3)), **values)  # type: ignore[arg-type]


def test_each_letter_weighs_more_than_the_one_before() -> None:
    levels = [
        plan_of(situation=replace(NOTHING, debts=(debt(stage),)))["debt_cjib"].consequence
        for stage in (DebtStage.NOTICE, DebtStage.REMINDER, DebtStage.DEMAND)
    ]
    assert levels == [2, 3, 4]


def test_a_demand_comes_before_a_notice_with_the_same_last_day() -> None:
    debts = (debt(DebtStage.NOTICE), debt(DebtStage.DEMAND, agency="duo"))
    steps = plan_of(situation=replace(NOTHING, debts=debts))
    assert steps["debt_duo"].position == 1 and steps["debt_cjib"].position == 2


def test_two_debts_at_one_agency_are_two_steps() -> None:
    debts = (debt(DebtStage.NOTICE), debt(DebtStage.DEMAND))
    assert set(plan_of(situation=replace(NOTHING, debts=debts))) == {"debt_cjib", "debt_cjib@debt#2"}


@pytest.mark.parametrize("own", [debt(DebtStage.IMPOSED), debt(DebtStage.NOTICE, open_cents=0)])
def test_a_debt_that_nobody_asks_for_or_that_is_paid_is_no_step(own: Debt) -> None:
    assert plan_of(situation=replace(NOTHING, debts=(own,))) == {}


def test_amounts_are_added_per_agency_only() -> None:
    debts = [
        debt(DebtStage.NOTICE),
        debt(DebtStage.DEMAND, open_cents=1),
        debt(DebtStage.DEMAND, agency="duo", open_cents=None),
    ]
    totals = {
        total.agency: (total.open_cents, total.unknown, total.count) for total in add_up_per_agency(debts)
    }
    assert totals == {"cjib": (38_901, 0, 2), "duo": (0, 1, 1)}
