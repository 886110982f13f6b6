"""Two rows that belong together, written in one go where the database can do that."""

from __future__ import annotations

from sqlalchemy import Connection, Insert


def insert_together(connection: Connection, first: Insert, second: Insert) -> None:
    """Write both, or neither. PostgreSQL hears one statement, SQLite (no way of asking two at once) two."""
    if connection.dialect.name == "postgresql":
        connection.execute(second.add_cte(first.cte("first")))
        return
    connection.execute(first)
    connection.execute(second)
