"""Static files, compressed once and kept: our own under /assets, Streamlit's under /static.

Streamlit sends its 2.8 MB of scripts uncompressed; on a slow line that is the difference between
eight and seventeen seconds. The files never change while the program runs, so each is packed once.
"""

from __future__ import annotations

import gzip
import mimetypes
from pathlib import Path
from typing import Final

import streamlit
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from overview.web.paths import STATIC
from overview.web.theme import get_theme

STREAMLIT_STATIC: Final = Path(streamlit.__file__).parent / "static" / "static"
STAND_INS: Final = {
    "media/SourceSansVF-Upright": "fonts/noto-sans-latin-400.woff2",
    "media/MaterialSymbols-Rounded": "fonts/material-symbols-few.woff2",
}
"""Streamlit's two large fonts, half of the first page, and the small one of ours sent in their place."""
_PACKED: Final = frozenset((".js", ".css", ".svg", ".html", ".json", ".txt", ".ttf"))
_TYPES: Final = {".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


class AssetFolder:
    """Map met vaste bestanden. What is not a file in `folder` does not exist; nothing outside is reached."""

    def __init__(self, folder: Path, max_age: int) -> None:
        self._folder = folder.resolve()
        self._max_age = max_age
        self._known: dict[str, tuple[bytes, bytes | None]] = {}

    def _load(self, name: str) -> tuple[bytes, bytes | None] | None:
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            return None
        content = path.read_bytes()
        packed = gzip.compress(content, 9, mtime=0) if path.suffix in _PACKED else None
        self._known[name] = (content, packed)
        return self._known[name]

    async def answer(self, request: Request, name: str) -> Response:
        """The file, packed when the browser can unpack it; 404 when there is none."""
        found = self._known.get(name) or await to_thread.run_sync(self._load, name)
        if found is None:
            return Response(status_code=404)
        content, packed = found
        suffix = Path(name).suffix
        media_type = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        headers = {"Cache-Control": f"public, max-age={self._max_age}", "Vary": "Accept-Encoding"}
        if packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            # Streamlit's own gzip layer leaves alone what already carries an encoding.
            headers["Content-Encoding"] = "gzip"
            content = packed
        return Response(content, media_type=media_type, headers=headers)


OWN: Final = AssetFolder(STATIC, max_age=3600)
THEME: Final = AssetFolder(get_theme().folder, max_age=3600)
STREAMLIT: Final = AssetFolder(STREAMLIT_STATIC, max_age=31536000)


async def answer_streamlit(request: Request, name: str) -> Response:
    """A file of Streamlit's screen, or the small file of ours that stands in for it."""
    for start, own in STAND_INS.items():
        if name.startswith(start):
            return await OWN.answer(request, own)
    return await STREAMLIT.answer(request, name)
