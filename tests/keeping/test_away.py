"""The database goes away and comes back: a calm answer, nothing half, and it goes on by itself."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from overview.adapters.store.engine import build_engine
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.ports import StoreDown
from overview.services.keeping.overviews import Saved
from tests.keeping import databases
from tests.keeping.builders import NOW, World, build_world, make_kept, make_vault, with_answer


class _Line:
    """A TCP line to PostgreSQL that can be cut and mended."""

    def __init__(self, unix_socket: Path) -> None:
        self._to = unix_socket
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self.is_cut = False
        self._pairs: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self.is_cut:
                near.close()
                continue
            far = socket.socket(socket.AF_UNIX)
            far.connect(str(self._to))
            self._pairs += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    @staticmethod
    def _carry(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(65536):
                other.sendall(piece)
        for end in (one, other):
            end.close()

    def cut(self) -> None:
        self.is_cut = True
        for end in self._pairs:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self._server.close()


@contextmanager
def _line_to(uri: str) -> Iterator[tuple[_Line, str]]:
    url = make_url(databases.copy_template(uri))
    line = _Line(Path(str(url.query["host"])) / ".s.PGSQL.5432")
    address = url.set(host="127.0.0.1", port=line.port, query={})
    try:
        yield line, address.render_as_string(hide_password=False)
    finally:
        line.close()


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
    with _line_to(postgresql) as (line, address):
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
