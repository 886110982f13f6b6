"""What codes on paper need from a store, as a protocol; one of the parts of a transaction.

Must not import: services, adapters, `i18n`, any framework. Every method raises `StoreDown` when the
database is away; nothing of the transaction is then written.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from overview.domain.access import Opening
from overview.domain.keeping import StoredClaim


class Claims(Protocol):
    """Koppelcodes, tries at them, and what is open to workers."""

    def create(
        self, locator: str, secret: str, word: str, person: str, now: datetime, ends_at: datetime
    ) -> None:
        """Keep a code by its hashes. Raises `Overtaken` when the locator is taken."""
        ...

    def find(self, locator: str) -> StoredClaim | None:
        """The code with this first part."""
        ...

    def is_match(self, claim: StoredClaim, secret: str, word: str | None) -> bool:
        """True when the rest of the code, and the word where one is given, are right."""
        ...

    def count_try(self, locator: str) -> None:
        """One more wrong try at this code."""
        ...

    def forgive(self, locator: str, by: tuple[str, ...]) -> None:
        """The code was right: its wrong tries do not count any more, nor does this try of theirs."""
        ...

    def remember_try(self, by: str, now: datetime) -> None:
        """One more wrong try by this session or address (kept as a keyed hash)."""
        ...

    def count_tries(self, by: str, since: datetime) -> int:
        """Wrong tries by this session or address since then."""
        ...

    def delete(self, person: str) -> None:
        """The code was used."""
        ...

    def list_expired(self, now: datetime, most: int) -> tuple[str, ...]:
        """Persons who were never claimed and whose code has ended."""
        ...

    def purge_tries(self, before: datetime) -> int:
        """Erase tries from before."""
        ...

    def open_for(self, opening: Opening) -> None:
        """Open an overview to a worker."""
        ...

    def close_openings(self, person: str, actor: str, now: datetime) -> None:
        """What is open to this worker (empty: to anybody) is closed from now on."""
        ...

    def list_openings(self, person: str, actor: str) -> tuple[Opening, ...]:
        """What was opened to this worker."""
        ...
