"""What keeping overviews needs from a store, as protocols: one transaction, its parts by subject.

Must not import: services, adapters, `i18n`, any framework. Every method raises `StoreDown` when the
database is away; nothing of the transaction is then written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import Protocol, TypeVar

from overview.claim_ports import Claims
from overview.counter_ports import CounterRecords
from overview.domain.keeping import (
    AccessLine,
    Consent,
    LogTail,
    ProcessingLine,
    StoredCases,
    StoredChange,
    StoredOverview,
)

T = TypeVar("T")


class Overtaken(Exception):
    """Ingehaald: another transaction was first. `Store.run` tries again by itself."""


class People(Protocol):
    """Personen, by random id and keyed hash."""

    def find(self, person_hashes: tuple[str, ...]) -> str | None:
        """The person with one of these hashes."""
        ...

    def has(self, person: str) -> bool:
        """True when something of this person is kept."""
        ...

    def hold(self, person: str) -> bool:
        """As `has`; whoever else holds this person waits until this transaction is over."""
        ...

    def create(self, person: str, person_hash: str | None, now: datetime) -> None:
        """Keep a person, with a data key of their own. Raises `Overtaken` for a hash that is taken."""
        ...

    def bind(self, person: str, person_hash: str) -> bool:
        """An unclaimed person belongs to somebody now; False when it was claimed already."""
        ...

    def touch(self, person: str, now: datetime) -> None:
        """This person was active."""
        ...

    def forget(self, person: str, now: datetime) -> bool:
        """Delete the key and every row. False when there was nothing."""
        ...

    def list_idle(self, before: datetime, most: int) -> tuple[str, ...]:
        """Persons without any activity since then."""
        ...


class Overviews(Protocol):
    """Bewaarde overzichten."""

    def open(self, person: str, actor: str) -> StoredOverview | None:
        """The overview with what is needed to log this reading. One query."""
        ...

    def create(self, person: str, content: str, now: datetime) -> None:
        """The first version."""
        ...

    def replace(self, person: str, version: int, content: str, now: datetime) -> bool:
        """Write the next version; False when `version` is no longer the current one."""
        ...

    def add_changes(self, person: str, change: StoredChange) -> None:
        """What a save changed."""
        ...

    def list_changes(self, person: str, after: int) -> tuple[StoredChange, ...]:
        """What was changed after a version, oldest first."""
        ...


class Consents(Protocol):
    """Toestemmingen."""

    def add(self, person: str, consent: Consent) -> None:
        """Keep a yes."""
        ...

    def withdraw(self, person: str, consent: str, now: datetime) -> bool:
        """A yes becomes a no; False when it was not there or was withdrawn already."""
        ...

    def list_all(self, person: str) -> tuple[Consent, ...]:
        """All of a person, oldest first, withdrawn ones too."""
        ...


class LastCases(Protocol):
    """Laatst bekende zaken, one reading for each source."""

    def put(self, person: str, cases: StoredCases) -> None:
        """Keep these in the place of what was kept of the same source."""
        ...

    def list_all(self, person: str) -> tuple[StoredCases, ...]:
        """All of a person, by source."""
        ...

    def erase(self, person: str, agency: str) -> None:
        """Erase what is kept of one agency."""
        ...

    def purge(self, before: datetime) -> int:
        """Erase what was kept before; how many there were."""
        ...


class Logs(Protocol):
    """Logboeken: only ever added to."""

    def append(
        self, person: str, line: AccessLine, processing: ProcessingLine, tail: LogTail | None = None
    ) -> None:
        """Add a line to the chain of a person and one to the processing log, both or neither.

        Raises `Overtaken` when another was first. With a `tail` that was just read, nothing is asked.
        """
        ...

    def list_all(self, person: str) -> tuple[AccessLine, ...]:
        """Who looked, oldest first."""
        ...

    def list_lost(self) -> frozenset[str]:
        """Whose operations stand in the processing log only, as keyed hashes; asked once for all people."""
        ...

    def find_breaks(self, person: str, lost: Collection[str]) -> tuple[str, ...]:
        """What does not hold in the chain of a person, one code for each."""
        ...

    def purge(self, before: datetime) -> int:
        """Erase processing lines from before."""
        ...


class Records(Protocol):
    """Eén transactie, by subject."""

    people: People
    overviews: Overviews
    consents: Consents
    logs: Logs
    last_cases: LastCases
    claims: Claims
    counter: CounterRecords


class Store(Protocol):
    """Opslag."""

    def run(self, work: Callable[[Records], T]) -> T:
        """Do `work` in one transaction. All of it is written, or nothing. Again when a `Overtaken` occurs."""
        ...

    def list_people(self) -> Iterator[str]:
        """Every person, in batches."""
        ...

    def rotate_keys(self, most: int) -> int:
        """Wrap up to `most` data keys with the master key in use; how many were done."""
        ...
