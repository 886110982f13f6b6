"""What a person reads when signing in does not work: plain, without blame, with a way on."""

from __future__ import annotations

import logging
from typing import Final
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from overview.domain.identity import Assurance
from overview.domain.sign_in import Reason, Refusal
from overview.web.plain_page import show_plain
from overview.words.speaking import msg

_log = logging.getLogger(__name__)

LEVEL_NAMES: Final = {
    Assurance.NONE: msg("geen"),
    Assurance.LOW: msg("laag"),
    Assurance.SUBSTANTIAL: msg("substantieel"),
    Assurance.HIGH: msg("hoog"),
}

_WORDS: Final[dict[Reason, tuple[str, str, int]]] = {
    Reason.CANCELLED: (
        msg("U bent niet ingelogd"),
        msg("U bent gestopt met inloggen. Dat geeft niet. U kunt het later nog eens doen."),
        400,
    ),
    Reason.TOO_LATE: (
        msg("Log opnieuw in"),
        msg("Het inloggen duurde te lang, of het begon in een ander scherm. Begin opnieuw."),
        400,
    ),
    Reason.SPENT: (
        msg("Deze poging telt niet meer"),
        msg("Zij is al gebruikt, of het duurde te lang. Begin opnieuw. Er is niets veranderd."),
        400,
    ),
    Reason.TOO_LOW: (
        msg("Log in op een hoger niveau"),
        msg("Deze pagina vraagt meer zekerheid over wie u bent. Log nog een keer in."),
        403,
    ),
    Reason.NOT_SURE: (
        msg("Inloggen is niet gelukt"),
        msg("Wij wisten niet zeker of u het was. Daarom logden wij u niet in. Er is niets veranderd."),
        403,
    ),
    Reason.UNREACHABLE: (
        msg("Inloggen werkt nu even niet"),
        msg("Dit ligt niet aan u. Probeer het later nog eens. Zonder inloggen kunt u gewoon verder."),
        503,
    ),
    Reason.NO_ACCESS: (
        msg("U kunt hier niet inloggen"),
        msg("Met deze manier van inloggen kunt u hier niet verder. Bel ons, wij helpen u."),
        403,
    ),
}


def show_refusal(language: str, refusal: Refusal, provider: str = "") -> HTMLResponse:
    """The page, and one line in the log: a code, never a name or a number."""
    _log.warning("sign-in refused: reason=%s fault=%s provider=%s", refusal.reason, refusal.fault, provider)
    heading, text, status = _WORDS[refusal.reason]
    again = {"to": refusal.to, "lang": language}
    if refusal.wanted > Assurance.NONE:
        again["level"] = refusal.wanted.name.lower()
    return show_plain(
        "sign_in/refused.html",
        language,
        status,
        heading=heading,
        text=text,
        reached=LEVEL_NAMES[refusal.reached] if refusal.reason is Reason.TOO_LOW else "",
        wanted=LEVEL_NAMES[refusal.wanted] if refusal.reason is Reason.TOO_LOW else "",
        again=f"/sign-in/{provider}?{urlencode(again)}" if provider else f"/sign-in?{urlencode(again)}",
        back=refusal.to,
    )
