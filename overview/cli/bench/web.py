"""The screen over its real websocket, measured by the web edge in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys


def bench_web() -> dict[str, object]:
    """Processor time per click beside an empty app, tabs per process, weight of the first page."""
    command = [sys.executable, "-m", "overview.web.bench"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, object] = json.loads(done.stdout)
    return measured
