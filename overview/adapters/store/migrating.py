"""Brings the tables up to date at start. Of several processes that start together one does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from overview.adapters.store.refusals import WrongDatabase
from overview.adapters.store.tables.people import Mark

_FOLDER: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 7_305_061_921
"""Any number, as long as nobody else uses it for a lock in this database."""


def migrate(engine: Engine, mode: str) -> None:
    """Make or change the tables, and refuse a database that was made for another mode."""
    database = make_url(str(engine.url)).database
    if engine.dialect.name == "sqlite" and database:
        folder = Path(database).parent
        folder.mkdir(parents=True, exist_ok=True)
    with engine.connect() as connection, connection.begin():
        # SQLite holds the write lock from BEGIN IMMEDIATE; PostgreSQL needs one by name.
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = '120s'"))
            connection.execute(text("SET LOCAL statement_timeout = '600s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        command.upgrade(build_config(connection), "head")
        _mark(connection, mode)


def build_config(connection: Connection) -> Config:
    """Alembic's settings, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _mark(connection: Connection, mode: str) -> None:
    kept = connection.execute(select(Mark.value).where(Mark.name == "mode")).scalar()
    if kept is None:
        connection.execute(insert(Mark).values(name="mode", value=mode))
    elif kept != mode:
        raise WrongDatabase(f"Deze database is gemaakt voor {kept} en niet voor {mode}.")


def is_up(engine: Engine) -> bool:
    """True when the database answers."""
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except OperationalError:
        return False
    return True
