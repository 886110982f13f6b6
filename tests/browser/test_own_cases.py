"""Signed in at the demo: live cases, the register that is down named, a case opened, the page for debts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AXE, lasting_faults, wait_until_still
from tests.browser.walking import have_moved, say
from tests.web.test_brought_debts import DOCUMENT

NOT_READ = (
    "Dit kunnen wij niet lezen. Kies het bestand van uw overzicht van vorderingen (JSON). "
    "Lukt het niet? Bel ons gerust."
)
TOO_LARGE = "Dit bestand is te groot. Zo groot is een overzicht van vorderingen niet. Kies een ander bestand."


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def sign_in(page: Page, address: str, language: str, person: str = "gerard") -> None:
    """By the demo provider, and then to the overview of somebody who moved."""
    page.goto(f"{address}/sign-in/demo?to=/danger&level=substantial&lang={language}")
    page.locator(f"button[value='{person}']").click()
    expect(page.locator(".who-line")).to_be_visible()
    wait_until_still(page)
    have_moved(page, language, address)


def expect_all_read(page: Page, language: str) -> None:
    """Every register has answered, or is past its time and named."""
    waiting = say(language, "Wij lezen dit nu. Het komt er zo bij.")
    expect(page.locator(".cases-part .source")).to_have_count(3)
    expect(page.locator(".cases-part")).not_to_contain_text(waiting)
    expect(page.locator("[data-wish=read_anew]")).to_be_visible()
    wait_until_still(page)


def bring_files(page: Page, language: str) -> list[str]:
    """Files of this device: one of another kind, one too large, the document; none is uploaded."""
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.method) if one.method != "GET" else None)
    choice = page.locator("input[data-wish-file]")
    said = page.get_by_role("alert")
    for content, text in ((b"%PDF-1.7", NOT_READ), (b"x" * 1_000_001, TOO_LARGE)):
        choice.set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": content})
        expect(said).to_have_text(say(language, text))
        wait_until_still(page)
    faults = find_faults(page, f"{language} debts refused")
    choice.set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": DOCUMENT.encode()})
    expect(page.locator(".debts-part")).to_contain_text("389,00")
    expect(said).to_have_count(0)
    assert sent == []
    return faults + find_faults(page, f"{language} debts read")


def find_faults(page: Page, state: str) -> list[str]:
    return [f"{state}: {fault}" for fault in lasting_faults(page)]


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_who_signed_in_sees_live_cases_and_opens_one(watched: Page, address: str, language: str) -> None:
    page = watched
    sign_in(page, address, language)
    expect_all_read(page, language)
    cases = page.locator(".cases-part")
    for source in ("Dienst Toeslagen (voorbeeldregister)", "Gemeente (voorbeeldregister)"):
        read = cases.locator(".source", has_text=source)
        expect(read.locator(".case").first).to_be_visible()
        expect(read.locator("p.quiet").first).to_be_visible()
    down = cases.locator(".source", has_text="UWV (voorbeeldregister)")
    expect(down.locator(".label")).to_contain_text("UWV")
    # Of UWV no number is known: then it says where the number is found.
    expect(down).to_contain_text(say(language, "Het nummer staat op de website, bij contact."))
    faults = find_faults(page, f"{language} overview")
    page.locator(".case-ways [data-wish=case]").first.click()
    page.wait_for_url("**/case")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    faults += find_faults(page, f"{language} case")
    page.goto(f"{address}/debts?lang={language}")
    expect(page.locator("textarea")).to_be_visible()
    wait_until_still(page)
    faults += find_faults(page, f"{language} debts")
    faults += bring_files(page, language)
    assert faults == []


def test_after_signing_out_the_cases_are_gone(watched: Page, address: str) -> None:
    page = watched
    sign_in(page, address, "nl")
    expect_all_read(page, "nl")
    page.locator(".who-line button").first.click()
    page.wait_for_url("**/sign*")
    have_moved(page, "nl", address)
    expect(page.locator(".cases-part")).not_to_contain_text("Gemeente (voorbeeldregister)")
