"""The line to a provider: small answers, short patience, no redirects, https outside this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import httpx

from overview.adapters.identity.settings import is_secure_address

SECONDS: Final = 8.0
LIMIT_BYTES: Final = 512 * 1024


class Unreachable(Exception):
    """Niet bereikbaar: no answer in time, or none that can be read. The text names the part, no value."""


class CodeSpent(Exception):
    """Code verbruikt: the provider knows this code no longer; it was used before or waited too long."""


class Line:
    """Lijn naar één inlogdienst. `transport` stands in for the network in tests and in the demo."""

    def __init__(self, transport: httpx.BaseTransport | None = None) -> None:
        self._transport = transport

    def fetch_json(self, url: str, part: str) -> dict[str, Any]:
        """The JSON object at an address. Raises `Unreachable`."""
        return _read_object(self._ask("GET", url, part), part)

    def fetch(self, url: str, part: str, token: str) -> httpx.Response:
        """What is at an address that asks for an access token. Raises `Unreachable`."""
        return self._ask("GET", url, part, headers={"Authorization": f"Bearer {token}"})

    def send_form(
        self, url: str, part: str, fields: Mapping[str, str], auth: tuple[str, str] | None
    ) -> dict[str, Any]:
        """The JSON object that answers a form. Raises `CodeSpent` and `Unreachable`."""
        return _read_object(self._ask("POST", url, part, data=dict(fields), auth=auth), part)

    def _ask(self, method: str, url: str, part: str, **how: Any) -> httpx.Response:
        if not is_secure_address(url):
            raise Unreachable(f"{part}-insecure")
        try:
            with (
                httpx.Client(transport=self._transport, timeout=SECONDS, trust_env=False) as client,
                client.stream(method, url, **how) as answer,
            ):
                body = bytearray()
                for piece in answer.iter_bytes():
                    body += piece
                    if len(body) > LIMIT_BYTES:
                        raise Unreachable(f"{part}-large")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unreachable(part) from error
        if answer.status_code == httpx.codes.BAD_REQUEST and _is_spent(bytes(body)):
            raise CodeSpent(f"{part}-spent")
        if answer.status_code != httpx.codes.OK:
            raise Unreachable(f"{part}-{answer.status_code}")
        return httpx.Response(
            200, headers={"Content-Type": answer.headers.get("Content-Type", "")}, content=bytes(body)
        )


def _read_object(answer: httpx.Response, part: str) -> dict[str, Any]:
    try:
        found = answer.json()
    except (ValueError, RecursionError) as error:
        raise Unreachable(f"{part}-unreadable") from error
    if not isinstance(found, dict):
        raise Unreachable(f"{part}-unreadable")
    return found


def _is_spent(body: bytes) -> bool:
    """RFC 6749, section 5.2: the code is invalid, expired or used."""
    try:
        told = json.loads(body)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("error") == "invalid_grant"
