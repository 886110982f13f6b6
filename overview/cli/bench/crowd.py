"""A crowd in a database: rows like those of one real citizen, written in bulk by the database itself."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Engine, text

_LINES: Final = 2
"""Readings in the log of each citizen."""

_CROWD: Final = "SELECT md5(n::text) AS id, n FROM generate_series(1, :count) n ORDER BY 1"
_OPERATION: Final = "lpad(to_hex(1700000000 + c.n), 8, '0') || left(md5(c.n || '-' || number.n), 8)"
"""As the gate makes them: the second first."""
_STATEMENTS: Final = (
    "INSERT INTO persons (id, person_hash, created_at, seen_at) "
    f"SELECT c.id, md5('a' || n) || md5('b' || n), p.created_at, p.seen_at "
    f"FROM ({_CROWD}) c, persons p WHERE p.id = :like",
    "INSERT INTO person_keys (person, key_id, wrapped) "
    f"SELECT c.id, k.key_id, k.wrapped FROM ({_CROWD}) c, person_keys k WHERE k.person = :like",
    "INSERT INTO overviews (person, version, sealed, saved_at) "
    f"SELECT c.id, o.version, o.sealed, o.saved_at FROM ({_CROWD}) c, overviews o WHERE o.person = :like",
    "INSERT INTO access_log (person, number, at, actor, action, version, operation_id, sealed, previous, "
    "signature) SELECT c.id, number.n, l.at, md5('c' || c.n), l.action, l.version, "
    f"{_OPERATION}, l.sealed, l.previous, l.signature "
    f"FROM ({_CROWD}) c, generate_series(1, {_LINES}) number(n), "
    "(SELECT * FROM access_log WHERE person = :like ORDER BY number DESC LIMIT 1) l",
    "INSERT INTO processing_log (operation_id, trace_id, status_code, name, start_time, end_time, resource, "
    "processing_activity_id, data_subject_id, link) "
    f"SELECT {_OPERATION}, md5('e' || c.n), l.status_code, l.name, l.start_time, "
    "l.end_time, l.resource, l.processing_activity_id, l.data_subject_id, md5('f' || c.n) || md5('g' || c.n) "
    f"FROM ({_CROWD}) c, generate_series(1, {_LINES}) number(n), (SELECT * FROM processing_log LIMIT 1) l",
)


def fill(engine: Engine, count: int, like: str) -> None:
    """Write `count` citizens like this one, then let the database look at what it holds."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # Only while filling: no limit of time, no waiting for the disk, no looking up of what is known good.
        for setting in ("statement_timeout = 0", "synchronous_commit = off"):
            connection.execute(text(f"SET {setting}"))
        connection.execute(text("SET session_replication_role = replica"))
        for statement in _STATEMENTS:
            connection.execute(text(statement), {"count": count, "like": like})
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("CHECKPOINT"))
        connection.execute(text("RESET ALL"))
        connection.detach()
