"""Which addresses are open. All others get a calm page in the person's language, never Streamlit's.

Streamlit answers every unknown address with its own English page, shows its metrics to anybody and
serves uploads; here only what the portal uses is open.
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

from overview.domain.sign_in import Audience
from overview.services.sessions import hash_id
from overview.web import assets
from overview.web.frame import build_frame
from overview.web.language import read_language
from overview.web.messages import show_not_found
from overview.web.paths import PAGES
from overview.web.routes import ROUTES
from overview.web.screen.counter.room import ROOM
from overview.web.sign_in.cookies import SESSION
from overview.wiring import get_portal

_SCREENS: Final = frozenset(("/", *(f"/{page}" for page in PAGES)))
_STREAMLIT: Final = frozenset(("/_stcore/health", "/_stcore/host-config", "/_stcore/stream"))
_ALWAYS: Final = (
    *("/_stcore/", "/healthz", "/words"),
    *("/session", "/stay-signed-in", "/sign-", "/signed-out", "/back-channel-sign-out"),
)
"""What a covered screen needs: itself, how long the sessions live, and signing in and out."""


def _is_own(scope: Scope) -> bool:
    """Whether one of our routes answers here; a wrong method is its own to refuse."""
    return any(route.matches(scope)[0] is not Match.NONE for route in ROUTES)


def _is_behind_cover(path: str, request: Request) -> bool:
    """A citizen signed in on a worker's screen that is covered now: nothing of them is given meanwhile."""
    if path.startswith(_ALWAYS):
        return False
    cookie = request.cookies.get(SESSION[Audience.CITIZENS])
    return cookie is not None and ROOM.is_covered(hash_id(cookie), lambda: get_portal().accounts.clock())


class Doors:
    """Deuren: our pages, our routes, our files, and the few Streamlit addresses the screen needs."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One ASGI request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        if path in _STREAMLIT or _is_own(scope):
            if _is_behind_cover(path, Request(scope)):
                await RedirectResponse("/worker", status_code=303)(scope, receive, send)
                return
            await self._app(scope, receive, send)
            return
        response = await self._answer(path, Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, path: str, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        if path in _SCREENS:
            return HTMLResponse(build_frame(read_language(request.scope)))
        if path.startswith("/assets/"):
            return await assets.OWN.answer(request, path.removeprefix("/assets/"))
        if path.startswith("/theme/"):
            return await assets.THEME.answer(request, path.removeprefix("/theme/"))
        if path.startswith("/static/"):
            return await assets.answer_streamlit(request, path.removeprefix("/static/"))
        return show_not_found(read_language(request.scope))
