"""Addresses of the demo provider: what programs read, and signing out."""

from __future__ import annotations

import logging
from typing import Final

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from overview.domain.sign_in import Audience
from overview.web.demo_provider.asking import authorize
from overview.web.demo_provider.client import DemoRequest
from overview.web.demo_provider.notices import build_notice
from overview.web.demo_provider.people import LEVELS, DemoSignIn
from overview.web.demo_provider.server import SCOPES, DemoServer
from overview.web.demo_provider.serving import (
    CLIENT,
    COOKIE,
    MEMORY,
    PORTAL_NAMES,
    PREFIX,
    find_server,
    respond,
)
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import choose_language, read_language
from overview.web.messages import show_not_found
from overview.web.plain_page import show_plain

_log = logging.getLogger(__name__)


async def tell_metadata(request: Request) -> Response:
    """OpenID Connect Discovery 1.0."""
    server = find_server(request)
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
    if find_server(request) is None:
        return show_not_found(read_language(request.scope))
    return JSONResponse({"keys": [MEMORY.key.as_dict(private=False)]})


async def give_token(request: Request) -> Response:
    """A code for tokens."""
    server = find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    try:
        form = await read_form(request)
    except FormTooLargeError:
        return Response(status_code=413)
    asked = DemoRequest("POST", str(request.url), request.headers, list(form.items()))
    return respond(server.create_token_response(asked))


async def tell_userinfo(request: Request) -> Response:
    """Who an access token is about."""
    server = find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    found = server.find_user(token) if kind.lower() == "bearer" else None
    if found is None:
        return JSONResponse({"error": "invalid_token"}, 401, {"WWW-Authenticate": "Bearer"})
    return JSONResponse(found[0].build_claims(found[1]))


async def end_session(request: Request) -> Response:
    """Sign out here as well, tell the portal behind the browser's back, and go back to it."""
    server = find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    back = request.query_params.get("post_logout_redirect_uri", "")
    client = server.query_client(request.query_params.get("client_id", ""))
    is_known = client is not None and back in client.client_metadata["post_logout_redirect_uris"]
    # Another site may not sign somebody out by sending their browser here.
    is_foreign = request.headers.get("sec-fetch-site") == "cross-site"
    signed_in = None if is_foreign else MEMORY.sessions.pop(request.cookies.get(COOKIE, ""), None)
    if signed_in is not None:
        await _notify(request, server, signed_in)
    language = choose_language(request.query_params.get("ui_locales"), read_language(request.scope))
    response: Response = (
        RedirectResponse(back, 303) if is_known else show_plain("sign_in/demo_end.html", language)
    )
    response.delete_cookie(COOKIE, secure=True, httponly=True, samesite="lax")
    return response


async def _notify(request: Request, server: DemoServer, signed_in: DemoSignIn) -> None:
    """OpenID Connect Back-Channel Logout 1.0. The portal listens on the port that this request came to."""
    name = PORTAL_NAMES[Audience(request.path_params["audience"])]
    _, port = request.scope.get("server") or ("", None)
    address = f"http://127.0.0.1:{port}/back-channel-sign-out/{name}"
    notice = build_notice(server.issuer, CLIENT, signed_in, MEMORY.key)
    try:
        async with httpx.AsyncClient(timeout=5, trust_env=False) as client:
            await client.post(address, data={"logout_token": notice}, headers={"Host": request.url.netloc})
    except httpx.HTTPError:
        # As with any provider: what is not told now ends by itself when it was idle for long enough.
        _log.warning("the demo provider could not tell the portal about a sign-out")


_AT: Final = f"{PREFIX}/{{audience:str}}"
DEMO_ROUTES: Final = [
    Route(f"{_AT}/.well-known/openid-configuration", tell_metadata),
    Route(f"{_AT}/keys", tell_keys),
    Route(f"{_AT}/authorize", authorize, methods=["GET", "POST"]),
    Route(f"{_AT}/token", give_token, methods=["POST"]),
    Route(f"{_AT}/userinfo", tell_userinfo),
    Route(f"{_AT}/end-session", end_session),
]
