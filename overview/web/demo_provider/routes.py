"""Addresses of the demo provider: what programs read, and the two pages that people see."""

from __future__ import annotations

import logging
import secrets
from typing import Any, Final
from urllib.parse import urlencode

import httpx
from authlib.oauth2 import OAuth2Error
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from i18n.languages import LANGUAGES
from overview.domain.sign_in import Audience
from overview.web.demo_provider.client import Answer, DemoClient, DemoRequest
from overview.web.demo_provider.memory import DemoMemory
from overview.web.demo_provider.notices import build_notice
from overview.web.demo_provider.people import LEVELS, DemoSignIn, load_people
from overview.web.demo_provider.server import SCOPES, DemoServer
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import choose_language, read_language
from overview.web.messages import show_bad_input, show_not_found
from overview.web.origin import is_same_origin
from overview.web.plain_page import show_plain
from overview.wiring import get_portal

PREFIX: Final = "/demo-provider"
CLIENT: Final = "mijn-overzicht"
_PORTAL_NAMES: Final = {Audience.CITIZENS: "demo", Audience.WORKERS: "demo-work"}
_COOKIE: Final = "__Host-demo-provider"
_log = logging.getLogger(__name__)
_memory = DemoMemory()


def build_server(origin: str, audience: Audience) -> DemoServer:
    """The provider for one audience at this address."""
    line = get_portal().accounts.demo_line
    secret = line.secret if line else secrets.token_urlsafe(32)
    back = f"{origin}/sign-in/{_PORTAL_NAMES[audience]}/callback"
    client = DemoClient(CLIENT, secret, back, f"{origin}/signed-out", SCOPES[audience])
    return DemoServer(f"{origin}{PREFIX}/{audience.value}", client, _memory, audience)


def _find_server(request: Request) -> DemoServer | None:
    """None in production, and for an audience that does not exist."""
    if get_portal().accounts.demo_line is None:
        return None
    try:
        audience = Audience(request.path_params["audience"])
    except ValueError:
        return None
    return build_server(f"{request.url.scheme}://{request.url.netloc}", audience)


async def tell_metadata(request: Request) -> Response:
    """OpenID Connect Discovery 1.0."""
    server = _find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    at = server.issuer
    return JSONResponse(
        {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/keys",
            "userinfo_endpoint": f"{at}/userinfo",
            "end_session_endpoint": f"{at}/end-session",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "scopes_supported": list(SCOPES[Audience(request.path_params["audience"])]),
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
            "acr_values_supported": list(LEVELS.values()),
            "authorization_response_iss_parameter_supported": True,
            "backchannel_logout_supported": True,
            "backchannel_logout_session_supported": True,
        }
    )


async def tell_keys(request: Request) -> Response:
    """The public key of this start."""
    if _find_server(request) is None:
        return show_not_found(read_language(request.scope))
    return JSONResponse({"keys": [_memory.key.as_dict(private=False)]})


async def authorize(request: Request) -> Response:
    """GET: who do you want to be? POST: back to the portal with a code, or without."""
    server = _find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    asked = DemoRequest("GET", str(request.url), request.headers, request.query_params.multi_items())
    try:
        grant = server.get_consent_grant(asked)
    except OAuth2Error as error:
        return _respond(server.handle_error_response(asked, error))
    language = choose_language(
        request.query_params.get("lang") or request.query_params.get("ui_locales"),
        read_language(request.scope),
    )
    if request.method == "GET":
        return _show_choice(request, language)
    if not is_same_origin(request):
        return show_bad_input(language)
    try:
        form = await read_form(request)
    except FormTooLargeError:
        return show_bad_input(language)
    signed_in = _find_choice(request, form.get("person", ""), form.get("level", ""))
    response = _respond(server.create_authorization_response(asked, grant_user=signed_in, grant=grant))
    if signed_in is not None:
        _memory.sessions[signed_in.sid] = signed_in
        response.set_cookie(_COOKIE, signed_in.sid, secure=True, httponly=True, samesite="lax")
    return response


