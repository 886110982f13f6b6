"""Somebody opens their own overview on the worker's screen: it closes when either of the two leaves."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser import signing_in
from tests.browser.axe import AXE, lasting_faults, wait_until_still
from tests.browser.counter_walking import CODE, agree, arrive, begin_existing, end, go, print_paper, sign_in
from tests.browser.walking import say

MUNICIPALITY = "Gemeente (voorbeeldregister)"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def kept_at_home(browser: Browser, address: str) -> Iterator[str]:
    """Gerard keeps an overview at home; his browser stays open."""
    context = browser.new_context(locale="nl-NL")
    context.set_default_timeout(20_000)
    signing_in.begin_keeping(context.new_page(), "nl", address, "gerard")
    yield "gerard"
    context.close()


def open_own(page: Page, address: str, person: str, language: str = "ar") -> None:
    """Worker and citizen both sign in on this screen, and the citizen opens their own overview."""
    sign_in(page, address)
    arrive(page)
    begin_existing(page, language)
    page.locator("main a.button.second").click()
    page.locator("a[href*='/sign-in/demo?']").click()
    page.locator(f"button[name=person][value={person}]").click()
    page.wait_for_url("**/worker**")
    # The page came anew: the code of the screen brings the conversation back.
    code = page.locator(".st-key-resume-code input")
    expect(code).to_be_visible()
    code.fill(CODE)
    page.locator(".stFormSubmitButton button").click()
    own = page.locator(".st-key-open-own button")
    expect(own).to_be_visible()
    wait_until_still(page)
    own.click()


def sign_out(page: Page, address: str, who: str) -> None:
    """As the button in another tab of this browser does."""
    headers = {"Origin": address, "Sec-Fetch-Site": "same-origin"}
    assert page.request.post(f"{address}/sign-out", form={"who": who}, headers=headers).status == 200


def expect_joint(page: Page) -> None:
    expect(page.locator("#step-report_move")).to_be_visible()
    wait_until_still(page)


def test_a_citizens_own_sign_in_opens_their_overview_with_cases_on_screen_and_paper(
    page: Page, address: str, kept_at_home: str
) -> None:
    page.add_init_script(AXE)
    open_own(page, address, kept_at_home)
    expect_joint(page)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_text(MUNICIPALITY).first).to_be_visible()
    assert not lasting_faults(page)
    agree(page, "report_move", "Wij belden samen.")
    go(page, "ending")
    full = " ".join(one.extract_text() for one in PdfReader(BytesIO(print_paper(page, "full"))).pages)
    assert MUNICIPALITY in " ".join(full.split())
    assert say("nl", "Uw zaken staan hier niet. Die ziet u thuis, als u zelf inlogt.") not in " ".join(
        full.split()
    )
    end(page)
    # What the citizen opened is closed, and the citizen is signed out of this browser.
    page.goto(f"{address}/overview?lang=nl")
    wait_until_still(page)
    assert MUNICIPALITY not in page.content()
    assert "Gerard" not in page.content()
    # At home the change is there, and who made it.
    page.goto(f"{address}/worker")
    expect(page.locator("main")).not_to_contain_text("Gerard")


def sign_out_elsewhere(context: BrowserContext, address: str, who: str) -> Page:
    """In another tab of the same browser, which is returned."""
    other = context.new_page()
    other.goto(f"{address}/healthz")
    left = other.request.post(
        f"{address}/sign-out",
        form={"who": who},
        headers={"Origin": address, "Sec-Fetch-Site": "same-origin"},
    )
    assert left.status == 200
    return other


def test_when_the_citizen_signs_out_the_joint_view_closes_and_the_worker_cannot_open_it(
    context: BrowserContext, page: Page, address: str, kept_at_home: str
) -> None:
    open_own(page, address, kept_at_home, "en")
    expect_joint(page)
    sign_out_elsewhere(context, address, "citizen")
    page.locator(".ways a[data-of=goals]").click()
    expect(page.locator("#step-report_move")).to_have_count(0)
    wait_until_still(page)
    assert "report_move" not in page.content()
    # The worker is still at work, and has nobody to open.
    page.goto(f"{address}/worker")
    expect(page.locator("main")).to_contain_text("Welkom aan het loket")
    expect(page.locator(".st-key-opening-person")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("Gerard")


def test_when_the_worker_signs_out_the_joint_view_closes_and_the_citizen_is_signed_out_too(
    context: BrowserContext, page: Page, address: str, kept_at_home: str
) -> None:
    open_own(page, address, kept_at_home, "en")
    expect_joint(page)
    other = sign_out_elsewhere(context, address, "work")
    other.goto(f"{address}/overview?lang=nl")
    wait_until_still(other)
    assert "report_move" not in other.content()
    assert "Gerard" not in other.content()
    page.locator(".ways a[data-of=goals]").click()
    expect(page.locator("#step-report_move")).to_have_count(0)
    assert "report_move" not in page.content()


def test_a_covered_screen_stays_covered_at_every_address_of_the_citizen(
    page: Page, address: str, kept_at_home: str
) -> None:
    open_own(page, address, kept_at_home, "en")
    expect_joint(page)
    page.locator("#cover-screen").click()
    expect(page.locator(".st-key-uncover-code input")).to_be_visible()
    for place in ("overview", "my_data", "case", ""):
        page.goto(f"{address}/{place}")
        expect(page.locator(".st-key-resume-code input")).to_be_visible()
        wait_until_still(page)
        assert "report_move" not in page.content()
        assert "Gerard" not in page.content()
    for place in ("light", "my/overview.pdf", "my/everything.json", "my/light"):
        answer = page.request.get(f"{address}/{place}", max_redirects=0)
        assert (answer.status, answer.headers["location"]) == (303, "/worker"), place
    headers = {"Origin": address, "Sec-Fetch-Site": "same-origin"}
    printed = page.request.post(f"{address}/print", form={"language": "nl"}, headers=headers, max_redirects=0)
    assert printed.status == 303
    page.locator(".st-key-resume-code input").fill(CODE)
    page.locator(".stFormSubmitButton button").click()
    go(page, "overview")
    expect_joint(page)
    # Whoever has no code can only make all of it go away, with the sign-in.
    page.goto(f"{address}/overview")
    page.locator(".st-key-forget-talk button").click()
    expect(page.locator(".st-key-resume-code")).to_have_count(0)
    wait_until_still(page)
    assert "report_move" not in page.content()
    page.goto(f"{address}/my_data?lang=nl")
    wait_until_still(page)
    assert "Gerard" not in page.content()


def test_who_kept_nothing_yet_is_told_so(page: Page, address: str) -> None:
    open_own(page, address, "annie", "nl")
    expect(page.get_by_role("alert")).to_contain_text("U heeft nog geen bewaard overzicht.")
    page.locator(".st-key-keep-nothing button").click()
    expect(page.locator(".st-key-agree-to-talk button")).to_be_visible()
