"""About coming to live in the Netherlands."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated, not_dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered(
        "registers_in_nl", "arrival_reason", "asylum", "ukraine", "eu", "family", "work_study", "return"
    ),
    answered("registers_on_arrival", "arrival_reason", "ukraine", "eu", "family", "work_study", "return"),
    answered("is_insured_on_arrival", "arrival_reason", "eu", "family", "work_study", "return"),
    answered(
        "falls_under_general_schemes", "arrival_reason", "asylum", "eu", "family", "work_study", "return"
    ),
    answered("has_asylum_permit", "arrival_reason", "asylum"),
    answered("waits_for_asylum", "arrival_reason", "asylum_waiting"),
    answered("fled_ukraine", "arrival_reason", "ukraine"),
    answered("joins_family", "arrival_reason", "family"),
    answered("returns_to_nl", "arrival_reason", "return"),
    answered("must_integrate", "arrival_reason", "asylum", "family"),
    answered("has_residence_permit", "arrival_reason", "asylum", "family", "work_study"),
    answered("asks_insurance_duty_first", "arrival_reason", "eu", "work_study"),
    answered("may_ask_income_support", "arrival_reason", "asylum", "return"),
    answered("asks_advice_before_support", "arrival_reason", "eu", "family", "work_study"),
    answered(
        "needs_right_to_work", "arrival_reason", "asylum", "asylum_waiting", "ukraine", "family", "work_study"
    ),
    answered("has_arrival_address", "arrival_home", "own", "with_someone", "shelter"),
    answered("has_no_arrival_address", "arrival_home", "none"),
    answered("has_licence_from_outside_eu", "licence_from_outside_eu", "yes"),
    dated("permit_end_known", "permit_until"),
    dated("integration_plan_made", "pip_on"),
    not_dated("integration_plan_to_come", "pip_on"),
)
