"""No DigiD yet: getting one, with help, comes first where another step needs it; all else works on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.own_steps import Doer, OwnStep
from overview.domain.plan import Group, Plan, PlannedStep
from overview.domain.planning import build_plan
from overview.domain.situation import Situation
from overview.domain.steps import Step
from overview.domain.told import Told

QUESTION: Final = "has_digid"
PHRASE: Final = "request_digid"
_AGENCY: Final = "digid"


def needs_digid(step: Step) -> bool:
    """Whether a step asks for a DigiD: in what one needs, or because it can only be done online."""
    if step.agency == _AGENCY:
        return False
    return step.channels == ("online",) or any("DigiD" in need for need in step.needs)


def put_digid_first(situation: Situation, catalogue: Catalogue, today: date) -> Situation:
    """The situation of somebody without a DigiD.

    Where an open step needs one, applying for it stands first (with what must come before it), together
    with the worker. An event that has no step for it gets one of the counter's own.
    """
    without = replace(situation, answers={**situation.answers, QUESTION: "no"})
    plan = build_plan(without, catalogue, today)
    if not any(needs_digid(planned.step) for planned in plan.steps if planned.group is not Group.DONE):
        return without
    applying = _find_applying(plan, without)
    if applying is None:
        taken = {own.id for own in without.own_steps}
        own_id = next(name for n in range(1, len(taken) + 2) if (name := f"own_{n}") not in taken)
        told = Told(catalogue.phrases[PHRASE].text, "nl")
        own = OwnStep(own_id, told, agency=_AGENCY, phrase=PHRASE)
        without, step_id = replace(without, own_steps=(*without.own_steps, own)), own_id
    else:
        step_id = applying.id
    pinned = (step_id, *(name for name in without.pinned if name != step_id))
    return replace(without, pinned=pinned, taken_by={**without.taken_by, step_id: Doer.TOGETHER})


def has_digid(situation: Situation) -> Situation:
    """The situation of somebody who has one: nothing is put first for it."""
    own = tuple(step for step in situation.own_steps if step.phrase != PHRASE)
    gone = {step.id for step in situation.own_steps} - {step.id for step in own}
    return replace(
        situation,
        answers={**situation.answers, QUESTION: "yes"},
        own_steps=own,
        pinned=tuple(name for name in situation.pinned if name not in gone),
        taken_by={name: doer for name, doer in situation.taken_by.items() if name not in gone},
    )


def _find_applying(plan: Plan, situation: Situation) -> PlannedStep | None:
    own = {step.id for step in situation.own_steps if step.phrase == PHRASE}
    return next(
        (
            planned
            for planned in plan.steps
            if planned.group is not Group.DONE
            and (planned.id in own or (planned.step.agency, planned.step.kind) == (_AGENCY, "apply"))
        ),
        None,
    )
