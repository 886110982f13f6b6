"""No citizen can see, print, change or delete what is another's at any of our addresses.

One row for each address and method. An address that is not in the table fails by name. Every row is
asked with Gerard's ids in every field a page could read, by everybody who is not Gerard.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Final

import httpx
import pytest
from pypdf import PdfReader
from starlette.routing import Route

from overview.domain.identity import SignedIn
from overview.domain.kept import Kept
from overview.domain.own_steps import OwnStep
from overview.domain.sign_in import Audience
from overview.domain.told import Told as Words
from overview.services.sessions import hash_id
from overview.web.routes import ROUTES
from overview.web.sign_in.cookies import SESSION
from overview.wiring import get_portal
from tests.web.builders import Told
from tests.web.signing_in import CitizensBrowser

SECRET = "Kwartelstraat"
"""Stands in Gerard's own step and note and nowhere else."""

PRINTED: Final = {"situation": Told().packed(), "language": "nl"}
DEMO: Final = "/demo-provider/citizens"
ROWS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "GET /healthz": ("/healthz", {}),
    "GET /words": ("/words", {}),
    "POST /print": ("/print", PRINTED),
    "POST /print/letter": ("/print/letter", {"template": "objection", "language": "nl"}),
    "POST /print/together": ("/print/together", {**PRINTED, "conversation": "{}"}),
    # test_own_cases asks for a document that is there.
    "GET /cases/{source}/{case}/{document}": (
        "/cases/demo-gemeente/482581f6-0011-5ba0-a755-376aee4ec517/a596b501-a096-5cfa-9990-acfbd1b26d1a",
        {},
    ),
    "GET /light": ("/light", {}),
    "GET /light/back": ("/light/back", {}),
    "GET /light/danger": ("/light/danger", {}),
    "GET /light/accessibility": ("/light/accessibility", {}),
    "POST /light/{action:str}": ("/light/overview", {**PRINTED, "version": "1"}),
    "GET /light/{action:str}": ("/light/overview", {}),
    "GET /my/overview.pdf": ("/my/overview.pdf", {}),
    "GET /my/calendar.ics": ("/my/calendar.ics", {}),
    "GET /my/light": ("/my/light", {}),
    "GET /my/everything.json": ("/my/everything.json", {}),
    "GET /my/everything.pdf": ("/my/everything.pdf", {}),
    "GET /sign-in": ("/sign-in", {}),
    "GET /sign-in/{provider:str}": ("/sign-in/demo", {}),
    "GET /sign-in/{provider:str}/callback": ("/sign-in/demo/callback", {}),
    "POST /sign-out": ("/sign-out", {}),
    "GET /signed-out": ("/signed-out", {}),
    "POST /back-channel-sign-out/{provider:str}": ("/back-channel-sign-out/demo", {"logout_token": "x.y.z"}),
    "GET /session": ("/session", {}),
    "GET /session/warning": ("/session/warning", {}),
    "POST /stay-signed-in": ("/stay-signed-in", {}),
    "GET /demo-provider/{audience:str}/.well-known/openid-configuration": (
        f"{DEMO}/.well-known/openid-configuration",
        {},
    ),
    "GET /demo-provider/{audience:str}/keys": (f"{DEMO}/keys", {}),
    "GET /demo-provider/{audience:str}/authorize": (f"{DEMO}/authorize", {}),
    "POST /demo-provider/{audience:str}/authorize": (f"{DEMO}/authorize", {}),
    "POST /demo-provider/{audience:str}/token": (f"{DEMO}/token", {}),
    "GET /demo-provider/{audience:str}/userinfo": (f"{DEMO}/userinfo", {}),
    "GET /demo-provider/{audience:str}/end-session": (f"{DEMO}/end-session", {}),
}
OPENS_FOR_GERARD: Final = tuple(row for row in ROWS if " /my/" in row)


def _list_addresses() -> Iterator[str]:
    for route in ROUTES:
        assert isinstance(route, Route), f"a kind of address that this table does not know: {route}"
        for method in sorted((route.methods or {"GET"}) - {"HEAD"}):
            yield f"{method} {route.path}"


def test_every_address_is_in_the_table() -> None:
    addresses = set(_list_addresses())
    assert addresses - set(ROWS) == set(), "add what another may see there to the table"
    assert set(ROWS) - addresses == set(), "no longer there"


