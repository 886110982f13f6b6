"""The power fails, two hundred times: nothing shown as saved is lost, and nothing is half there."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import replace

from sqlalchemy import Engine

from overview.adapters.store.engine import build_engine
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.domain.identity import SignedIn
from overview.services.keeping.answers import Saved
from tests.keeping.builders import NOW, World, build_world, make_vault

TIMES = 100
"""On each of the two databases."""


def _world_on(engine: Engine) -> World:
    vault = make_vault()
    return build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))


def _save_forever(url: str, citizen: SignedIn, promises: int) -> None:
    """What the killed process does: a promise goes into the pipe only after the answer came back."""
    world = _world_on(build_engine(url))
    opened = world.overviews.open(citizen, citizen.person, NOW)
    kept, version = opened.kept, opened.version
    os.write(promises, b"ready\n")
    while True:
        number = int(kept.notes.get("report_move", "0")) + 1
        # Two facts in one save: both are there afterwards, or neither.
        mine = replace(kept, notes={"report_move": str(number), "end_old_lease": str(number)})
        saved = world.overviews.save(citizen, citizen.person, kept, version, mine, NOW)
        assert isinstance(saved, Saved)
        kept, version = saved.kept, saved.version
        os.write(promises, f"{number}\n".encode())


def _kill_after(seconds: float, url: str, citizen: SignedIn) -> int:
    """Start a process that saves, kill it, and return the last number it showed as saved; 0 for none."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            _save_forever(url, citizen, writer)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        assert told.readline() == b"ready\n"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        # What is not a whole line was not shown.
        shown = [line for line in told.readlines() if line.endswith(b"\n")]
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return int(shown[-1]) if shown else 0


def test_a_process_killed_while_saving_loses_nothing_it_showed_as_saved(engine: Engine) -> None:
    world, chance = _world_on(engine), random.Random(6)
    citizen = world.keep("gerard")
    url = engine.url.render_as_string(hide_password=False)
    promised = shown = 0
    for _ in range(TIMES):
        # No connection is open while the process splits in two.
        engine.dispose()
        promised = max(promised, _kill_after(chance.uniform(0.0, 0.06), url, citizen))
        opened = world.overviews.open(citizen, citizen.person, NOW)
        found = int(opened.kept.notes.get("report_move", "0"))
        assert opened.kept.notes.get("end_old_lease", "0") == str(found), "half of a save is there"
        # One save more may have been written than was shown; never one less.
        assert promised <= found <= promised + 1
        shown, promised = shown + (promised == found), found
    assert shown < TIMES or found > TIMES, "no process ever got to saving"
    assert opened.version == found + 1
    assert world.upkeep.verify().broken == {}
