from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from overview.adapters.store.backup import KEYS_FILE, Restored, back_up, restore
from overview.adapters.store.refusals import RestoreError
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.adapters.store.tables.overviews import Overview
from overview.services.keeping.answers import NotKept
from tests.keeping.builders import NOW, World, build_world, make_kept, make_vault, with_answer


def _world_on(engine: Engine) -> World:
    vault = make_vault()
    return build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))


def test_what_was_kept_comes_back_as_it_was_with_a_log_that_holds(engine: Engine, tmp_path: Path) -> None:
    world = _world_on(engine)
    gerard = world.keep()
    backup = back_up(engine, tmp_path, NOW)
    changed = with_answer(make_kept(), "children", "both")
    world.overviews.save(gerard, gerard.person, make_kept(), 1, changed, NOW)
    assert restore(engine, backup, None, replace=True) == Restored(1, 0)
    opened = world.overviews.open(gerard, gerard.person, NOW)
    assert (opened.kept, opened.version) == (make_kept(), 1)
    assert world.upkeep.verify().broken == {}


def test_a_restored_backup_does_not_bring_back_who_was_forgotten(engine: Engine, tmp_path: Path) -> None:
    world = _world_on(engine)
    gerard, maria = world.keep("gerard"), world.keep("maria")
    backup = back_up(engine, tmp_path, NOW)
    world.rights.forget(gerard, gerard.person, NOW)
    assert restore(engine, backup, tmp_path / KEYS_FILE, replace=True) == Restored(1, 1)
    with pytest.raises(NotKept):
        world.overviews.open(gerard, gerard.person, NOW)
    assert world.overviews.open(maria, maria.person, NOW).kept == make_kept()


def test_on_a_new_machine_the_keys_of_the_last_backup_decide_who_comes_back(
    tmp_path: Path, sqlite_engine: Engine, postgresql_engine: Engine
) -> None:
    world = _world_on(postgresql_engine)
    gerard, maria = world.keep("gerard"), world.keep("maria")
    old = back_up(postgresql_engine, tmp_path, NOW)
    world.rights.forget(gerard, gerard.person, NOW)
    back_up(postgresql_engine, tmp_path, NOW.replace(hour=13))
    assert restore(sqlite_engine, old, tmp_path / KEYS_FILE, replace=False) == Restored(1, 1)
    elsewhere = _world_on(sqlite_engine)
    assert elsewhere.overviews.open(maria, maria.person, NOW).kept == make_kept()
    with sqlite_engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(Overview)).scalar_one() == 1


def test_a_backup_has_no_key_and_nothing_readable_in_it(engine: Engine, tmp_path: Path) -> None:
    world = _world_on(engine)
    world.keep("gerard", with_answer(make_kept(), "municipal_help", "debt"))
    backup = back_up(engine, tmp_path, NOW)
    lines = [json.loads(line) for line in gzip.decompress(backup.read_bytes()).splitlines()[1:]]
    assert {name for name, _ in lines} == {
        *("persons", "overviews", "consents", "access_log", "processing_log")
    }
    text = json.dumps(lines)
    for readable in ("Gerard", "moving_house", "debt", "wrapped"):
        assert readable not in text
    assert oct(backup.stat().st_mode & 0o777) == oct((tmp_path / KEYS_FILE).stat().st_mode & 0o777) == "0o600"


def _cut(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-40])


def _scribble(backup: Path) -> None:
    backup.write_bytes(b"no backup at all")


def _age(backup: Path) -> None:
    backup.write_bytes(gzip.compress(b'{"format": 99}\n'))


@pytest.mark.parametrize("spoil", [_cut, _scribble, _age])
def test_a_spoiled_backup_is_refused_and_changes_nothing(
    sqlite_engine: Engine, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    world = _world_on(sqlite_engine)
    gerard = world.keep()
    backup = back_up(sqlite_engine, tmp_path, NOW)
    spoil(backup)
    with pytest.raises(RestoreError):
        restore(sqlite_engine, backup, None, replace=True)
    assert world.overviews.open(gerard, gerard.person, NOW).kept == make_kept()


def test_a_database_with_people_is_not_replaced_without_saying_so(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    _world_on(sqlite_engine).keep()
    backup = back_up(sqlite_engine, tmp_path, NOW)
    with pytest.raises(RestoreError):
        restore(sqlite_engine, backup, None, replace=False)
