"""The demo provider runs in the same program: the line to it needs no network, and no port to know."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import httpx

from overview.adapters.identity.settings import ProviderSettings
from overview.domain.identity import Role
from overview.domain.sign_in import Audience

AsgiApp = Callable[
    [
        MutableMapping[str, Any],
        Callable[[], Awaitable[MutableMapping[str, Any]]],
        Callable[[MutableMapping[str, Any]], Awaitable[None]],
    ],
    Awaitable[None],
]


class InsideTransport(httpx.BaseTransport):
    """Lijn binnen dit programma: requests go straight to an ASGI application. Call from a worker thread."""

    def __init__(self) -> None:
        self._app: AsgiApp | None = None
        self.secret = secrets.token_urlsafe(32)
        """The secret that both ends of this line know, made anew at every start."""

    @property
    def is_connected(self) -> bool:
        """True when there is an application at the other end."""
        return self._app is not None

    def connect(self, app: AsgiApp) -> None:
        """The application at the other end."""
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises `httpx.ConnectError` when nothing is connected."""
        if self._app is None:
            raise httpx.ConnectError("the demo provider is not connected", request=request)
        return asyncio.run(_ask(self._app, request))


async def _ask(app: AsgiApp, request: httpx.Request) -> httpx.Response:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport) as client:
        sent = client.build_request(
            request.method, request.url, headers=request.headers, content=request.read()
        )
        answer = await client.send(sent)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


def build_demo_settings(secret: str) -> tuple[ProviderSettings, ...]:
    """The two demo providers, one for invented citizens and one for invented workers."""
    shared: dict[str, Any] = {
        "client_id": "mijn-overzicht",
        "authentication": "client_secret_basic",
        "secret": secret,
        "minimum": "low",
    }
    return (
        ProviderSettings(
            id="demo",
            title="Demo",
            audience=Audience.CITIZENS,
            issuer="{origin}/demo-provider/citizens",
            scopes=("openid", "bsn"),
            represented_bsn=(("represents", "bsn"),),
            represented_name=(("represents", "name"),),
            **shared,
        ),
        ProviderSettings(
            id="demo-work",
            title="Demo",
            audience=Audience.WORKERS,
            issuer="{origin}/demo-provider/workers",
            scopes=("openid", "roles"),
            roles={role.value: role for role in Role if role is not Role.CITIZEN},
            **shared,
        ),
    )
