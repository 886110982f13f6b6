"""One transaction at a time, with everything that is kept behind it; and the rotation of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from psycopg.errors import DeadlockDetected, SerializationFailure
from sqlalchemy import Connection, Engine, func, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from overview.adapters.store.claims import DatabaseClaims
from overview.adapters.store.consents import DatabaseConsents
from overview.adapters.store.counter import DatabaseCounter
from overview.adapters.store.engine import calling
from overview.adapters.store.keys import Keys
from overview.adapters.store.last_cases import DatabaseLastCases
from overview.adapters.store.logs import DatabaseLogs
from overview.adapters.store.overviews import DatabaseOverviews
from overview.adapters.store.people import DatabasePeople
from overview.adapters.store.tables.people import Person, PersonKey
from overview.adapters.vault import Vault, WrappedKey
from overview.claim_ports import Claims
from overview.counter_ports import CounterRecords
from overview.keeping_ports import Consents, LastCases, Logs, Overtaken, Overviews, People, Records
from overview.ports import StoreDown

T = TypeVar("T")

_TRIES: Final = 10
_QUEUE: Final = 7_305_061_922
"""Any number, as long as nobody else uses it for a lock in this database."""
_BATCH: Final = 500


def _is_in_the_way(cause: BaseException | None) -> bool:
    """PostgreSQL ended one of two transactions that waited for each other: trying again helps."""
    fault = cause.orig if isinstance(cause, DBAPIError) else None
    return isinstance(fault, (DeadlockDetected, SerializationFailure))


class DatabaseRecords:
    """Eén transactie in de database; satisfies `Records`."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        keys = Keys(connection, vault)
        self.people: People = DatabasePeople(connection, keys)
        self.overviews: Overviews = DatabaseOverviews(connection, keys)
        self.consents: Consents = DatabaseConsents(connection, keys)
        self.logs: Logs = DatabaseLogs(connection, keys)
        self.last_cases: LastCases = DatabaseLastCases(connection, keys)
        self.claims: Claims = DatabaseClaims(connection, keys)
        self.counter: CounterRecords = DatabaseCounter(connection, keys)


class DatabaseStore:
    """Opslag in de database; satisfies `Store`."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self._engine = engine
        self._vault = vault

    def run(self, work: Callable[[Records], T]) -> T:
        """Do `work` in one transaction; again, afresh, when another was first."""
        for attempt in range(_TRIES - 1):
            try:
                return self._run_once(work, is_again=attempt > 0)
            except Overtaken:
                continue
        return self._run_once(work, is_again=True)

    def _run_once(self, work: Callable[[Records], T], *, is_again: bool) -> T:
        try:
            with calling(self._engine) as connection:
                if is_again and connection.dialect.name == "postgresql":
                    # Who was overtaken queues: many at once would otherwise overtake each other for ever.
                    connection.execute(select(func.pg_advisory_xact_lock(_QUEUE)))
                return work(DatabaseRecords(connection, self._vault))
        except IntegrityError as error:
            # The message would hold the row; the cause is kept out of logs.
            raise Overtaken("another transaction was first") from error
        except StoreDown as down:
            if _is_in_the_way(down.__cause__):
                raise Overtaken("two transactions waited for each other") from down
            raise

    def list_people(self) -> Iterator[str]:
        """Every person, in batches by id, so that no cursor stays open."""
        last = ""
        while True:
            with calling(self._engine, is_reading=True) as connection:
                query = select(Person.id).where(Person.id > last).order_by(Person.id).limit(_BATCH)
                found = list(connection.execute(query).scalars())
            if not found:
                return
            yield from found
            last = found[-1]

    def rotate_keys(self, most: int) -> int:
        """Wrap data keys anew; texts stay as they are, so readers are not in the way."""
        with calling(self._engine) as connection:
            rows = connection.execute(
                select(PersonKey.person, PersonKey.key_id, PersonKey.wrapped)
                .where(PersonKey.key_id != self._vault.current)
                .limit(most)
                .with_for_update(skip_locked=True)
            ).all()
            for row in rows:
                data_key = self._vault.unwrap(WrappedKey(row.key_id, row.wrapped), row.person)
                key = self._vault.wrap(data_key, row.person)
                connection.execute(
                    update(PersonKey)
                    .where(PersonKey.person == row.person)
                    .values(key_id=key.key_id, wrapped=key.wrapped)
                )
        return len(rows)
