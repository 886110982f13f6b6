"""What signing in needs from outside, as protocols. Adapters satisfy them; wiring joins them.

Must not import: services, adapters, `i18n`, any framework.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from overview.domain.identity import Assurance
from overview.domain.sign_in import Audience, Identity, Refusal, SignOutNotice, Ticket


class IdentityProvider(Protocol):
    """Inlogdienst: proves who somebody is. What goes wrong is a `Refusal`, not an error."""

    @property
    def id(self) -> str:
        """Its name in addresses."""
        ...

    @property
    def title(self) -> str:
        """Its name for people."""
        ...

    @property
    def audience(self) -> Audience:
        """For whom it is."""
        ...

    @property
    def minimum(self) -> Assurance:
        """Below this level nobody gets in."""
        ...

    @property
    def is_demo(self) -> bool:
        """True for the provider with invented people that lives in this program."""
        ...

    @property
    def entitled(self) -> str:
        """The organisation that may use the citizen service number; empty when not set."""
        ...

    def begin(
        self, to: str, wanted: Assurance, origin: str, language: str, now: datetime
    ) -> tuple[str, Ticket] | Refusal:
        """The address to go to, and what must be found back on return."""
        ...

    def finish(self, ticket: Ticket, answer: Mapping[str, str], now: datetime) -> Identity | Refusal:
        """Who signed in. The caller has compared `state` already."""
        ...

    def find_sign_out(self, origin: str, language: str, now: datetime) -> str | None:
        """The address to sign out there as well; None when there is none."""
        ...

    def read_notice(self, token: str, origin: str, now: datetime) -> SignOutNotice | Refusal:
        """A message that somebody signed out at the provider, checked."""
        ...


class Seals(Protocol):
    """Verzegelen en opzoeken zonder te bewaren. A broken seal raises ValueError."""

    def seal_short_lived(self, text: bytes, place: str) -> bytes:
        """Encrypt what lives no longer than a sign-in."""
        ...

    def unseal_short_lived(self, sealed: bytes, place: str) -> bytes:
        """Decrypt it; raises ValueError when it was changed or made for another place."""
        ...

    def hash_lookup(self, kind: str, value: str) -> str:
        """A keyed hash, made with the key in use."""
        ...

    def hash_all(self, kind: str, value: str) -> tuple[str, ...]:
        """The keyed hash under every key, the one in use first."""
        ...


class UsedOnce(Protocol):
    """Wat maar één keer mag: a state, the id of a message. Raises `StoreDown`."""

    def use(self, id_hash: str, until: datetime) -> bool:
        """True the first time; False when it was used before."""
        ...

    def purge(self, now: datetime) -> int:
        """Forget what is past its time; how many there were."""
        ...


class KnownPersons(Protocol):
    """Wie hier al een overzicht bewaart. Raises `StoreDown`."""

    def find_person(self, person_hashes: tuple[str, ...]) -> str | None:
        """Our own id of this person; None for who keeps nothing here."""
        ...
