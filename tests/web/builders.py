"""A Starlette application with our routes and doors but without Streamlit behind them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import httpx
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.middleware import Middleware

from overview.web.doors import Doors
from overview.web.headers import SecurityHeaders
from overview.web.messages import show_failure
from overview.web.routes import ROUTES

HOST = "http://portaal.example"
OWN_FORM = {"origin": HOST, "sec-fetch-site": "same-origin"}


@dataclass
class Told:
    """What a citizen told, as it travels in a form."""

    on: str = "2026-11-20"
    answers: dict[str, str] = field(default_factory=lambda: {"children": "none", "low_income": "yes"})

    def packed(self) -> str:
        """As JSON."""
        event = {"id": "moving_house", "on": self.on, "answers": {"new_home": "rent_social"}}
        return json.dumps({"life_events": [event], "answers": self.answers})


class PortalClient:
    """A browser without scripts: asks the portal for a page, keeps no cookies, follows nothing."""

    def __init__(self) -> None:
        app = Starlette(
            routes=ROUTES,
            middleware=[Middleware(SecurityHeaders), Middleware(Doors)],
            exception_handlers={Exception: show_failure},
        )
        self._transport = httpx.ASGITransport(app, raise_app_exceptions=False)

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        """GET a path."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, data: dict[str, str], headers: dict[str, str] | None = None) -> httpx.Response:
        """POST a form."""
        return self._ask("POST", path, data, headers)

    def post_body(self, path: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
        """POST these bytes as they are."""
        return self._ask("POST", path, None, headers, body)

    def _ask(
        self,
        method: str,
        path: str,
        data: dict[str, str] | None,
        headers: dict[str, str] | None,
        body: bytes | None = None,
    ) -> httpx.Response:
        # In a thread of its own: a browser test in the same process has a running event loop.
        with start_blocking_portal() as thread:
            return thread.call(self._send, method, path, data, headers, body)

    async def _send(
        self,
        method: str,
        path: str,
        data: dict[str, str] | None,
        headers: dict[str, str] | None,
        body: bytes | None,
    ) -> httpx.Response:
        async with httpx.AsyncClient(transport=self._transport, base_url=HOST) as client:
            return await client.request(method, path, data=data, content=body, headers=headers)
