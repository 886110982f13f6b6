"""Security headers on every answer. Pure ASGI: nothing is buffered, websockets pass untouched."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# `blob:` carries the one small own component (Streamlit loads it so); `unsafe-inline` for styles
# because Streamlit's own styling needs it. Scripts: from here only, never inline, never eval.
SCREEN_POLICY: Final = (
    "default-src 'self'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
LIGHT_POLICY: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SCRIPTED_LIGHT_POLICY: Final = f"{LIGHT_POLICY}; script-src 'self'; connect-src 'self'"
"""A light page of who signed in: our own script warns before the session ends."""
_FIXED: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # same-origin, not no-referrer: with no-referrer a form's Origin is "null" and cannot be checked.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_WITHOUT_SCRIPT: Final = (
    *("/my/", "/print", "/light", "/sign-in", "/sign-out", "/signed-out"),
    *("/demo-provider", "/session", "/stay-signed-in", "/back-channel-sign-out"),
)
_KEPT_BY_BROWSERS: Final = ("/static/", "/assets/", "/theme/")


class SecurityHeaders:
    """Veiligheidskoppen: policy, no framing, no sniffing; nothing personal is ever stored by a browser."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One ASGI request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _FIXED.items():
                    headers[name] = value
                is_light = path.startswith(_WITHOUT_SCRIPT)
                headers.setdefault("Content-Security-Policy", LIGHT_POLICY if is_light else SCREEN_POLICY)
                if scope.get("scheme") == "https":
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                if not path.startswith(_KEPT_BY_BROWSERS):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_guarded)
