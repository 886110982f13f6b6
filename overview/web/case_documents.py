"""GET /cases/SOURCE/CASE/DOCUMENT: one document of one's own case, streamed, for who signed in.

The address names no person. Whose case it is, is checked at the register again for every document.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from overview.web import case_reading
from overview.web.language import read_language
from overview.web.messages import show_not_found

_ENDINGS: Final = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


async def give_document(request: Request) -> Response:
    """The document as a download with a neutral name; the same "not found" for every reason not to."""
    stack = ExitStack()
    path = request.path_params
    opened = await to_thread.run_sync(
        lambda: stack.enter_context(
            case_reading.open_document(request.cookies, path["source"], path["case"], path["document"])
        )
    )
    if opened is None:
        stack.close()
        return show_not_found(read_language(request.scope))
    kind, chunks = opened
    return StreamingResponse(
        _until_closed(chunks, stack),
        media_type=kind,
        headers={
            "Content-Disposition": f'attachment; filename="document.{_ENDINGS[kind]}"',
            # Should a browser open it after all: in a box of its own, without our cookies or scripts.
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def _until_closed(chunks: Iterator[bytes], stack: ExitStack) -> Iterator[bytes]:
    with stack:
        yield from chunks
