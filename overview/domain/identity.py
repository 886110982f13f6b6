"""Who is at the screen: what a sign-in told us, and for whom they act. No secrets and no tokens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Role(StrEnum):
    """Rol: what somebody may do here. Exactly one per sign-in."""

    CITIZEN = "citizen"
    WORKER = "worker"
    COUNTER_LEAD = "counter_lead"
    CONTENT_REVIEWER = "content_reviewer"


class Assurance(IntEnum):
    """Betrouwbaarheidsniveau (eIDAS), ordered: how sure the provider is of who this is."""

    NONE = 0
    LOW = 1
    SUBSTANTIAL = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Aangemeld: one living session. `person` is whose overview it may open; empty for staff.

    `actor` is who signed in; it differs from `person` when somebody acts for another
    (gemachtigde), and then `acts_for` is the name of the one acted for. The ids are our own
    random ones: never a citizen service number, never the provider's subject.
    """

    session: str
    role: Role
    person: str
    actor: str
    name: str
    level: Assurance
    provider: str
    signed_in_at: datetime
    acts_for: str = ""

    @property
    def is_staff(self) -> bool:
        """True for everyone who signed in with the account of their work."""
        return self.role is not Role.CITIZEN
