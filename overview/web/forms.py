"""Reading an ordinary form: small, within limits, nothing kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

LIMIT_BYTES: Final = 128 * 1024


class FormTooLargeError(Exception):
    """More than a situation can ever need."""


async def read_form(request: Request, limit: int = LIMIT_BYTES) -> Mapping[str, str]:
    """The fields of a urlencoded form; the last value of a name counts. Raises FormTooLargeError."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise FormTooLargeError
    text = body.decode("utf-8", errors="replace")
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=64))
    except ValueError as error:
        raise FormTooLargeError from error
