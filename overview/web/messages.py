"""Calm pages without a script: not found, refused, too large, went wrong. Each with the help phone."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from overview.html import Renderer
from overview.web.language import read_language
from overview.web.theme import get_theme
from overview.wiring import get_portal
from overview.words.text import Sentence


def show_message(
    language: str, heading: Sentence, text: Sentence, status: int, detail: str = ""
) -> HTMLResponse:
    """One heading, one sentence, a way on and the help block. `detail` is a Dutch sentence."""
    renderer = Renderer(language, get_portal().words(language))
    html = renderer.render(
        "light/message.html",
        heading=heading,
        text=text,
        detail=detail,
        help=get_portal().view_help(language),
        is_light=True,
        looks=(),
        all_looks={},
        brand=get_theme(),
        needs_quick_exit=False,
    )
    return HTMLResponse(html, status_code=status)


def show_not_found(language: str) -> HTMLResponse:
    """404 in the person's language."""
    say = get_portal().words(language).say
    text = say("Ga naar het begin. Of bel ons gerust.")
    return show_message(language, say("Deze pagina is er niet"), text, 404)


def show_refused(language: str) -> HTMLResponse:
    """403: the form was not sent by our own page."""
    say = get_portal().words(language).say
    text = say("Ga naar het begin en maak het papier daar.")
    return show_message(language, say("Dit kan hier niet"), text, 403)


def show_too_large(language: str) -> HTMLResponse:
    """413: more than a situation can ever need."""
    say = get_portal().words(language).say
    return show_message(language, say("Dit is te veel tekst"), say("Begin opnieuw. Of bel ons gerust."), 413)


def show_bad_input(language: str, detail: str = "") -> HTMLResponse:
    """400: what the form holds does not fit; `detail` names the field."""
    say = get_portal().words(language).say
    text = say("Begin opnieuw. Of bel ons gerust.")
    return show_message(language, say("Dit kunnen wij niet lezen"), text, 400, detail)


def show_failure(request: Request, _: Exception) -> HTMLResponse:
    """500: something broke on our side."""
    language = read_language(request.scope)
    say = get_portal().words(language).say
    text = say("Dit ligt niet aan u. Probeer het nog eens. Of bel ons.")
    return show_message(language, say("Er ging bij ons iets mis"), text, 500)
