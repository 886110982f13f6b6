"""What stands before every address of the fake register: token, headers, and the traps that spoil answers."""

from __future__ import annotations

import asyncio
from typing import Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overview.fake_register.tokens import find_fault
from overview.fake_register.traps import Traps


class Watched(Protocol):
    """Bewaakt register: whom it knows, its traps, and what it writes down of each question."""

    client_id: str
    secret: str
    traps: Traps
    asked: list[tuple[str, str]]
    access_log: list[str]


class Guarded:
    """Bewaakt. What stands before every address: the token, the headers, and the traps that spoil answers."""

    def __init__(self, register: Watched, app: ASGIApp) -> None:
        self._register = register
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One question: refused, spoilt or passed on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, register, traps = Request(scope), self._register, self._register.traps
        register.asked.append((request.method, request.url.path))
        register.access_log.append(f"{request.method} {request.url.path}?{request.url.query}")
        if traps.slow_seconds:
            await asyncio.sleep(traps.slow_seconds)
        if traps.drops_connections > 0:
            traps.drops_connections -= 1
            _cut_line(send)
            return
        response = self._find_refusal(request)
        if response is not None:
            await response(scope, receive, send)
            return

        async def send_own(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = [(b"api-version", traps.version.encode()), (b"content-crs", b"EPSG:4326")]
                message["headers"] = [*message["headers"], *told]
            if message["type"] == "http.response.body" and traps.half_page:
                whole = message.get("body", b"")
                # Less than was promised, and then the line is cut.
                await send(
                    {"type": "http.response.body", "body": whole[: len(whole) // 2], "more_body": True}
                )
                _cut_line(send)
                return
            await send(message)

        await self._app(scope, receive, send_own)

    def _find_refusal(self, request: Request) -> Response | None:
        traps = self._register.traps
        if traps.redirect_to:
            return RedirectResponse(traps.redirect_to)
        if traps.status:
            return build_fault(traps.status, "error")
        if traps.body is not None:
            return Response(traps.body, media_type=traps.content_type, headers=traps.headers)
        fault = find_fault(
            request.headers.get("authorization", ""), self._register.client_id, self._register.secret
        )
        if traps.refuses or fault:
            return build_fault(403, fault or "permission_denied")  # never 401
        needs_crs = "/zaken/api/v1/zaken" in request.url.path
        if needs_crs and "accept-crs" not in request.headers:
            return build_fault(412, "missing-crs")
        if needs_crs and request.headers["accept-crs"] != "EPSG:4326":
            return build_fault(406, "invalid-crs")
        if request.method == "POST" and "content-crs" not in request.headers:
            return build_fault(412, "missing-crs")
        if request.headers.get("accept", "") == "application/problem+json":
            return build_fault(406, "not_acceptable")
        return None


def _cut_line(send: Send) -> None:
    """Reset the connection, as a server does that closes idle ones or dies."""
    cycle = getattr(send, "__self__", None)
    if cycle is None:
        raise RuntimeError("the fake register must be served by uvicorn itself to cut a line")
    cycle.transport.abort()


def build_fault(status: int, code: str) -> JSONResponse:
    """The error body of the standard, as `application/json` although the standard says otherwise."""
    return JSONResponse(
        {
            "type": "http://register.example/ref/fouten/Fout/",
            "code": code,
            "title": "Fout",
            "status": status,
            "detail": "",
            "instance": "urn:uuid:00000000-0000-4000-8000-000000000000",
        },
        status_code=status,
    )
