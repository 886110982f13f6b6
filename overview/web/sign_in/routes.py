"""Addresses of signing in and out. Services wait for a provider or a database: in a worker thread."""

from __future__ import annotations

import logging
from typing import Final
from urllib.parse import urlencode, urlsplit

from anyio import to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from i18n.languages import LANGUAGES
from overview.domain.identity import Assurance, SignedIn
from overview.domain.sign_in import Audience, Reason, Refusal
from overview.ports import StoreDown
from overview.services.sign_in import SignIn, find_own_path, mark
from overview.web.demo_provider.routes import DEMO_ROUTES
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import read_language
from overview.web.messages import show_not_found, show_refused
from overview.web.origin import is_same_origin
from overview.web.plain_page import show_plain
from overview.web.sign_in import cookies
from overview.web.sign_in.refusals import LEVEL_NAMES, show_refusal
from overview.wiring import get_portal

_log = logging.getLogger(__name__)
_LOCAL: Final = frozenset(("localhost", "127.0.0.1", "::1"))


def get_sign_in() -> SignIn:
    """The service, with the demo provider at the other end of its line."""
    accounts = get_portal().accounts
    if accounts.demo_line is not None and not accounts.demo_line.is_connected:
        accounts.demo_line.connect(Starlette(routes=DEMO_ROUTES))
    return accounts.sign_in


def find_origin(request: Request) -> str:
    """Our own address. In production the operator's setting; on this machine itself, whatever port it has."""
    own = f"{request.url.scheme}://{request.url.netloc}"
    settings = get_portal().accounts.settings
    return own if settings.is_demo and urlsplit(own).hostname in _LOCAL else settings.public_url


def read_level(text: str) -> Assurance:
    """The level a page asks for; nonsense asks for nothing more than the provider's own minimum."""
    return Assurance[text.upper()] if text.upper() in Assurance.__members__ else Assurance.NONE


async def show_choice(request: Request) -> Response:
    """GET /sign-in: with what, and of whom the number may be used."""
    language = read_language(request.scope)
    is_work = request.query_params.get("for") == "work"
    audience = Audience.WORKERS if is_work else Audience.CITIZENS
    to = find_own_path(request.query_params.get("to", "/"))
    level = read_level(request.query_params.get("level", ""))
    carried = {"to": to, **({"level": level.name.lower()} if level else {})}
    accounts = get_portal().accounts
    ways = [
        (provider, f"/sign-in/{provider.id}?{urlencode({**carried, 'lang': language})}")
        for provider in get_sign_in().list_providers(audience)
    ]
    asked = {**carried, **({"for": "work"} if is_work else {})}
    return show_plain(
        "sign_in/choice.html",
        language,
        ways=ways,
        is_work=is_work,
        is_demo=accounts.settings.is_demo,
        level=LEVEL_NAMES[level] if level else "",
        back=to,
        tongues={code: f"/sign-in?{urlencode({**asked, 'lang': code})}" for code in LANGUAGES},
    )


async def begin(request: Request) -> Response:
    """GET /sign-in/{provider}: go there, with a ticket to come back with."""
    language = read_language(request.scope)
    name = request.path_params["provider"]
    portal = get_portal()
    if get_sign_in().find_provider(name) is None:
        return show_not_found(language)
    to, wanted = request.query_params.get("to", "/"), read_level(request.query_params.get("level", ""))
    origin = find_origin(request)
    begun = await to_thread.run_sync(
        lambda: get_sign_in().begin(name, to, wanted, origin, language, portal.accounts.clock())
    )
    if isinstance(begun, Refusal):
        return show_refusal(language, begun, name)
    response = RedirectResponse(begun.address, status_code=303)
    cookies.set_ticket(response, begun, request.cookies)
    return response


