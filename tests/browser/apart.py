"""A portal with a data folder and a log of its own: to see what it leaves behind."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import serve

_OF_SIGNING_IN = ("sessions", "used_once")


@dataclass(frozen=True)
class Apart:
    """A running portal, and everywhere it can write."""

    address: str
    data: Path
    log: Path
    home: Path

    def list_texts(self) -> dict[str, bytes]:
        """Every file the portal wrote: database, write-ahead log, its log, its home and temporary folder."""
        found = [path for folder in (self.data, self.home) for path in folder.rglob("*") if path.is_file()]
        return {str(path): path.read_bytes() for path in (*found, self.log)}

    def count_rows(self) -> dict[str, str]:
        """Every table of the database by a hash of its rows, but for the sessions of who signed in."""
        with sqlite3.connect(f"file:{self.data / 'overview.db'}?mode=ro", uri=True) as base:
            names = [row[0] for row in base.execute("select name from sqlite_master where type = 'table'")]
            kept = {name: base.execute(f"select * from {name}").fetchall() for name in names}
        return {
            name: hashlib.sha256(repr(rows).encode()).hexdigest()
            for name, rows in kept.items()
            if name not in _OF_SIGNING_IN
        }


@contextmanager
def serve_apart(folder: Path) -> Iterator[Apart]:
    """A portal of its own under `folder`, on the day of all browser tests."""
    data, home, log = folder / "data", folder / "home", folder / "portal.log"
    for made in (data, home):
        made.mkdir()
    settings = {
        "OVERVIEW_DATA": str(data),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(home),
        "TMPDIR": str(home),
    }
    with log.open("wb") as out, serve(settings=settings, output=out) as address:
        yield Apart(address, data, log, home)
