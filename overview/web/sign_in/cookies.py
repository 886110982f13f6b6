"""The cookies of signing in. Each holds a random id or something sealed; none says who anybody is.

`__Host-` makes browsers hold them to https (or localhost), to this host alone, and to every path.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from overview.domain.sign_in import Audience
from overview.services.sign_in import TICKET_LIVES, Departure

SESSION: Final = {Audience.CITIZENS: "__Host-session", Audience.WORKERS: "__Host-work"}
_TICKET: Final = "__Host-sign-in-"
_MOST_TICKETS: Final = 3


def set_session(response: Response, audience: Audience, cookie: str) -> None:
    """Until the browser closes; the server decides how long it means anything."""
    response.set_cookie(SESSION[audience], cookie, path="/", secure=True, httponly=True, samesite="lax")


def drop_session(response: Response, audience: Audience) -> None:
    """Take it back from the browser."""
    _drop(response, SESSION[audience])


def set_ticket(response: Response, departure: Departure, sent: Mapping[str, str]) -> None:
    """One cookie for each attempt, so that two tabs may sign in side by side; the oldest ones go."""
    for name in list_tickets(sent)[: 1 - _MOST_TICKETS]:
        _drop(response, name)
    response.set_cookie(
        _TICKET + departure.mark,
        departure.ticket,
        max_age=int(TICKET_LIVES.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )


def find_ticket(sent: Mapping[str, str], mark: str) -> str:
    """The ticket of this attempt; empty when this browser has none."""
    return sent.get(_TICKET + mark, "")


def drop_ticket(response: Response, mark: str) -> None:
    """An attempt is made once."""
    _drop(response, _TICKET + mark)


def list_tickets(sent: Mapping[str, str]) -> list[str]:
    """The names of all attempts of this browser."""
    return [name for name in sent if name.startswith(_TICKET)]


def _drop(response: Response, name: str) -> None:
    response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="lax")
