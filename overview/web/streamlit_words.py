"""Streamlit's own English words that a citizen can meet, with our Dutch for them.

Streamlit has no languages. The script static/js/words.js puts these in place; a test fails when an
upgrade of Streamlit no longer has one of them.
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse

from overview.web.language import read_language
from overview.wiring import get_portal
from overview.words.speaking import msg

_STAYS: Final = msg("Uw antwoorden blijven staan. Wacht even, of bel ons.")

STREAMLIT_WORDS: Final[dict[str, str]] = {
    "Skip to main content": msg("Naar de inhoud"),
    "Connection error": msg("De verbinding is even weg"),
    "Streamlit server is not responding. Are you connected to the internet?": _STAYS,
    "Is Streamlit still running? If you accidentally stopped Streamlit, "
    "just restart it in your terminal:": _STAYS,
    "Connection timed out.": _STAYS,
    "Connection lost. Please wait for the app to reconnect, then try again.": _STAYS,
    "Link to heading": msg("Link naar deze kop"),
    "Main menu": msg("Menu"),
    "Running...": msg("Een ogenblik."),
    "Please wait...": msg("Een ogenblik."),
    "Close": msg("Sluiten"),
    "Open": msg("Open de lijst"),
    "Show password": msg("Laat de cijfers zien"),
    "Hide password": msg("Verberg de cijfers"),
}


async def tell_words(request: Request) -> JSONResponse:
    """GET /words?lang=: those words in one language, for the script on the screen."""
    words = get_portal().words(read_language(request.scope))
    return JSONResponse({english: words.say(dutch).plain for english, dutch in STREAMLIT_WORDS.items()})
