"""Who signed in sees their own cases, on the light page and on paper; who signed out or did not, none."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from overview.services.sessions import hash_id
from overview.web import case_reading
from overview.wiring import get_portal
from tests.web.builders import Told
from tests.web.signing_in import CitizensBrowser

TOWN, ALLOWANCES = "Gemeente (voorbeeldregister)", "Dienst Toeslagen (voorbeeldregister)"
SESSION = "__Host-session"


@pytest.fixture(scope="module")
def gerard() -> Iterator[CitizensBrowser]:
    browser = CitizensBrowser()
    browser.sign_in("gerard")
    yield browser
    browser.ask("POST", "/sign-out", {"who": "citizen"})


def show(browser: CitizensBrowser, language: str = "nl", **pressed: str) -> str:
    """The overview, or what a button on it leads to."""
    form = {"situation": Told().packed(), "language": language, **pressed}
    answer = browser.ask("POST", "/light/on", form)
    assert answer.status_code == httpx.codes.OK, answer.text
    return answer.text


def wait_for_all(browser: CitizensBrowser) -> str:
    """The overview once every register has answered or is past its time."""
    reader = hash_id(str(browser.cookies.get(SESSION)))
    show(browser)
    while get_portal().cases.desk.is_outstanding(reader):
        show(browser, again="yes")
    return show(browser)


def test_who_signed_in_sees_live_cases_with_source_and_time(gerard: CitizensBrowser) -> None:
    page = wait_for_all(gerard)
    assert TOWN in page
    assert ALLOWANCES in page
    assert "Huurtoeslag" in page
    assert "Gelezen" in page
    assert "Dit is een voorbeeld." not in page


def test_a_register_that_is_down_is_named_with_whom_to_phone(gerard: CitizensBrowser) -> None:
    page = wait_for_all(gerard)
    named = page[page.index("UWV (voorbeeldregister)") : page.index(TOWN)]
    told = re.sub(r"<[^>]+>", "", named)
    assert "Nu niet te lezen. Bel UWV om te vragen hoe het staat." in told
    assert "Het nummer staat op de website, bij contact." in told
    assert "geen zaken" not in told


def test_a_case_that_waits_for_the_citizen_is_a_step(gerard: CitizensBrowser) -> None:
    page = wait_for_all(gerard)
    assert "De organisatie wacht op u. Zonder uw antwoord gaat het niet verder." in page


def test_a_case_can_be_opened(gerard: CitizensBrowser) -> None:
    page = wait_for_all(gerard)
    key = re.search(r'name="case" value="([0-9a-f]{16})"', page)
    assert key is not None
    opened = show(gerard, case=key[1])
    assert "Huurtoeslag" in opened


def test_nobody_opens_a_case_by_a_key_that_is_not_theirs(gerard: CitizensBrowser) -> None:
    key = re.search(r'name="case" value="([0-9a-f]{16})"', wait_for_all(gerard))
    assert key is not None
    maria = CitizensBrowser()
    maria.sign_in("maria")
    answer = maria.ask("POST", "/light/on", {"situation": Told().packed(), "case": key[1]})
    assert answer.status_code == httpx.codes.NOT_FOUND
    assert "Huurtoeslag" not in wait_for_all(maria)


def test_without_a_sign_in_there_are_only_samples_that_say_so() -> None:
    page = show(CitizensBrowser())
    assert TOWN not in page
    assert "Dit is een voorbeeld." in page


def test_below_the_level_for_reading_cases_nothing_is_read() -> None:
    browser = CitizensBrowser()
    browser.sign_in("gerard", level="low")
    assert TOWN not in show(browser)


def test_after_signing_out_nothing_that_was_read_is_left() -> None:
    browser = CitizensBrowser()
    browser.sign_in("gerard")
    wait_for_all(browser)
    session, desk = hash_id(str(browser.cookies.get(SESSION))), get_portal().cases.desk
    assert desk.holds(session)
    browser.ask("POST", "/sign-out", {"who": "citizen"})
    assert not desk.holds(session)
    assert TOWN not in show(browser)


def test_a_session_that_ended_elsewhere_lets_go_at_the_next_look() -> None:
    browser = CitizensBrowser()
    browser.sign_in("gerard")
    wait_for_all(browser)
    session, portal = hash_id(str(browser.cookies.get(SESSION))), get_portal()
    citizen = browser.find_citizen()
    assert citizen is not None
    portal.accounts.sessions._store.end(citizen.session)
    assert TOWN not in show(browser)
    assert not portal.cases.desk.holds(session)


def test_paper_of_who_signed_in_has_the_cases(gerard: CitizensBrowser) -> None:
    wait_for_all(gerard)
    printed = gerard.ask("POST", "/print", {"situation": Told().packed(), "language": "nl"})
    assert printed.status_code == httpx.codes.OK
    alone = CitizensBrowser().ask("POST", "/print", {"situation": Told().packed(), "language": "nl"})
    assert printed.content != alone.content


def find_document(browser: CitizensBrowser) -> str:
    """The address of the one document that the demo's registers have for Gerard."""
    cookies = {cookie.name: cookie.value or "" for cookie in browser.cookies.jar}
    for reading in case_reading.read_for(cookies):
        for case in reading.cases:
            details = case_reading.fetch_details(cookies, case)
            if details is not None and details.documents:
                return f"/cases/{reading.source}/{case.id}/{details.documents[0].id}"
    raise AssertionError("no case has a document")


def test_a_document_of_a_case_comes_to_its_own_citizen_only(gerard: CitizensBrowser) -> None:
    wait_for_all(gerard)
    address = find_document(gerard)
    answer = gerard.ask("GET", address)
    assert answer.status_code == httpx.codes.OK
    assert answer.headers["content-type"] == "application/pdf"
    maria = CitizensBrowser()
    maria.sign_in("maria")
    for stranger in (maria, CitizensBrowser()):
        refused = stranger.ask("GET", address)
        assert refused.status_code == httpx.codes.NOT_FOUND
        assert answer.content not in refused.content
