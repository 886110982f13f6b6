"""The demo provider of this process: its memory, its address, and none of it in production."""

from __future__ import annotations

import secrets
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from overview.domain.sign_in import Audience
from overview.web.demo_provider.client import Answer, DemoClient
from overview.web.demo_provider.memory import DemoMemory
from overview.web.demo_provider.server import SCOPES, DemoServer
from overview.wiring import get_portal

PREFIX: Final = "/demo-provider"
CLIENT: Final = "mijn-overzicht"
PORTAL_NAMES: Final = {Audience.CITIZENS: "demo", Audience.WORKERS: "demo-work"}
COOKIE: Final = "__Host-demo-provider"
MEMORY: Final = DemoMemory()


def build_server(origin: str, audience: Audience) -> DemoServer:
    """The provider for one audience at this address."""
    line = get_portal().accounts.demo_line
    secret = line.secret if line else secrets.token_urlsafe(32)
    back = f"{origin}/sign-in/{PORTAL_NAMES[audience]}/callback"
    client = DemoClient(CLIENT, secret, back, f"{origin}/signed-out", SCOPES[audience])
    return DemoServer(f"{origin}{PREFIX}/{audience.value}", client, MEMORY, audience)


def find_server(request: Request) -> DemoServer | None:
    """None in production, and for an audience that does not exist."""
    if get_portal().accounts.demo_line is None:
        return None
    try:
        audience = Audience(request.path_params["audience"])
    except ValueError:
        return None
    return build_server(f"{request.url.scheme}://{request.url.netloc}", audience)


def respond(answer: Answer) -> Response:
    """What the library answered, as ours."""
    body: Any = answer.body
    if isinstance(body, dict):
        return JSONResponse(body, answer.status, answer.headers)
    return Response(body, answer.status, answer.headers)
