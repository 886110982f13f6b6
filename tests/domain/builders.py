"""Small, valid-by-default content and situations for tests of the domain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overview.domain.catalogue import Agency, Catalogue, LifeEvent
from overview.domain.plan import Plan
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation
from overview.domain.steps import Base, Confidence, Deadline, DoneBy, DueKind, Seen, Source, Step, Term, Unit

TODAY = date(2026, 11, 23)
"""A Monday, in a week without closed days."""

SOURCE = Source("Wet", "https://wetten.overheid.nl/", date(2026, 11, 1), Seen.ARCHIVED_COPY)
AGENCIES = {"municipality": Agency("municipality", "Gemeente", "Wat zij doet.", "government", "", (SOURCE,))}


def due(on: date, kind: DueKind = DueKind.HARD) -> Deadline:
    """A deadline on a fixed day."""
    return Deadline(kind, Term(0, Unit.DAYS, Base.DATE, on.isoformat()))


def counted(
    count: int,
    unit: Unit = Unit.DAYS,
    base: Base = Base.EVENT,
    base_id: str = "",
    kind: DueKind = DueKind.HARD,
) -> Deadline:
    """A deadline counted from something."""
    return Deadline(kind, Term(count, unit, base, base_id))


def step(step_id: str, level: int = 2, deadline: Deadline | None = None, **fields: object) -> Step:
    """A step of the citizen with everything a step needs."""
    filled: dict[str, object] = {
        "id": step_id,
        "title": f"Doe {step_id}",
        "what": "Wat.",
        "why": "Waarom.",
        "done_by": DoneBy.CITIZEN,
        "agency": "municipality",
        "level": level,
        "otherwise": "Anders.",
        "when_late": "Te laat.",
        "confidence": Confidence.HIGH,
        "review_on": date(2099, 1, 1),
        "sources": (SOURCE,),
        "deadline": deadline,
    }
    return Step(**{**filled, **fields})  # type: ignore[arg-type]


def catalogue(steps: Sequence[Step], event: str = "moving_house", **others: Sequence[Step]) -> Catalogue:
    """Content with one life event, and more by keyword."""
    events = {event: steps, **others}
    return Catalogue(
        {name: LifeEvent(name, name, "", "", (), tuple(own)) for name, own in events.items()}, AGENCIES
    )


def plan(steps: Sequence[Step], today: date = TODAY, on: date | None = TODAY, **choices: object) -> Plan:
    """The plan for one life event on `on` with these steps and choices."""
    situation = Situation((Occurrence("moving_house", on),), **choices)  # type: ignore[arg-type]
    return build_plan(situation, catalogue(steps), today)


def placed(made: Plan) -> list[str]:
    """Ids of the placed steps in the computed order."""
    with_place = [s for s in made.steps if s.position is not None]
    return [s.id for s in sorted(with_place, key=lambda s: s.position or 0)]
