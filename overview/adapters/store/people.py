"""Persons and their keys in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.logs import AccessLine
from overview.adapters.store.tables.people import Forgotten, Person, PersonKey


class DatabasePeople:
    """Personen in de database; satisfies `People`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def find(self, person_hashes: tuple[str, ...]) -> str | None:
        """The person with one of these hashes."""
        query = select(Person.id).where(Person.person_hash.in_(person_hashes))
        return self._connection.execute(query).scalar()

    def has(self, person: str) -> bool:
        """True when something of this person is kept."""
        return self._connection.execute(select(Person.id).where(Person.id == person)).first() is not None

    def hold(self, person: str) -> bool:
        """Whoever else holds this person waits for the end of this transaction."""
        # Weaker than a lock to delete with: who only adds a log line looks the person up, and need not wait.
        query = select(Person.id).where(Person.id == person).with_for_update(key_share=True)
        return self._connection.execute(query).first() is not None

    def create(self, person: str, person_hash: str | None, now: datetime) -> None:
        """Keep a person, with a data key of their own."""
        row = {"id": person, "person_hash": person_hash, "created_at": now, "seen_at": now}
        self._connection.execute(insert(Person).values(row))
        key = self._keys.vault.wrap(self._keys.vault.make_data_key(), person)
        self._connection.execute(
            insert(PersonKey).values(person=person, key_id=key.key_id, wrapped=key.wrapped)
        )
        self._keys.learn(person, key.key_id, key.wrapped)

    def bind(self, person: str, person_hash: str) -> bool:
        """An unclaimed person belongs to somebody now."""
        done = self._connection.execute(
            update(Person)
            .where(Person.id == person, Person.person_hash.is_(None))
            .values(person_hash=person_hash)
        )
        return done.rowcount == 1

    def touch(self, person: str, now: datetime) -> None:
        """This person was active."""
        self._connection.execute(
            update(Person).where(Person.id == person, Person.seen_at < now).values(seen_at=now)
        )

    def forget(self, person: str, now: datetime) -> bool:
        """Delete the key and every row; only the random id stays, so that no backup brings them back."""
        gone = self._connection.execute(delete(Person).where(Person.id == person)).rowcount == 1
        if gone:
            self._connection.execute(insert(Forgotten).values(person=person, at=now))
        return gone

    def list_idle(self, before: datetime, most: int) -> tuple[str, ...]:
        """Persons who neither saved nor looked since then."""
        looked = select(AccessLine.number).where(AccessLine.person == Person.id, AccessLine.at >= before)
        query = select(Person.id).where(Person.seen_at < before, ~looked.exists()).limit(most)
        return tuple(self._connection.execute(query).scalars())
