"""The connection to the database, with what each kind needs to be safe and to fail quickly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from overview.ports import StoreDown

_CONNECT_SECONDS: Final = 3
_BUSY_MS: Final = 5000
_STATEMENT_MS: Final = 5000


def build_engine(url: str) -> Engine:
    """An engine for this address; connects at first use.

    No error message holds a value of a row: it would end up in a log.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"timeout": _BUSY_MS / 1000}, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    options = f"-c statement_timeout={_STATEMENT_MS} -c lock_timeout={_BUSY_MS}"
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=10,
        pool_timeout=_CONNECT_SECONDS,
        connect_args={"connect_timeout": _CONNECT_SECONDS, "options": options},
        hide_parameters=True,
    )


def _prepare_sqlite(connection: Any, _: Any) -> None:
    # Python's own transaction handling begins late; SQLAlchemy says BEGIN itself (below).
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    # What is deleted is overwritten: a forgotten citizen leaves no readable page behind.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: two savers wait for each other instead of failing halfway.
    is_reading = connection.get_execution_options().get("is_reading", False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


@contextmanager
def calling(engine: Engine, *, is_reading: bool = False) -> Iterator[Connection]:
    """One transaction: committed when it ends well, undone when not. Raises `StoreDown` when away."""
    try:
        with engine.connect().execution_options(is_reading=is_reading) as connection, connection.begin():
            yield connection
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise StoreDown("the database did not answer") from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise StoreDown("the database went away") from error
        raise
