"""The page on which somebody chooses who to be, and the way back to the portal with a code."""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

from authlib.oauth2 import OAuth2Error
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from i18n.languages import LANGUAGES
from overview.domain.sign_in import Audience
from overview.web.demo_provider.client import DemoRequest
from overview.web.demo_provider.people import LEVELS, DemoSignIn, load_people
from overview.web.demo_provider.serving import COOKIE, MEMORY, find_server, respond
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import choose_language, read_language
from overview.web.messages import show_bad_input, show_not_found
from overview.web.origin import is_same_origin
from overview.web.plain_page import show_plain


async def authorize(request: Request) -> Response:
    """GET: who do you want to be? POST: back to the portal with a code, or without."""
    server = find_server(request)
    if server is None:
        return show_not_found(read_language(request.scope))
    asked = DemoRequest("GET", str(request.url), request.headers, request.query_params.multi_items())
    try:
        grant = server.get_consent_grant(asked)
    except OAuth2Error as error:
        return respond(server.handle_error_response(asked, error))
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
    response = respond(server.create_authorization_response(asked, grant_user=signed_in, grant=grant))
    if signed_in is not None:
        MEMORY.sessions[signed_in.sid] = signed_in
        response.set_cookie(COOKIE, signed_in.sid, secure=True, httponly=True, samesite="lax")
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