async def finish(request: Request) -> Response:
    """GET /sign-in/{provider}/callback: who is it, and back to the page they came from."""
    language = read_language(request.scope)
    name = request.path_params["provider"]
    portal = get_portal()
    provider = get_sign_in().find_provider(name)
    if provider is None:
        return show_not_found(language)
    answer = dict(request.query_params)
    attempt = mark(answer.get("state", ""))
    ticket = cookies.find_ticket(request.cookies, attempt)
    old = request.cookies.get(cookies.SESSION[provider.audience])
    try:
        arrived = await to_thread.run_sync(
            lambda: get_sign_in().finish(name, ticket, answer, old, portal.accounts.clock())
        )
    except StoreDown:
        arrived = Refusal(Reason.UNREACHABLE, "store-down")
    if isinstance(arrived, Refusal):
        response: Response = show_refusal(language, arrived, name)
    else:
        _log.info("signed in: provider=%s", name)
        response = RedirectResponse(arrived.to, status_code=303)
        cookies.set_session(response, arrived.audience, arrived.cookie)
    cookies.drop_ticket(response, attempt)
    return response


async def sign_out(request: Request) -> Response:
    """POST /sign-out: the session ends here, in every tab, and then at the provider as well."""
    language = read_language(request.scope)
    if not is_same_origin(request):
        return show_refused(language)
    try:
        form = await read_form(request)
    except FormTooLargeError:
        form = {}
    audience = Audience.WORKERS if form.get("who") == "work" else Audience.CITIZENS
    portal, origin = get_portal(), find_origin(request)
    cookie = request.cookies.get(cookies.SESSION[audience])

    def end_here(cookie: str | None, audience: Audience) -> SignedIn | None:
        ended = portal.accounts.sessions.end(cookie, audience, portal.accounts.clock())
        if ended is not None:
            portal.cases.desk.forget(ended.session)
        return ended

    def end() -> str | None:
        ended = end_here(cookie, audience)
        if audience is Audience.WORKERS:
            # A citizen who signed in on a worker's screen does not stay behind on it.
            end_here(request.cookies.get(cookies.SESSION[Audience.CITIZENS]), Audience.CITIZENS)
        provider = get_sign_in().find_provider(ended.provider) if ended else None
        return provider.find_sign_out(origin, language, portal.accounts.clock()) if provider else None

    try:
        there = await to_thread.run_sync(end)
    except StoreDown:
        return show_refusal(language, Refusal(Reason.UNREACHABLE, "store-down"))
    _log.info("signed out: audience=%s", audience)
    response = show_plain("sign_in/signed_out.html", language, is_idle=False, there=there)
    # Not the cookies: the language would go too, and the person could no longer read this page.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    if there:
        # A form may not lead to another site (the policy says so), but a page may go on by itself.
        response.headers["Refresh"] = f"0; url={there}"
    cookies.drop_session(response, audience)
    return response


async def show_signed_out(request: Request) -> Response:
    """GET /signed-out: back from the provider, or the time was over."""
    language = read_language(request.scope)
    is_idle = request.query_params.get("because") == "idle"
    return show_plain("sign_in/signed_out.html", language, is_idle=is_idle, there=None)


async def take_notice(request: Request) -> Response:
    """POST /back-channel-sign-out/{provider}: the provider says that somebody signed out there."""
    name = request.path_params["provider"]
    portal, origin = get_portal(), find_origin(request)
    if get_sign_in().find_provider(name) is None:
        return JSONResponse({"error": "invalid_request"}, 404)
    try:
        form = await read_form(request)
        token = form.get("logout_token", "")
        taken = await to_thread.run_sync(
            lambda: get_sign_in().take_notice(name, token, origin, portal.accounts.clock())
        )
    except FormTooLargeError:
        taken = Refusal(Reason.NOT_SURE, "notice-large")
    except StoreDown:
        return JSONResponse({"error": "temporarily_unavailable"}, 503)
    if isinstance(taken, Refusal):
        return JSONResponse({"error": "invalid_request", "error_description": taken.fault}, 400)
    return Response(status_code=200)


SIGN_IN_ROUTES: Final = [
    Route("/sign-in", show_choice),
    Route("/sign-in/{provider:str}", begin),
    Route("/sign-in/{provider:str}/callback", finish),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/signed-out", show_signed_out),
    Route("/back-channel-sign-out/{provider:str}", take_notice, methods=["POST"]),
]
