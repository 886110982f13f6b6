"""The facts a plan states about its open steps, before any order is worked out from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overview.domain.plan import Plan
from overview.domain.situation import Situation


@dataclass(frozen=True)
class Fact:
    """What the plan says about one open step, before any order."""

    id: str
    is_citizens: bool
    is_certain: bool
    level: int
    due_on: date | None
    is_hard: bool
    lead_days: int
    waits_for: frozenset[str]
    earliest_on: date | None
    is_waiting: bool
    is_put_off: bool


def read_facts(plan: Plan, situation: Situation) -> dict[str, Fact]:
    """The facts of every step that is not done, by id."""
    facts = {}
    for planned in plan.steps:
        if planned.id in situation.done:
            continue
        mark = situation.waiting.get(planned.id)
        put_off = situation.put_off.get(planned.id)
        facts[planned.id] = Fact(
            id=planned.id,
            is_citizens=planned.step.done_by.value == "citizen",
            is_certain=planned.certainty.value == "yes",
            level=planned.consequence,
            due_on=planned.due_on,
            is_hard=planned.due_kind.value == "hard",
            lead_days=planned.step.lead_days,
            waits_for=frozenset(planned.waits_for),
            earliest_on=planned.earliest_on,
            is_waiting=mark is not None and not (mark.until is not None and mark.until < plan.today),
            is_put_off=put_off is not None and put_off > plan.today,
        )
    return facts
