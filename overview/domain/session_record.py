"""A living session as it is kept on the server. The cookie holds only a random id; here is its hash."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from overview.domain.identity import Assurance, Role


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """Sessie. `person_hash` and `subject_hash` are keyed hashes: of whose overview it is (by BSN, or by
    provider and subject where there is no BSN), and of who signed in at the provider.

    `person` is random and not kept anywhere else until that person agrees to keep an overview.
    `follows` is the session of the same person, in the same browser, that this one took the place of.
    `bsn` is for reading registers during this sign-in only. `name`, `acts_for`, `bsn` and `id_token`
    are encrypted where they are kept.
    """

    id_hash: str
    role: Role
    person: str
    actor: str
    level: Assurance
    provider: str
    csrf: str
    created_at: datetime
    seen_at: datetime
    ends_at: datetime
    follows: str = ""
    person_hash: str = ""
    subject_hash: str = ""
    sid: str = ""
    name: str = field(default="", repr=False)
    acts_for: str = field(default="", repr=False)
    bsn: str = field(default="", repr=False)
    id_token: str = field(default="", repr=False)
