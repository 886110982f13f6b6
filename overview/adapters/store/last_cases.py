"""Last known cases in the database, sealed with the key of whose they are."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.cases import LastCases
from overview.domain.keeping import StoredCases

_KIND: Final = "last cases"


class DatabaseLastCases:
    """Laatst bekende zaken in de database; satisfies `LastCases`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def put(self, person: str, cases: StoredCases) -> None:
        """Keep these in the place of what was kept of the same source."""
        ids = self._keys.vault.hash_all(_KIND, f"{person} {cases.source}")
        told = [cases.source, cases.agency, cases.content, cases.read_at.isoformat()]
        row = {
            "id_hash": ids[0],
            "person": person,
            "sealed": self._keys.seal(person, told, f"last_cases.sealed/{person}"),
            "kept_at": cases.kept_at,
        }
        self._connection.execute(delete(LastCases).where(LastCases.id_hash.in_(ids)))
        self._connection.execute(insert(LastCases).values(row))

    def list_all(self, person: str) -> tuple[StoredCases, ...]:
        """All of a person, by source."""
        return tuple(sorted((cases for _, cases in self._list_rows(person)), key=lambda one: one.source))

    def erase(self, person: str, agency: str) -> None:
        """Erase what is kept of one agency."""
        ids = [id_hash for id_hash, cases in self._list_rows(person) if cases.agency == agency]
        self._connection.execute(delete(LastCases).where(LastCases.id_hash.in_(ids)))

    def purge(self, before: datetime) -> int:
        """Erase what was kept before."""
        return self._connection.execute(delete(LastCases).where(LastCases.kept_at < before)).rowcount

    def _list_rows(self, person: str) -> list[tuple[str, StoredCases]]:
        rows = self._connection.execute(
            select(LastCases.id_hash, LastCases.sealed, LastCases.kept_at).where(LastCases.person == person)
        ).all()
        found = []
        for row in rows:
            told = self._keys.unseal(person, row.sealed, f"last_cases.sealed/{person}")
            source, agency, content, read_at = told
            stored = StoredCases(source, agency, content, datetime.fromisoformat(read_at), row.kept_at)
            found.append((row.id_hash, stored))
        return found
