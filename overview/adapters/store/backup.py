"""Backup and restore, the same for SQLite and PostgreSQL. The keys of people go in a file of their own.

The backup of what is kept holds no key: whoever was forgotten after it was made stays unreadable in it.
The file with keys is overwritten each time, so that it holds only people who are kept now.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text

from overview.adapters.store.engine import calling
from overview.adapters.store.refusals import RestoreError
from overview.adapters.store.tables import Base
from overview.adapters.store.tables.people import Forgotten, Person, PersonKey

FORMAT: Final = 1
KEYS_FILE: Final = "keys.jsonl"
_LEFT_OUT: Final = frozenset(("person_keys", "sessions", "used_once", "claim_tries", "marks", "persons"))
_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Restored:
    """Teruggezet, in numbers. `left_out` are people whose key is gone: they asked to be forgotten."""

    people: int
    left_out: int


def _list_tables() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in _LEFT_OUT]


def back_up(engine: Engine, folder: Path, now: datetime) -> Path:
    """Write a backup of this moment, and the keys of now. Returns the backup's path."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"overview-{now:%Y%m%dT%H%M%SZ}.jsonl.gz"
    draft, keys = path.with_suffix(".tmp"), folder / f"{KEYS_FILE}.tmp"
    with calling(engine, is_reading=True) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            connection.execute(text("SET LOCAL statement_timeout = 0"))
        with _open_private(draft) as raw, gzip.open(raw, "wt", encoding="utf-8") as file:
            file.write(json.dumps({"format": FORMAT, "made_at": now.isoformat()}) + "\n")
            for table in (Person.__table__, *_list_tables()):
                assert isinstance(table, Table)
                file.writelines(_write_rows(connection, table))
        with os.fdopen(os.open(keys, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as kept:
            table = PersonKey.__table__
            assert isinstance(table, Table)
            kept.writelines(_write_rows(connection, table))
    draft.replace(path)
    keys.replace(folder / KEYS_FILE)
    return path


def _open_private(path: Path) -> Any:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _write_rows(connection: Connection, table: Table) -> Iterator[str]:
    rows = connection.execution_options(yield_per=_BATCH).execute(select(table))
    for row in rows.mappings():
        yield json.dumps([table.name, {name: _pack(value) for name, value in row.items()}]) + "\n"


def restore(engine: Engine, backup: Path, keys: Path | None, *, replace: bool) -> Restored:
    """Put a backup back. Keys come from the database itself; from the file only when it has none."""
    try:
        with gzip.open(backup, "rt", encoding="utf-8") as file:
            head = json.loads(file.readline())
            if head.get("format") != FORMAT:
                raise RestoreError("Deze reservekopie heeft een vorm die wij niet kennen.")
            with calling(engine) as connection:
                return _put_back(connection, (json.loads(line) for line in file), keys, replace=replace)
    except (OSError, EOFError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise RestoreError(f"De reservekopie kan niet gelezen worden: {backup}.") from error


def _put_back(connection: Connection, rows: Iterator[Any], keys: Path | None, *, replace: bool) -> Restored:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL statement_timeout = 0"))
    is_empty = connection.execute(select(func.count()).select_from(Person)).scalar_one() == 0
    if not is_empty and not replace:
        raise RestoreError("De database is niet leeg; geef --replace als de kopie ervoor in de plaats komt.")
    found = {row["person"]: dict(row) for row in connection.execute(select(PersonKey.__table__)).mappings()}
    if is_empty and keys is not None:
        found = dict(_read_keys(keys))
    forgotten = set(connection.execute(select(Forgotten.person)).scalars())
    alive = found.keys() - forgotten
    for table in reversed(Base.metadata.sorted_tables):
        if table.name not in ("marks", "forgotten", "used_once"):
            connection.execute(delete(table))
    left_out: set[str] = set()
    counted = 0
    for name, packed in rows:
        row = {key: _unpack(value) for key, value in packed.items()}
        person = row.get("id") if name == "persons" else row.get("person")
        if name == "persons":
            if person not in alive:
                left_out.add(str(person))
                continue
            counted += 1
            connection.execute(insert(Person).values(row))
            connection.execute(insert(PersonKey).values(found[str(person)]))
        elif name == "forgotten":
            if person not in forgotten:
                connection.execute(insert(Forgotten).values(row))
        elif person is None or person in alive:
            connection.execute(insert(Base.metadata.tables[name]).values(row))
    return Restored(counted, len(left_out))


def _read_keys(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = {key: _unpack(value) for key, value in json.loads(line)[1].items()}
            yield row["person"], row


def _pack(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"b": base64.b64encode(value).decode()}
    if isinstance(value, datetime):
        return {"d": value.isoformat()}
    return value


def _unpack(value: Any) -> Any:
    match value:
        case {"b": str(told)}:
            return base64.b64decode(told)
        case {"d": str(told)}:
            return datetime.fromisoformat(told)
        case _:
            return value
