"""Early signs and sequels: what may be for this citizen, and what may come next. Offers, never duties."""

from __future__ import annotations

from datetime import date

from overview.domain.catalogue import Catalogue
from overview.domain.conditions import Facts, judge_all
from overview.domain.guidance import Sign
from overview.domain.plan import Plan
from overview.domain.situation import UNKNOWN, Answer, Situation


def find_signs(situation: Situation, catalogue: Catalogue, plan: Plan, today: date) -> tuple[Sign, ...]:
    """Help and benefits that fit the answers and that no step of the plan already says.

    A sign needs answers: what is unknown gives none.
    """
    answers: dict[str, Answer] = dict(situation.answers)
    for occurrence in situation.life_events:
        answers |= {key: value for key, value in occurrence.answers.items() if value != UNKNOWN}
    on = situation.life_events[0].on if situation.life_events else None
    facts = Facts(answers, on, today)
    planned = {step.step.id for step in plan.steps}
    return tuple(
        sign
        for sign in catalogue.signs
        if not planned & set(sign.unless_steps) and judge_all(sign.applies_if, facts).holds
    )


def find_sequels(situation: Situation, catalogue: Catalogue) -> tuple[str, ...]:
    """Life events that often follow the ones told, and that were not told yet."""
    told = [occurrence.life_event for occurrence in situation.life_events]
    offered = [
        sequel
        for name in told
        for sequel in catalogue.life_events[name].sequels
        if sequel not in told and sequel in catalogue.life_events
    ]
    return tuple(dict.fromkeys(offered))
