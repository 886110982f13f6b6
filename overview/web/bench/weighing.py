"""What a first visit loads, compressed: the frame and everything it names, and the light page."""

from __future__ import annotations

import gzip
import re
import urllib.request
from typing import Final

from overview.web.bench.server import serve
from overview.web.paths import ROOT

LIMIT_BYTES: Final = 1_200_000
LIGHT_LIMIT_BYTES: Final = 40_000
_NAMED: Final = re.compile(rb'(?:src|href)="(/(?:static|assets|theme)/[^"]+)"')
_IMPORTED: Final = re.compile(rb'(?:from|import)\s*\(?["`]\./([\w.-]+\.js)["`]')


def weigh() -> dict[str, object]:
    """Bytes on the line. Scripts that Streamlit loads only for widgets we do not use are not counted."""
    with serve(ROOT / "app.py") as portal:
        base = f"http://127.0.0.1:{portal.port}"
        frame, weight = _fetch(f"{base}/")
        seen = set()
        waiting = [name.decode() for name in _NAMED.findall(frame)]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            content, bytes_sent = _fetch(base + path)
            weight += bytes_sent
            if path.startswith("/assets/js/"):
                waiting += [f"/assets/js/{name.decode()}" for name in _IMPORTED.findall(content)]
        light, _ = _fetch(f"{base}/light")
    return {
        "first_frame_bytes": weight,
        "first_frame_limit_bytes": LIMIT_BYTES,
        "light_start_bytes": len(light),
        "light_limit_bytes": LIGHT_LIMIT_BYTES,
    }


def _fetch(address: str) -> tuple[bytes, int]:
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        sent = answer.read()
        is_packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(sent) if is_packed else sent), len(sent)