def _read(answer: httpx.Response) -> str:
    if answer.headers.get("content-type") == "application/pdf":
        pages = PdfReader(BytesIO(answer.content)).pages
        return unicodedata.normalize("NFC", " ".join(page.extract_text() for page in pages))
    return answer.text


@pytest.fixture(scope="module")
def gerard() -> CitizensBrowser:
    browser = CitizensBrowser()
    browser.sign_in("gerard")
    _keep(browser, SECRET)
    return browser


@pytest.fixture(scope="module")
def strangers(gerard: CitizensBrowser) -> dict[str, CitizensBrowser]:
    """Everybody who is not Gerard, some with what they might know of him in the place of a cookie."""
    maria, annie, worker = CitizensBrowser(), CitizensBrowser(), CitizensBrowser()
    maria.sign_in("maria")
    _keep(maria, "Merelhof")
    annie.sign_in("annie")
    worker.sign_in("joost", provider="demo-work")
    browsers = {"nobody": CitizensBrowser(), "maria": maria, "annie": annie, "a worker": worker}
    who = _find(gerard)
    for name, known in (("session", who.session), ("person", who.person), ("actor", who.actor)):
        browsers[f"somebody with his {name} as a cookie"] = _forge(known)
    swapped = CitizensBrowser()
    swapped.cookies.set(
        SESSION[Audience.WORKERS], gerard.cookies[SESSION[Audience.CITIZENS]], domain="localhost.local"
    )
    browsers["somebody with his cookie in the place of a worker's"] = swapped
    return browsers


def _forge(value: str) -> CitizensBrowser:
    browser = CitizensBrowser()
    browser.cookies.set(SESSION[Audience.CITIZENS], value, domain="localhost.local")
    return browser


def _keep(browser: CitizensBrowser, secret: str) -> None:
    accounts = get_portal().accounts
    situation = get_portal().read_situation(Told().packed(), date(2026, 11, 22))
    own = OwnStep("own_1", Words(f"Bel de {secret}", "nl"), date(2026, 12, 24))
    kept = Kept(replace(situation, own_steps=(own,)), notes={"report_move": f"Vraag naar {secret}"})
    accounts.keeping.overviews.start(_find(browser), kept, "nl", "voorbeeld", accounts.clock())


def _find(browser: CitizensBrowser) -> SignedIn:
    who = browser.find_citizen()
    assert who is not None
    return who


def _look(who: SignedIn) -> tuple[object, ...]:
    """All that is kept of Gerard, and his session."""
    keeping, cookie = get_portal().accounts.keeping, who.session
    store = keeping.rights._store
    return store.run(
        lambda records: (
            cookie,
            records.overviews.open(who.person, who.actor),
            records.consents.list_all(who.person),
            records.logs.list_all(who.person),
            records.counter.list_relations_of(who.person),
        )
    )


@pytest.mark.parametrize("row", ROWS)
def test_an_address_shows_and_changes_nothing_of_another(
    row: str, gerard: CitizensBrowser, strangers: dict[str, CitizensBrowser]
) -> None:
    who, before = _find(gerard), _look(_find(gerard))
    known = {
        **dict.fromkeys(("person", "who", "citizen", "subject", "id", "user", "of", "for"), who.person),
        **dict.fromkeys(("session", "sid", "cookie", "mark"), who.session),
        **dict.fromkeys(("actor", "consent", "claim", "handover"), who.actor),
    }
    method, (path, fields) = row.partition(" ")[0], ROWS[row]
    for name, browser in strangers.items():
        held = httpx.Cookies(browser.cookies)
        data = {**known, **fields} if method == "POST" else None
        answer = browser.ask(method, path, data, known)
        browser.cookies = held
        assert SECRET not in _read(answer), f"{row} shows it to {name}"
        assert who.person not in answer.text
    assert _look(_find(gerard)) == before
    assert hash_id(gerard.cookies[SESSION[Audience.CITIZENS]]) == who.session


@pytest.mark.parametrize("row", OPENS_FOR_GERARD)
def test_the_same_address_shows_the_citizen_their_own(row: str, gerard: CitizensBrowser) -> None:
    answer = gerard.ask("GET", ROWS[row][0])
    assert answer.status_code == httpx.codes.OK
    assert SECRET in _read(answer)
    assert "no-store" in answer.headers["cache-control"]
