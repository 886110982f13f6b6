from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from overview.adapters.store.engine import build_engine
from overview.adapters.store.migrating import migrate
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from tests.keeping import databases
from tests.keeping.builders import World, build_world, make_vault
from tests.keeping.fakes import FakeSessions, FakeStore

KINDS = ("fake", "sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with databases.serve_postgresql() as uri:
        databases.make_template(uri)
        yield uri


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "overview.db"
    engine = build_engine(f"sqlite:///{path}")
    migrate(engine, databases.MODE)
    engine.dispose()
    return path


@pytest.fixture
def sqlite_engine(empty_sqlite: Path, tmp_path: Path) -> Iterator[Engine]:
    shutil.copy(empty_sqlite, tmp_path / "overview.db")
    engine = build_engine(f"sqlite:///{tmp_path / 'overview.db'}")
    yield engine
    engine.dispose()
    gc.collect()


@pytest.fixture
def postgresql_engine(postgresql: str) -> Iterator[Engine]:
    engine = build_engine(databases.copy_template(postgresql))
    yield engine
    engine.dispose()


@pytest.fixture(params=("sqlite", "postgresql"))
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(f"{request.param}_engine")
    return found


@pytest.fixture(params=KINDS)
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "fake":
        return build_world(FakeStore(), FakeSessions())
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    vault = make_vault()
    return build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))


@pytest.fixture
def database_world(engine: Engine) -> World:
    vault = make_vault()
    return build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))
