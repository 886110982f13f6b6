"""What a line says is true: a duty is no right, and a day that hangs on another step is no day."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.overview import PersonalOverview
from overview.domain.plan import Plan
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation, Waiting
from overview.wiring import get_portal
from overview.words.overview_view import build_view
from overview.words.view import StepView

TODAY = date(2026, 11, 26)


def plan_for(event: str, on: date, done: dict[str, date | None] | None = None, **answers: str) -> Plan:
    situation = Situation((Occurrence(event, on, answers),), done=done or {})
    return build_plan(situation, get_portal().catalogue, TODAY)


@pytest.mark.parametrize(("step_id", "code"), [("report_birth", "duty"), ("register_divorce", "right_lost")])
def test_a_duty_is_not_called_a_right_that_lapses(step_id: str, code: str) -> None:
    plans = {
        "report_birth": plan_for(
            "birth", TODAY, baby_situation="alive", birth_place="nl", birth_role="pregnant"
        ),
        "register_divorce": plan_for("separation", TODAY, relation_kind="married"),
    }
    assert plans[step_id].get_step(step_id).reason.code == code


def test_after_a_loss_no_reason_speaks_of_money_or_of_a_right() -> None:
    plan = plan_for("birth", TODAY, baby_situation="stillborn", birth_role="pregnant")
    codes = {i: plan.get_step(i).reason.code for i in ("report_stillbirth", "arrange_farewell")}
    assert set(codes.values()) == {"advised_duty"}, codes


def test_what_is_not_applied_for_is_not_called_a_right() -> None:
    plan = plan_for("illness", TODAY, long_illness="yes")
    undated = [s for s in plan.steps if s.reason.code in ("entitled", "helps")]
    assert undated
    assert {s.reason.code == "entitled" for s in undated if s.step.kind != "apply"} == {False}


def shown(plan: Plan, step_id: str) -> StepView:
    view = build_view(PersonalOverview(Situation(()), plan, (), get_portal().catalogue), "nl")
    return next(step for group in view.groups for step in group.steps if step.id == step_id)


def test_who_waits_for_an_answer_reads_no_distance_to_a_day_that_is_not_shown() -> None:
    waiting = {"ask_remission_municipality": Waiting(date(2026, 10, 21), date(2026, 12, 30))}
    situation = Situation((Occurrence("debts", date(2026, 11, 20)),), {"low_income": "yes"}, waiting=waiting)
    plan = build_plan(situation, get_portal().catalogue, TODAY)
    step = shown(plan, "ask_remission_municipality")
    assert (step.due, step.distance) == (None, None)
    assert "woensdag 30 december" in step.reason.plain


def test_a_term_that_starts_with_an_open_step_shows_no_day() -> None:
    answers = {"debt_threat": "home"}
    step = shown(plan_for("debts", TODAY, **answers), "hold_debt_talk_urgent")
    assert step.due is not None
    assert step.due.plain == "Binnen 3 werkdagen na deze stap: Bel vandaag de gemeente om hulp"
    assert (step.due_on, step.distance) == (None, None)


def test_once_that_step_is_done_the_day_is_shown() -> None:
    plan = plan_for("debts", TODAY, {"ask_debt_help_urgent": TODAY}, debt_threat="home")
    step = shown(plan, "hold_debt_talk_urgent")
    assert step.due_on == date(2026, 12, 1)
    assert step.due is not None
    assert "dinsdag 1 december" in step.due.plain
