"""A register dies: who said yes to that sees what was read before, with its day, on page and paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import httpx
import pytest

from overview.domain.identity import SignedIn
from overview.domain.keeping import Purpose
from overview.domain.kept import Kept
from overview.services.case_desk import CaseDesk, without_sign_in
from overview.services.sessions import hash_id
from overview.wiring import get_portal
from overview.wiring_cases import Cases, LateKept
from tests.registers import builders
from tests.registers.builders import Desk, serve
from tests.web.builders import Told
from tests.web.signing_in import CitizensBrowser

TOWN = "Gemeente Voorbeeld"


@pytest.fixture
def town() -> Iterator[Desk]:
    """One register on a port in the place of those of the demo."""
    portal = get_portal()
    before = portal.cases
    with serve() as desk:
        kept = LateKept(lambda: portal.accounts.keeping.kept_cases)
        sources = [desk.source]
        cases = Cases(
            CaseDesk(sources, lambda: builders.NOW, kept=kept),
            lambda: without_sign_in(sources, lambda: builders.NOW),
            lambda _: None,
            tuple,
        )
        # The portal is frozen on purpose; this test stands in for another setting of the operator.
        object.__setattr__(portal, "cases", cases)
        yield desk
        object.__setattr__(portal, "cases", before)


@pytest.fixture
def gerard() -> Iterator[CitizensBrowser]:
    browser = CitizensBrowser()
    browser.sign_in("gerard")
    accounts = get_portal().accounts
    situation = get_portal().read_situation(Told().packed(), date(2026, 11, 22))
    accounts.keeping.overviews.start(_find(browser), Kept(situation), "nl", "voorbeeld", accounts.clock())
    yield browser
    accounts.keeping.rights.forget(_find(browser), _find(browser).person, accounts.clock())


def _find(browser: CitizensBrowser) -> SignedIn:
    who = browser.find_citizen()
    assert who is not None
    return who


def _say_yes(browser: CitizensBrowser) -> None:
    accounts, who = get_portal().accounts, _find(browser)
    accounts.keeping.rights.give(
        who, who.person, Purpose.KEEP_CASES, "nl", "voorbeeld", accounts.clock(), agency="municipality"
    )


def _say_no(browser: CitizensBrowser) -> None:
    accounts, who = get_portal().accounts, _find(browser)
    rights, now = accounts.keeping.rights, accounts.clock()
    consents = rights.list_everything(who, who.person, now).consents
    given = next(one for one in consents if one.purpose is Purpose.KEEP_CASES and not one.withdrawn_at)
    rights.withdraw(who, who.person, given.id, now)


def _read(browser: CitizensBrowser, **pressed: str) -> str:
    """What the light page says of the register, once it has answered, without its tags."""
    form = {"situation": Told().packed(), "language": "nl"}
    browser.ask("POST", "/light/on", {**form, **pressed})
    reader = hash_id(str(browser.cookies.get("__Host-session")))
    while get_portal().cases.desk.is_outstanding(reader):
        browser.ask("POST", "/light/on", form)
    page = browser.ask("POST", "/light/on", form).text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index(TOWN) :]))


def test_after_a_yes_a_dead_register_shows_what_was_read_before_with_its_day(
    town: Desk, gerard: CitizensBrowser
) -> None:
    _say_yes(gerard)
    live = _read(gerard)
    assert "Bijstand" in live
    assert "eerdere keer" not in live
    town.register.traps.status = 503
    dead = _read(gerard, refresh="yes")
    assert "Nu niet te lezen." in dead
    assert "Dit is van een eerdere keer: donderdag 26 november" in dead
    assert "Bijstand" in dead
    printed = gerard.ask("POST", "/print", {"situation": Told().packed(), "language": "nl"})
    assert printed.status_code == httpx.codes.OK


def test_without_a_yes_a_dead_register_shows_no_cases_at_all(town: Desk, gerard: CitizensBrowser) -> None:
    assert "Bijstand" in _read(gerard)
    town.register.traps.status = 503
    dead = _read(gerard, refresh="yes")
    assert "Nu niet te lezen." in dead
    assert "Bijstand" not in dead
    assert "eerdere keer" not in dead


def test_a_no_works_on_the_page_that_was_open(town: Desk, gerard: CitizensBrowser) -> None:
    _say_yes(gerard)
    _read(gerard)
    town.register.traps.status = 503
    assert "eerdere keer" in _read(gerard, refresh="yes")
    _say_no(gerard)
    assert "eerdere keer" not in _read(gerard)


def test_they_stand_in_the_download(town: Desk, gerard: CitizensBrowser) -> None:
    _say_yes(gerard)
    _read(gerard)
    (told,) = gerard.ask("GET", "/my/everything.json").json()["last_known_cases"]
    assert {case["title"] for case in told["cases"]} == {"Bijstand"}
    assert gerard.ask("GET", "/my/everything.pdf").headers["content-type"] == "application/pdf"