def _find_choice(request: Request, person: str, level: str) -> DemoSignIn | None:
    """Who was chosen; None when the person stopped."""
    people = load_people()[Audience(request.path_params["audience"])]
    if person not in people or level not in LEVELS:
        return None
    return DemoSignIn(people[person], level, secrets.token_urlsafe(24))


def _show_choice(request: Request, language: str) -> HTMLResponse:
    audience = Audience(request.path_params["audience"])
    asked = request.query_params.get("acr_values", "").split()
    fitting = [name for name, value in LEVELS.items() if value in asked]
    others = {code: f"?{urlencode([*_without(request, 'lang'), ('lang', code)])}" for code in LANGUAGES}
    return show_plain(
        "sign_in/demo_choice.html",
        language,
        people=load_people()[audience].values(),
        is_work=audience is Audience.WORKERS,
        chosen_level=fitting[0] if fitting else "substantial",
        ways=others,
    )


def _without(request: Request, left_out: str) -> list[tuple[str, str]]:
    return [(name, value) for name, value in request.query_params.multi_items() if name != left_out]


async def give_token(request: Request) -> Response:
    """A code for tokens."""
    server = _find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    try:
        form = await read_form(request)
    except FormTooLargeError:
        return Response(status_code=413)
    asked = DemoRequest("POST", str(request.url), request.headers, list(form.items()))
    return _respond(server.create_token_response(asked))


async def tell_userinfo(request: Request) -> Response:
    """Who an access token is about."""
    server = _find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    found = server.find_user(token) if kind.lower() == "bearer" else None
    if found is None:
        return JSONResponse({"error": "invalid_token"}, 401, {"WWW-Authenticate": "Bearer"})
    return JSONResponse(found[0].build_claims(found[1]))


async def end_session(request: Request) -> Response:
    """Sign out here as well, tell the portal behind the browser's back, and go back to it."""
    server = _find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    back = request.query_params.get("post_logout_redirect_uri", "")
    client = server.query_client(request.query_params.get("client_id", ""))
    is_known = client is not None and back in client.client_metadata["post_logout_redirect_uris"]
    # Another site may not sign somebody out by sending their browser here.
    is_foreign = request.headers.get("sec-fetch-site") == "cross-site"
    signed_in = None if is_foreign else _memory.sessions.pop(request.cookies.get(_COOKIE, ""), None)
    if signed_in is not None:
        await _notify(request, server, signed_in)
    language = choose_language(request.query_params.get("ui_locales"), read_language(request.scope))
    response: Response = (
        RedirectResponse(back, 303) if is_known else show_plain("sign_in/demo_end.html", language)
    )
    response.delete_cookie(_COOKIE, secure=True, httponly=True, samesite="lax")
    return response


async def _notify(request: Request, server: DemoServer, signed_in: DemoSignIn) -> None:
    """OpenID Connect Back-Channel Logout 1.0. The portal listens on the port that this request came to."""
    name = _PORTAL_NAMES[Audience(request.path_params["audience"])]
    _, port = request.scope.get("server") or ("", None)
    address = f"http://127.0.0.1:{port}/back-channel-sign-out/{name}"
    notice = build_notice(server.issuer, CLIENT, signed_in, _memory.key)
    try:
        async with httpx.AsyncClient(timeout=5, trust_env=False) as client:
            await client.post(address, data={"logout_token": notice}, headers={"Host": request.url.netloc})
    except httpx.HTTPError:
        # As with any provider: what is not told now ends by itself when it was idle for long enough.
        _log.warning("the demo provider could not tell the portal about a sign-out")


def _respond(answer: Answer) -> Response:
    body: Any = answer.body
    if isinstance(body, dict):
        return JSONResponse(body, answer.status, answer.headers)
    return Response(body, answer.status, answer.headers)


_AT: Final = f"{PREFIX}/{{audience:str}}"
DEMO_ROUTES: Final = [
    Route(f"{_AT}/.well-known/openid-configuration", tell_metadata),
    Route(f"{_AT}/keys", tell_keys),
    Route(f"{_AT}/authorize", authorize, methods=["GET", "POST"]),
    Route(f"{_AT}/token", give_token, methods=["POST"]),
    Route(f"{_AT}/userinfo", tell_userinfo),
    Route(f"{_AT}/end-session", end_session),
]
