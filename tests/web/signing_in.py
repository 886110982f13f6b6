"""A browser without scripts that keeps its cookies and follows where it is sent: it can sign in."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.middleware import Middleware

from overview.domain.identity import SignedIn
from overview.domain.sign_in import Audience
from overview.web.doors import Doors
from overview.web.headers import SecurityHeaders
from overview.web.messages import show_failure
from overview.web.routes import ROUTES
from overview.web.sign_in.cookies import SESSION
from overview.wiring import get_portal

HOST = "https://localhost"
FROM_HERE = {"origin": HOST, "sec-fetch-site": "same-origin"}


@dataclass
class CitizensBrowser:
    """Cookies of one browser, and every address and cookie that it met."""

    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    addresses: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)

    def ask(
        self, method: str, path: str, data: dict[str, str] | None = None, params: dict[str, str] | None = None
    ) -> httpx.Response:
        """One page, after every redirect; forms are sent as our own page sends them."""
        with start_blocking_portal() as thread:
            return thread.call(self._send, method, path, data, params)

    def sign_in(self, person: str, level: str = "substantial", provider: str = "demo") -> None:
        """By the demo provider, over its own pages."""
        choice = self.ask("GET", f"/sign-in/{provider}?to=/light&level={level}")
        assert choice.status_code == httpx.codes.OK, choice.text
        address = str(choice.url).removeprefix(HOST)
        done = self.ask("POST", address, {"person": person, "level": level})
        assert done.status_code == httpx.codes.OK, done.text

    def find_citizen(self) -> SignedIn | None:
        """Who the portal takes this browser for."""
        accounts = get_portal().accounts
        cookie = self.cookies.get(SESSION[Audience.CITIZENS])
        return accounts.sessions.find(cookie, Audience.CITIZENS, accounts.clock())

    async def _send(
        self, method: str, path: str, data: dict[str, str] | None, params: dict[str, str] | None
    ) -> httpx.Response:
        app = Starlette(
            routes=ROUTES,
            middleware=[Middleware(SecurityHeaders), Middleware(Doors)],
            exception_handlers={Exception: show_failure},
        )
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(
            transport=transport, base_url=HOST, cookies=self.cookies, follow_redirects=True
        ) as client:
            answer = await client.request(
                method, path, data=data, params=params, headers=FROM_HERE if method == "POST" else {}
            )
            self.cookies = client.cookies
        for one in (*answer.history, answer):
            self.addresses.append(str(one.url))
            self.addresses += one.headers.get_list("location") + one.headers.get_list("refresh")
            self.met += one.headers.get_list("set-cookie")
        return answer
