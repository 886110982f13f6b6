"""Starting the portal for a browser, on a free port and on a known day."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import httpx

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
_PATIENCE_SECONDS = 60


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serve(
    *,
    is_broken: bool = False,
    theme: str = "",
    port: int = 0,
    settings: Mapping[str, str] | None = None,
    output: int | IO[bytes] = subprocess.DEVNULL,
) -> Iterator[str]:
    """The address of a running portal; `is_broken` serves one whose overview fails, `theme` another look.

    `settings` are put in its environment; what it says goes to `output`.
    """
    port = port or find_port()
    if is_broken:
        command = [
            "-m",
            "uvicorn",
            "tests.browser.broken_app:app",
            "--port",
            str(port),
            "--log-level",
            "error",
        ]
    else:
        command = ["-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "OVERVIEW_TODAY": TODAY, "PYTHONPATH": str(ROOT), **(settings or {})}
    if theme:
        environment["OVERVIEW_THEME"] = str(ROOT / theme)
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=output,
        stderr=output,
    ) as server:
        address = f"http://localhost:{port}"
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the portal stopped by itself with code {server.returncode}")
        try:
            if httpx.get(f"{address}/_stcore/health", timeout=2).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.3)
    raise RuntimeError("the portal did not start")
