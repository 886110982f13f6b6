"""How long a plan takes, and how that grows with the number of steps."""

from __future__ import annotations

import random
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import Final

from overview.domain.catalogue import Agency, Catalogue, LifeEvent
from overview.domain.plan import Plan
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation
from overview.domain.steps import Base, Confidence, Deadline, DoneBy, DueKind, Step, Term, Unit
from overview.wiring import get_portal

_TODAY: Final = date(2026, 11, 23)
_ROUNDS: Final = 15
_SHAPES: Final = {"independent": 0, "chained": 1, "woven": 3}


def bench_order() -> dict[str, object]:
    """Median milliseconds for 100 and 200 steps, and their ratio, for three kinds of content."""
    found: dict[str, object] = {}
    for name, needs in _SHAPES.items():
        small, large = _invent(100, needs), _invent(200, needs)
        pairs = [(_time(small), _time(large)) for _ in range(_ROUNDS)]
        found[name] = {
            "ms_100_steps": round(median(pair[0] for pair in pairs), 2),
            "ms_200_steps": round(median(pair[1] for pair in pairs), 2),
            "ratio_200_to_100": round(median(pair[1] / pair[0] for pair in pairs), 2),
        }
    found["all_life_events"] = {
        "ms_all_events_nothing_answered": round(_time_real(), 2),
        "steps": len(_plan_everything().steps),
    }
    return found


def _plan_everything() -> Plan:
    portal = get_portal()
    told = tuple(Occurrence(name, _TODAY) for name in portal.catalogue.life_events)
    return build_plan(Situation(told), portal.catalogue, _TODAY)


def _time_real() -> float:
    """Median milliseconds for a plan of all life events at once, with nothing answered."""
    _plan_everything()
    took = []
    for _ in range(_ROUNDS):
        started = perf_counter()
        _plan_everything()
        took.append((perf_counter() - started) * 1000)
    return median(took)


def _time(catalogue: Catalogue) -> float:
    situation = Situation((Occurrence("moving_house", _TODAY),))
    started = perf_counter()
    build_plan(situation, catalogue, _TODAY)
    return (perf_counter() - started) * 1000


def _invent(count: int, needs: int) -> Catalogue:
    """`count` invented steps, each waiting for up to `needs` earlier ones."""
    chance = random.Random(count)
    steps = []
    for number in range(count):
        earlier = {f"s{chance.randrange(number):03d}" for _ in range(needs)} if number else set()
        on = _TODAY + timedelta(days=chance.randrange(-20, 200))
        kind = chance.choice([DueKind.HARD, DueKind.ADVISED])
        steps.append(
            Step(
                id=f"s{number:03d}",
                title="",
                what="",
                why="",
                done_by=DoneBy.CITIZEN,
                agency="municipality",
                level=chance.randint(1, 5),
                otherwise="",
                when_late="",
                confidence=Confidence.HIGH,
                review_on=date.max,
                sources=(),
                lead_days=chance.randrange(6),
                waits_for=tuple(sorted(earlier)),
                deadline=Deadline(kind, Term(0, Unit.DAYS, Base.DATE, on.isoformat())),
            )
        )
    event = LifeEvent("moving_house", "", "", "", (), tuple(steps))
    return Catalogue({event.id: event}, {"municipality": Agency("municipality", "", "", "", "", ())})
