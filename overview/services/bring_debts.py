"""A citizen brings a document with debts: it becomes facts of the situation, and is not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overview.domain.deadlines import add_months
from overview.domain.debts import Debt
from overview.domain.situation import Situation
from overview.services.debt_fields import MOST_DEBTS

_YEARS_AHEAD = 10


def bring_debts(situation: Situation | None, debts: tuple[Debt, ...], today: date) -> Situation:
    """The situation with these debts in the place of those brought before."""
    latest = add_months(today, 12 * _YEARS_AHEAD)
    near = [replace(debt, due_on=None) if debt.due_on and debt.due_on > latest else debt for debt in debts]
    return replace(situation or Situation(life_events=()), debts=tuple(near[:MOST_DEBTS]))
