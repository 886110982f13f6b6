from __future__ import annotations

from tests.keeping.conftest import (  # noqa: F401 # the same stores serve the counter
    empty_sqlite,
    postgresql,
    postgresql_engine,
    sqlite_engine,
    world,
)
