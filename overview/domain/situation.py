"""What one citizen told us: events, dates, answers and choices. Facts only, no plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from overview.domain.debts import Debt
from overview.domain.letters import HeldLetter
from overview.domain.own_steps import Doer, OwnStep

UNKNOWN = "unknown"

Answer = str | date
"""A choice id, a date, or `UNKNOWN`."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Eén keer dat een levensgebeurtenis voorkomt: a move on a day, with its own answers."""

    life_event: str
    on: date | None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Afgesproken wachten: the citizen did their part and waits until a day."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Situatie: the life events, dates, answers and choices of one citizen.

    Step ids in the choices are those a person sees: `id`, or `id@event`, `id@event#2`.
    """

    life_events: tuple[Occurrence, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    done: Mapping[str, date | None] = field(default_factory=dict)
    waiting: Mapping[str, Waiting] = field(default_factory=dict)
    pinned: tuple[str, ...] = ()
    put_off: Mapping[str, date] = field(default_factory=dict)
    not_needed: frozenset[str] = frozenset()
    letters: tuple[HeldLetter, ...] = ()
    own_steps: tuple[OwnStep, ...] = ()
    taken_by: Mapping[str, Doer] = field(default_factory=dict)
    debts: tuple[Debt, ...] = ()
    pace: Fraction = Fraction(1)
