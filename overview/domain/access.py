"""Who may do what with a person's overview: the one rule, for every page, route and service."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from overview.domain.identity import Role, SignedIn


class Action(StrEnum):
    """Handeling met een overzicht, as it stands in the log that the citizen reads."""

    READ = "read"
    CHANGE = "change"
    PRINT = "print"
    EXPORT = "export"
    CONSENT = "consent"
    LOOK_IN_LOG = "look_in_log"
    OPEN = "open"
    FORGET = "forget"
    KEEP_CASES = "keep_cases"


class NotAllowed(Exception):
    """Geen toegang. Says nothing about whether the person exists."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Openstelling: a worker may work in this overview from one moment until another, for a purpose."""

    id: str
    person: str
    actor: str
    purpose: str = field(repr=False)
    opened_at: datetime
    ends_at: datetime

    def is_open(self, now: datetime) -> bool:
        """True from the first moment until, not at, the last."""
        return self.opened_at <= now < self.ends_at


_AT_WORK: Final = frozenset({Action.READ, Action.CHANGE, Action.PRINT, Action.OPEN})


def is_allowed(
    who: SignedIn, person: str, action: Action, openings: tuple[Opening, ...], now: datetime
) -> bool:
    """May this person, with this sign-in, do this? A citizen: with their own (or whom they act for).

    Workers: only reading, changing and printing, only in an overview that is open to them personally,
    and only with a purpose. Other staff (counter lead, content reviewer) see nobody.
    """
    if not person:
        return False
    if who.role is Role.CITIZEN:
        return who.person == person
    return (
        who.role is Role.WORKER
        and action in _AT_WORK
        and any(
            one.person == person and one.actor == who.actor and one.purpose.strip() and one.is_open(now)
            for one in openings
        )
    )
