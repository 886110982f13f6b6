"""Which language a request is in: what the address says, else what the tab chose before, else Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from i18n.languages import LANGUAGES

SOURCE_LANGUAGE: Final = "nl"
COOKIE: Final = "language"


def choose_language(query: str | None, cookie: str | None) -> str:
    """The code of a language we have; an unknown code is passed over, never an error."""
    for code in (query, cookie):
        if code in LANGUAGES:
            return str(code)
    return SOURCE_LANGUAGE


def read_language(scope: Mapping[str, object]) -> str:
    """The language of an ASGI request, from `?lang=` or the language cookie."""
    raw_query = scope.get("query_string", b"")
    query = parse_qs(raw_query.decode("latin-1") if isinstance(raw_query, bytes) else "")
    asked = query.get("lang", [""])[0]
    return choose_language(asked, _read_cookie(scope))


def _read_cookie(scope: Mapping[str, object]) -> str:
    headers = scope.get("headers", [])
    if not isinstance(headers, list | tuple):
        return ""
    for name, value in headers:
        if name == b"cookie":
            try:
                jar = SimpleCookie(value.decode("latin-1"))
            except CookieError:
                return ""
            return jar[COOKIE].value if COOKIE in jar else ""
    return ""
