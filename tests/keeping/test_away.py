"""The database goes away and comes back: a calm answer, nothing half, and it goes on by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from overview.adapters.store.engine import build_engine
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.ports import StoreDown
from overview.services.keeping.answers import Saved
from tests.keeping.builders import NOW, World, build_world, make_kept, make_vault, with_answer
from tests.keeping.line import line_to


def _check(world: World, cut: Callable[[], object], mend: Callable[[], object]) -> None:
    gerard, base = world.keep(), make_kept()
    mine = with_answer(base, "children", "both")
    cut()
    for _ in range(2):
        with pytest.raises(StoreDown):
            world.overviews.save(gerard, gerard.person, base, 1, mine, NOW)
    mend()
    saved = world.overviews.save(gerard, gerard.person, base, 1, mine, NOW)
    assert isinstance(saved, Saved)
    assert saved.version == 2
    assert world.overviews.open(gerard, gerard.person, NOW).kept == mine


def test_a_postgresql_that_goes_away_and_comes_back_is_used_again_by_itself(postgresql: str) -> None:
    with line_to(postgresql) as (line, address):
        engine, vault = build_engine(address), make_vault()
        world = build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))
        _check(world, line.cut, line.mend)
        engine.dispose()


def test_an_sqlite_file_that_cannot_be_read_for_a_while_is_used_again(
    empty_sqlite: Path, tmp_path: Path
) -> None:
    folder, away = tmp_path / "here", tmp_path / "away"
    folder.mkdir()
    shutil.copy(empty_sqlite, folder / "overview.db")
    engine, vault = build_engine(f"sqlite:///{folder / 'overview.db'}"), make_vault()
    world = build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))

    def cut() -> None:
        engine.dispose()
        folder.rename(away)

    _check(world, cut, lambda: away.rename(folder))
    engine.dispose()
