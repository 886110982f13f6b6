"""How long a session still lives, for the script that warns; asking does not make it live longer."""

from __future__ import annotations

from typing import Any, Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from overview.domain.sign_in import Audience
from overview.html import Renderer
from overview.ports import StoreDown
from overview.web.language import read_language
from overview.web.origin import is_same_origin
from overview.web.sign_in.cookies import SESSION
from overview.web.sign_in.visitors import mark_session
from overview.wiring import get_portal


async def tell_clock(request: Request) -> Response:
    """GET /session: which sessions live in this browser, and how many seconds are left."""
    return JSONResponse(await _read(request, is_staying=False))


async def stay(request: Request) -> Response:
    """POST /stay-signed-in: the person is still there."""
    if not is_same_origin(request):
        return JSONResponse({"error": "not from here"}, 403)
    return JSONResponse(await _read(request, is_staying=True))


async def show_warning(request: Request) -> HTMLResponse:
    """GET /session/warning: the words of the warning, in the person's language."""
    language = read_language(request.scope)
    limits = get_portal().accounts.sessions.limits
    renderer = Renderer(language, get_portal().words(language))
    minutes = max(1, round(limits.warning.total_seconds() / 60))
    return HTMLResponse(renderer.render("sign_in/warning.html", minutes=minutes))


async def _read(request: Request, *, is_staying: bool) -> dict[str, Any]:
    sent = {audience: request.cookies.get(name) for audience, name in SESSION.items()}
    return await to_thread.run_sync(lambda: _look(sent, is_staying=is_staying))


def _look(sent: dict[Audience, str | None], *, is_staying: bool) -> dict[str, Any]:
    portal = get_portal()
    sessions, now = portal.accounts.sessions, portal.accounts.clock()
    told: dict[str, Any] = {"warn_at": int(sessions.limits.warning.total_seconds())}
    for audience, cookie in sent.items():
        if not cookie:
            continue
        try:
            look = sessions.stay if is_staying else sessions.look
            left = look(cookie, audience, now)
        except StoreDown:
            # Not known is not the same as signed out: the script asks again.
            return {"unknown": True}
        if left is not None:
            told[audience.value] = {
                "mark": mark_session(left.session),
                "seconds": left.seconds,
                "can_stay": left.can_stay,
            }
    return told


CLOCK_ROUTES: Final = [
    Route("/session", tell_clock),
    Route("/session/warning", show_warning),
    Route("/stay-signed-in", stay, methods=["POST"]),
]
