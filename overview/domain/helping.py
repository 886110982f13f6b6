"""Who helps whom after a conversation: a relation that the citizen said yes to, and can end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from overview.domain.handovers import CheckIn, Handover
from overview.domain.plan import Group, Plan
from overview.domain.steps import DueKind

LOOK_AHEAD: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Relation:
    """Begeleiding: one worker helps one person. `called` is how the citizen wants to be called there.

    `looked_on` is the day on which the last days were last looked up; `last_days` what was found.
    """

    id: str
    person: str
    actor: str
    counter: str
    called: str = field(repr=False)
    since: datetime
    ended_at: datetime | None = None
    looked_on: date | None = None
    last_days: tuple[date, ...] = ()

    @property
    def is_living(self) -> bool:
        """True until the worker or the citizen ended it."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class WorkersDay:
    """Werkdag: everything on the worker's home. People are those this worker helps, no others."""

    people: tuple[Relation, ...]
    handovers: tuple[Handover, ...]
    check_ins: tuple[tuple[CheckIn, Relation], ...]
    last_days: tuple[tuple[date, Relation], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Cijfers voor wie het loket leidt: numbers without people."""

    helped: int
    open_handovers: int
    stale_handovers: int


def find_last_days(plan: Plan) -> tuple[date, ...]:
    """The last days by law within fourteen days, of all that is still open: also what others took over."""
    until = plan.today + LOOK_AHEAD
    days = {
        planned.due_on
        for planned in plan.steps
        if planned.group is not Group.DONE
        and planned.due_kind is DueKind.HARD
        and planned.due_on is not None
        and plan.today <= planned.due_on <= until
    }
    return tuple(sorted(days))
