"""What belongs to one citizen, at addresses that only their own session opens and no browser keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from overview.domain.access import NotAllowed
from overview.domain.identity import Assurance, SignedIn
from overview.ports import StoreDown
from overview.services.keeping.answers import NotKept
from overview.services.keeping.exporting import write_everything
from overview.web.case_reading import PAPER_WAIT, Readings, read_for
from overview.web.language import read_language
from overview.web.light_kept import KeptHere
from overview.web.light_overview import show_overview
from overview.web.light_visit import Visit
from overview.web.looks import read_looks
from overview.web.messages import show_message
from overview.web.sign_in.visitors import Visitor, find_visitor_of
from overview.wiring import AMSTERDAM, get_portal
from overview.words.calendar_view import build_calendar
from overview.words.everything_view import list_everything

Make = Callable[[SignedIn, str], Response]


async def _answer(request: Request, level: Assurance, make: Make) -> Response:
    """Nobody gets in without a living session of their own; what is made is of that session's person."""
    language = read_language(request.scope)
    visitor: Visitor = await find_visitor_of(request)
    who = visitor.citizen
    if not visitor.is_known:
        return _show_down(language)
    if who is None or not visitor.reaches(level):
        query = urlencode({"to": "/my_data", "level": level.name.lower(), "lang": language})
        return RedirectResponse(f"/sign-in?{query}", status_code=303)
    citizen = who
    try:
        return await to_thread.run_sync(lambda: make(citizen, language))
    except (NotKept, NotAllowed):
        return _show_nothing(language)
    except StoreDown:
        return _show_down(language)


def _show_nothing(language: str) -> HTMLResponse:
    say = get_portal().words(language).say
    return show_message(language, say("Mijn gegevens"), say("Wij bewaren niets van u."), 404)


def _show_down(language: str) -> HTMLResponse:
    say = get_portal().words(language).say
    text = say("Wat u invulde, is er nog. Probeer het over een paar minuten opnieuw.")
    return show_message(language, say("Dit lukt nu even niet"), text, 503)


def _attach(content: bytes | str, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)


async def print_mine(request: Request) -> Response:
    """GET /my/overview.pdf: the steps on paper."""

    def make(who: SignedIn, language: str) -> Response:
        return _print_mine(who, language, read_for(request.cookies, wait_for=PAPER_WAIT))

    return await _answer(request, Assurance.LOW, make)


def _print_mine(who: SignedIn, language: str, readings: Readings) -> Response:
    portal = get_portal()
    kept = portal.accounts.keeping.rights.open_for_print(who, who.person, portal.accounts.clock())
    printed = portal.print_pdf(
        kept.situation, portal.today(), language, "nl", "normal", "full", readings=readings
    )
    return _attach(printed, "application/pdf", "mijn-overzicht.pdf")


async def write_calendar(request: Request) -> Response:
    """GET /my/calendar.ics: last days for a calendar."""
    return await _answer(request, Assurance.LOW, _write_calendar)


def _write_calendar(who: SignedIn, language: str) -> Response:
    portal = get_portal()
    now = portal.accounts.clock()
    kept = portal.accounts.keeping.rights.open_for_print(who, who.person, now)
    # A calendar lies on other people's machines: of cases it has nothing.
    view = portal.build_view(kept.situation, portal.today(), language, readings=())
    content = build_calendar(portal.words(language), view, now)
    return _attach(content, "text/calendar; charset=utf-8", "mijn-overzicht.ics")


async def show_light(request: Request) -> Response:
    """GET /my/light: the steps as a light page."""
    visitor, looks = await find_visitor_of(request), read_looks(request.query_params)

    def make(who: SignedIn, language: str) -> Response:
        portal = get_portal()
        opened = portal.accounts.keeping.overviews.open(who, who.person, portal.accounts.clock())
        situation = opened.kept.situation
        kept = KeptHere(situation, opened.version)
        visit = Visit(language, situation, frozenset(), looks, visitor, request.cookies, kept)
        return show_overview(visit, visit.build_view())

    return await _answer(request, Assurance.LOW, make)


async def export_json(request: Request) -> Response:
    """GET /my/everything.json: all that is kept, for a computer."""
    return await _answer(request, Assurance.SUBSTANTIAL, _export_json)


def _export_json(who: SignedIn, _: str) -> Response:
    portal = get_portal()
    now = portal.accounts.clock()
    everything = portal.accounts.keeping.rights.list_everything(who, who.person, now, is_export=True)
    return _attach(write_everything(everything, now), "application/json", "mijn-gegevens.json")


async def export_pdf(request: Request) -> Response:
    """GET /my/everything.pdf: all that is kept, to read."""
    return await _answer(request, Assurance.SUBSTANTIAL, _export_pdf)


def _export_pdf(who: SignedIn, language: str) -> Response:
    portal = get_portal()
    accounts = portal.accounts
    rights, now = accounts.keeping.rights, accounts.clock()
    everything = rights.list_everything(who, who.person, now, is_export=True)
    words = portal.words(language)
    parts = list_everything(
        words,
        portal.catalogue,
        everything.kept,
        everything.consents,
        everything.looked,
        everything.cases,
        AMSTERDAM,
    )
    printed = portal.print_facts(words.say("Mijn gegevens"), parts, language)
    return _attach(printed, "application/pdf", "mijn-gegevens.pdf")


MY_ROUTES: Final = [
    Route("/my/overview.pdf", print_mine),
    Route("/my/calendar.ics", write_calendar),
    Route("/my/light", show_light),
    Route("/my/everything.json", export_json),
    Route("/my/everything.pdf", export_pdf),
]
