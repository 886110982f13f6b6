"""Debts and payments, as agencies of the state list them. Amounts in whole euro cents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

DEBT_EVENT: Final = "debt"
"""The life event id under which the step of a debt stands in a plan."""

LARGEST_DOCUMENT: Final = 1_000_000
"""Bytes. Of a citizen with debts at every agency the document is well under this."""


class DebtStage(StrEnum):
    """Hoe ver een vordering is, in the order in which it grows."""

    IMPOSED = "imposed"
    NOTICE = "notice"
    REMINDER = "reminder"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class Debt:
    """Vordering: what one agency still asks for one matter.

    `open_cents` is what is left in euro cents; None where the document does not say.
    `due_on` is the last day of the latest letter. `reference` is what the citizen says on the phone.
    """

    agency: str
    stage: DebtStage
    open_cents: int | None = None
    due_on: date | None = None
    reference: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class AgencyTotal:
    """Totaal bij één organisatie, in cents. Never added to that of another."""

    agency: str
    open_cents: int
    unknown: int
    count: int


def add_up_per_agency(debts: Iterable[Debt]) -> tuple[AgencyTotal, ...]:
    """What is open per agency. `unknown` counts debts without an amount: the total is then "at least".

    There is no function that adds agencies together: a fine and an allowance to pay back follow
    other rules, and one number for all would say more than anybody knows.
    """
    own: dict[str, list[Debt]] = {}
    for debt in debts:
        own.setdefault(debt.agency, []).append(debt)
    return tuple(
        AgencyTotal(
            agency,
            sum(debt.open_cents or 0 for debt in theirs),
            sum(debt.open_cents is None for debt in theirs),
            len(theirs),
        )
        for agency, theirs in own.items()
    )
