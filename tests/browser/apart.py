"""A portal with a data folder and a log of its own: to see what it leaves behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import ROOT, TODAY, _find_port, _wait_for


@dataclass(frozen=True)
class Apart:
    """A running portal, and everywhere it can write."""

    address: str
    data: Path
    log: Path
    home: Path

    def list_texts(self) -> dict[str, bytes]:
        """Every file the portal wrote: database, write-ahead log, its log, its home and temporary folder."""
        return {
            str(path): path.read_bytes()
            for folder in (self.data, self.home)
            for path in folder.rglob("*")
            if path.is_file()
        } | {str(self.log): self.log.read_bytes()}

    def count_rows(self) -> dict[str, str]:
        """Every table of the database by a hash of its rows, but for the sessions of who signed in."""
        import sqlite3

        with sqlite3.connect(f"file:{self.data / 'overview.db'}?mode=ro", uri=True) as base:
            names = [row[0] for row in base.execute("select name from sqlite_master where type = 'table'")]
            return {
                name: hashlib.sha256(
                    repr(base.execute(f"select * from {name}").fetchall()).encode()
                ).hexdigest()
                for name in names
                if name not in ("sessions", "used_once")
            }


@contextmanager
def serve_apart(folder: Path) -> Iterator[Apart]:
    """A portal of its own under `folder`, on the day of all browser tests."""
    port = _find_port()
    data, home, log = folder / "data", folder / "home", folder / "portal.log"
    for made in (data, home):
        made.mkdir()
    environment = {
        **os.environ,
        "OVERVIEW_TODAY": TODAY,
        "OVERVIEW_DATA": str(data),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(home),
        "TMPDIR": str(home),
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT) as server,
    ):
        address = f"http://localhost:{port}"
        try:
            _wait_for(address, server)
            yield Apart(address, data, log, home)
        finally:
            server.terminate()
            server.wait(timeout=20)
