"""The two logs in the database. The access log is a chain for each person: a line signs the one before."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Insert, Row, delete, insert, select, text

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.logs import AccessLine as Line
from overview.adapters.store.tables.logs import ProcessingLine as Processing
from overview.adapters.store.together import insert_together
from overview.adapters.vault import SealBroken
from overview.domain.access import Action
from overview.domain.keeping import AccessLine, LogTail, ProcessingLine

_KIND: Final = "access log"
_LINK: Final = "processing log"


def _spell(person: str, row: dict[str, Any]) -> bytes:
    """All that a signature stands for, with lengths, so that no two lines are spelled alike."""
    parts = (
        person.encode(),
        str(row["number"]).encode(),
        row["at"].isoformat(timespec="microseconds").encode(),
        *(row[name].encode() for name in ("actor", "action", "operation_id")),
        str(row["version"]).encode(),
        row["sealed"],
        row["previous"],
    )
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


class DatabaseLogs:
    """Logboeken in de database; satisfies `Logs`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def append(
        self, person: str, line: AccessLine, processing: ProcessingLine, tail: LogTail | None = None
    ) -> None:
        """Add a line to both logs. Two at once for the same number: the table's key refuses the second."""
        tail = tail or self._find_tail(person)
        number = tail.number + 1
        told = [line.role, line.name, line.purpose]
        row: dict[str, Any] = {
            "number": number,
            "at": line.at.astimezone(UTC),
            "actor": line.actor,
            "action": line.action.value,
            "version": line.version,
            "operation_id": line.operation_id,
            "sealed": self._keys.seal(person, told, f"access_log.sealed/{person}/{number}"),
            "previous": tail.signature,
        }
        signature = self._keys.vault.sign(_KIND, _spell(person, row))
        access = insert(Line).values(person=person, signature=signature, **row)
        insert_together(self._connection, self._build_processing(processing), access)

    def list_all(self, person: str) -> tuple[AccessLine, ...]:
        """Who looked, oldest first."""
        return tuple(self._read(person, row) for row in self._list_rows(person))

    def _build_processing(self, line: ProcessingLine) -> Insert:
        """A line; whom it is about is sealed with that person's own key."""
        place = f"processing_log.data_subject_id/{line.operation_id}"
        return insert(Processing).values(
            operation_id=line.operation_id,
            trace_id=line.trace_id,
            parent_operation_id=line.parent_operation_id,
            foreign_operation=line.foreign_operation,
            status_code=int(line.status_code.value),
            name=line.name,
            start_time=line.start_time,
            end_time=line.end_time,
            resource=line.resource,
            processing_activity_id=line.activity,
            data_subject_id=self._keys.seal(line.person, line.person, place),
            link=self._keys.vault.hash_lookup(_LINK, line.person),
        )

    def list_lost(self) -> frozenset[str]:
        """Whom the operations are about that stand in the processing log only, as keyed hashes.

        Among them are people who were forgotten since: their access lines went with them.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(text("SET LOCAL statement_timeout = 0"))
        known = select(Line.operation_id).where(Line.operation_id == Processing.operation_id)
        return frozenset(
            self._connection.execute(select(Processing.link).where(~known.exists()).distinct()).scalars()
        )

    def find_breaks(self, person: str, lost: Collection[str]) -> tuple[str, ...]:
        """`missing`, `changed`, `unreadable`; empty when the chain holds.

        A chain cannot miss its own end, so it is also looked for among what the processing log misses.
        """
        is_lost = any(link in lost for link in self._keys.vault.hash_all(_LINK, person))
        found = ["missing"] if is_lost else []
        previous, number = b"", 0
        for row in self._list_rows(person):
            number += 1
            if row.number != number or row.previous != previous:
                found.append("missing")
                number = row.number
            if not self._keys.vault.is_signed(_KIND, _spell(person, dict(row._mapping)), row.signature):
                found.append("changed")
            try:
                self._read(person, row)
            except SealBroken:
                found.append("unreadable")
            previous = row.signature
        return tuple(dict.fromkeys(found))

    def purge(self, before: datetime) -> int:
        """Erase processing lines from before."""
        return self._connection.execute(delete(Processing).where(Processing.start_time < before)).rowcount

    def _find_tail(self, person: str) -> LogTail:
        query = select(Line.number, Line.signature).where(Line.person == person)
        row = self._connection.execute(query.order_by(Line.number.desc()).limit(1)).first()
        return LogTail() if row is None else LogTail(row.number, row.signature)

    def _list_rows(self, person: str) -> list[Row[*tuple[Any, ...]]]:
        query = select(Line.__table__).where(Line.person == person).order_by(Line.number)
        return list(self._connection.execute(query))

    def _read(self, person: str, row: Row[*tuple[Any, ...]]) -> AccessLine:
        role, name, purpose = self._keys.unseal(
            person, row.sealed, f"access_log.sealed/{person}/{row.number}"
        )
        return AccessLine(
            *(row.at, row.actor, Action(row.action), row.version, row.operation_id, role, name, purpose)
        )
