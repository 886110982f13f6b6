"""What is kept, by subject. Importing this package makes all tables known to `Base.metadata`."""

from __future__ import annotations

from overview.adapters.store.tables import (
    cases,
    claims,
    consents,
    counter,
    logs,
    overviews,
    people,
    sessions,
    used,
)
from overview.adapters.store.tables.base import Base

__all__ = [
    "Base",
    "cases",
    "claims",
    "consents",
    "counter",
    "logs",
    "overviews",
    "people",
    "sessions",
    "used",
]
