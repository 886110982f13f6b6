"""Signing in with the demo provider, the way a citizen does."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from overview.domain.sign_in import Audience
from overview.web.demo_provider.people import load_people
from tests.browser.axe import wait_until_still
from tests.browser.walking import expect_overview, have_moved, press, say


def sign_in(
    page: Page, language: str, address: str, person: str, to: str = "/overview", level: str = "substantial"
) -> None:
    """From the choice of a provider to the page asked for."""
    page.goto(f"{address}/sign-in?to={to}&level={level}&lang={language}")
    page.locator("a[href*='/sign-in/demo?']").click()
    page.locator(f"button[name=person][value={person}]").click()
    page.wait_for_url(f"{address}{to}**")
    expect_signed_in(page, person)


def expect_signed_in(page: Page, person: str) -> None:
    """The masthead says who it is."""
    called = load_people()[Audience.CITIZENS][person].called
    expect(page.locator(".who-line strong").first).to_have_text(called)
    wait_until_still(page)


def begin_keeping(page: Page, language: str, address: str, person: str) -> None:
    """An overview told before signing in, and a yes of one's own."""
    have_moved(page, language, address)
    sign_in(page, language, address, person)
    expect_overview(page, language)
    page.locator("a[href*='keep']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say(language, "Wilt u uw overzicht bewaren?"))
    wait_until_still(page)
    # What is clicked in Streamlit is the label around the box.
    page.locator(".st-key-keep-sure label").click()
    press(page, language, "Bewaar")
    expect_overview(page, language)
    expect_saved(page)


def expect_saved(page: Page) -> None:
    """Saved at a time; the state of saving says so and nothing else."""
    expect(page.locator(".keeping p.quiet")).to_be_visible()
    wait_until_still(page)
