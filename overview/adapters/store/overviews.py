"""Saved overviews in the database, each sealed with its citizen's key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, select, true, update

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.logs import AccessLine
from overview.adapters.store.tables.overviews import Overview, SavedChange
from overview.adapters.store.tables.people import PersonKey
from overview.domain.access import Action
from overview.domain.keeping import LogTail, StoredChange, StoredOverview, Visit


class DatabaseOverviews:
    """Overzichten in de database; satisfies `Overviews`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def open(self, person: str, actor: str) -> StoredOverview | None:
        """The overview, its key, the end of its log and the asker's last visit: one query, all by key."""
        lines = select(AccessLine.__table__).where(AccessLine.person == person)
        newest = lines.order_by(AccessLine.number.desc()).limit(1)
        last = newest.subquery("last")
        is_visit = and_(AccessLine.actor == actor, AccessLine.action == Action.READ.value)
        visit = newest.where(is_visit).subquery("visit")
        row = self._connection.execute(
            select(
                *(Overview.version, Overview.sealed, Overview.saved_at),
                *(PersonKey.key_id, PersonKey.wrapped, last.c.number, last.c.signature),
                *(visit.c.at, visit.c.version),
            )
            .join(PersonKey, PersonKey.person == Overview.person)
            .outerjoin(last, true())
            .outerjoin(visit, true())
            .where(Overview.person == person)
        ).first()
        return None if row is None else self._read(person, row)

    def create(self, person: str, content: str, now: datetime) -> None:
        """The first version."""
        row = {"person": person, "version": 1, "sealed": self._seal(person, content, 1), "saved_at": now}
        self._connection.execute(insert(Overview).values(row))

    def replace(self, person: str, version: int, content: str, now: datetime) -> bool:
        """Write the next version, unless somebody else did."""
        done = self._connection.execute(
            update(Overview)
            .where(Overview.person == person, Overview.version == version)
            .values(version=version + 1, sealed=self._seal(person, content, version + 1), saved_at=now)
        )
        return done.rowcount == 1

    def add_changes(self, person: str, change: StoredChange) -> None:
        """What a save changed."""
        place = f"saved_changes.sealed/{person}/{change.version}"
        sealed = self._keys.seal(person, change.content, place)
        row = {"version": change.version, "at": change.at, "actor": change.actor, "sealed": sealed}
        self._connection.execute(insert(SavedChange).values(person=person, **row))

    def list_changes(self, person: str, after: int) -> tuple[StoredChange, ...]:
        """What was changed after a version, oldest first."""
        rows = self._connection.execute(
            select(SavedChange.version, SavedChange.at, SavedChange.actor, SavedChange.sealed)
            .where(SavedChange.person == person, SavedChange.version > after)
            .order_by(SavedChange.version)
        )
        return tuple(
            StoredChange(
                row.version,
                row.at,
                row.actor,
                self._keys.unseal(person, row.sealed, f"saved_changes.sealed/{person}/{row.version}"),
            )
            for row in rows
        )

    def _seal(self, person: str, content: str, version: int) -> bytes:
        # The version is part of the place: an older text put back under a newer number does not open.
        return self._keys.seal(person, content, f"overviews.sealed/{person}/{version}")

    def _read(self, person: str, row: Row[*tuple[Any, ...]]) -> StoredOverview:
        version, sealed, saved_at, key_id, wrapped, number, signature, visited_at, visited = row
        self._keys.learn(person, key_id, wrapped)
        content: str = self._keys.unseal(person, sealed, f"overviews.sealed/{person}/{version}")
        tail = LogTail() if number is None else LogTail(number, signature)
        visit = None if visited_at is None else Visit(visited_at, visited)
        return StoredOverview(person, version, content, saved_at, tail, visit)
