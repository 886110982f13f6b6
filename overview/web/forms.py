"""Reading an ordinary form: small, within limits, nothing kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

LIMIT_BYTES: Final = 128 * 1024
_MOST_FIELDS: Final = 64


class FormTooLargeError(Exception):
    """More than a situation can ever need."""


async def read_form(request: Request, limit: int = LIMIT_BYTES) -> Mapping[str, str]:
    """The fields of a form; the last value of a name counts. Raises FormTooLargeError.

    A file in it is a field as well, by its text: it stays in memory and its name is not looked at.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise FormTooLargeError
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _read_parts(request.headers, bytes(body))
    text = body.decode("utf-8", errors="replace")
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise FormTooLargeError from error


class _InMemory(MultiPartParser):
    """Leest een formulier met een bestand: nothing of it goes to disk, whatever its size."""

    spool_max_size = 2**31


async def _read_parts(headers: Headers, body: bytes) -> Mapping[str, str]:
    async def stream() -> AsyncGenerator[bytes, None]:
        yield body

    parser = _InMemory(headers, stream(), max_files=1, max_fields=_MOST_FIELDS, max_part_size=len(body) + 1)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise FormTooLargeError from error
    read: dict[str, str] = {}
    for name, value in form.multi_items():
        read[name] = value if isinstance(value, str) else _decode(await value.read())
    await form.close()
    return read


def _decode(content: bytes) -> str:
    return content.decode("utf-8-sig", errors="replace")
