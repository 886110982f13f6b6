"""What goes on after the conversation: a handover until it is picked up, and a hand on the pulse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class HandoverState(StrEnum):
    """Stand van een overdracht."""

    OPEN = "open"
    PICKED_UP = "picked_up"
    TAKEN_BACK = "taken_back"


class HandoverError(ValueError):
    """A handover that may not be; `code` names the rule: second, nobody_spoken, not_introduced, not_open."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Handover:
    """Warme overdracht: passing one person on to one place, followed until the other side has it.

    `person` and `by` are our own random ids. `to` is where it goes (an agency or a helper of the content),
    `spoke_to` who there was spoken to. `picked_up_by` is who has it now.
    """

    id: str
    person: str
    by: str
    to: str
    spoke_to: str
    opened_at: datetime
    counter: str = ""
    state: HandoverState = HandoverState.OPEN
    picked_up_by: str = ""
    settled_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """True until the other side has picked it up or the worker took it back."""
        return self.state is HandoverState.OPEN


def open_handover(new: Handover, earlier: tuple[Handover, ...], is_introduced: bool) -> Handover:
    """`new`, when it may be opened. Raises HandoverError.

    At most one referral per person: while one is open no second; who was passed on once is not passed
    on again by the same worker. Somebody there was spoken to, and heard who is coming.
    """
    own = [handover for handover in earlier if handover.person == new.person]
    if any(handover.state is not HandoverState.TAKEN_BACK for handover in own):
        raise HandoverError("second")
    if not new.spoke_to.strip():
        raise HandoverError("nobody_spoken")
    if not is_introduced:
        raise HandoverError("not_introduced")
    return new


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Vinger aan de pols: a moment the citizen asked for, on which their worker asks how it goes."""

    id: str
    person: str
    worker: str
    on: date
    channel: str
    done_on: date | None = None

    def is_due(self, today: date) -> bool:
        """Whether it should be done today or was to be done before."""
        return self.done_on is None and self.on <= today
