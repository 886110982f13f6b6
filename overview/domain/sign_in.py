"""What happens between "sign in" and a session: the ticket, what a provider proved, or why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from overview.domain.identity import Assurance, Role

_SELDOM: Final = timedelta(seconds=30)


class Audience(StrEnum):
    """Doelgroep van een inlogdienst. Each has a session of its own: at a counter both are signed in."""

    CITIZENS = "citizens"
    WORKERS = "workers"


class Reason(StrEnum):
    """Reden dat iemand niet aangemeld is, as far as it helps the person."""

    CANCELLED = "cancelled"
    TOO_LATE = "too_late"
    SPENT = "spent"
    TOO_LOW = "too_low"
    NOT_SURE = "not_sure"
    UNREACHABLE = "unreachable"
    NO_ACCESS = "no_access"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Weigering. `fault` is a short code for the operator's log: never a value from a token."""

    reason: Reason
    fault: str
    to: str = "/"
    wanted: Assurance = Assurance.NONE
    reached: Assurance = Assurance.NONE


@dataclass(frozen=True, slots=True)
class Ticket:
    """Inlogpoging: what one attempt must find back. Sealed in a short-lived cookie of this browser."""

    provider: str
    issuer: str
    redirect_uri: str
    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    to: str
    wanted: Assurance
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """Identiteit: what a provider proved. Holds citizen service numbers, so only a session row keeps it.

    `represented_bsn` is the number of the person acted for; empty when people act for themselves.
    """

    provider: str
    issuer: str
    subject: str = field(repr=False)
    role: Role
    level: Assurance
    name: str = field(default="", repr=False)
    bsn: str = field(default="", repr=False)
    represented_bsn: str = field(default="", repr=False)
    represented_name: str = field(default="", repr=False)
    sid: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SignOutNotice:
    """Afmeldbericht van een inlogdienst: which session or which subject ended there."""

    subject: str = field(repr=False)
    sid: str = field(repr=False)
    token_id: str = field(repr=False)
    until: datetime


@dataclass(frozen=True, slots=True)
class Limits:
    """Grenzen van een sessie: idle 15 minutes at most (DigiD), a whole at most, and the warning before."""

    idle: timedelta = timedelta(minutes=15)
    whole: timedelta = timedelta(hours=4)
    warning: timedelta = timedelta(minutes=2)

    @property
    def seldom(self) -> timedelta:
        """Writing at every click would cost more than the click: once in so long is enough."""
        return min(_SELDOM, self.idle / 10)


def is_bsn(text: str) -> bool:
    """Nine digits that pass the eleven test (Besluit burgerservicenummer, art. 1)."""
    if len(text) != 9 or not text.isascii() or not text.isdigit() or text == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, text, strict=True)) % 11 == 0


def mask_bsn(bsn: str) -> str:
    """Only the last two digits, for a person without a name: `*******53`."""
    return f"*******{bsn[-2:]}" if bsn else ""
