"""A citizen who signs in at the demo: cases, keeping, a note, a code, all that is kept."""

from __future__ import annotations

from tests.browser.axe import wait_until_still
from tests.browser.signing_in import sign_in
from tests.browser.walking import expect_overview, have_moved, press
from tests.screenshots.album import Album


def shoot_signed_in(album: Album) -> None:
    """From signing in to a kept overview with a note, a case opened, a code and my data."""
    page, language, address = album.page, album.language, album.address
    page.goto(f"{address}/sign-in?to=/overview&lang={language}")
    album.shoot("sign-in")
    have_moved(page, language, address)
    sign_in(page, language, address, "gerard")
    page.locator("[data-wish=read_anew]").wait_for()
    wait_until_still(page)
    album.shoot("overview-signed-in")
    page.locator(".case-ways [data-wish=case]").first.click()
    page.wait_for_url("**/case")
    wait_until_still(page)
    album.shoot("case")
    page.goto(f"{address}/debts?lang={language}")
    page.locator("textarea").wait_for()
    album.shoot("debts")
    page.goto(f"{address}/keep?lang={language}")
    page.locator(".st-key-keep-sure").wait_for()
    press(page, language, "Bewaar")
    page.locator(".error[role=alert]").wait_for()
    album.shoot("keep-mistake")
    page.locator(".st-key-keep-sure label").click()
    press(page, language, "Bewaar")
    expect_overview(page, language)
    page.locator(".card .choose summary").first.click()
    page.locator("[data-wish=note]").first.click()
    page.locator("textarea").wait_for()
    album.shoot("note")
    page.locator("textarea").fill("Ali belt dinsdag terug")
    wait_until_still(page)
    press(page, language, "Klaar")
    page.locator(".own-words").first.wait_for()
    wait_until_still(page)
    album.shoot("overview-kept")
    page.goto(f"{address}/my_data?lang={language}")
    page.locator(".facts").wait_for()
    album.shoot("my-data")
    page.goto(f"{address}/code?lang={language}")
    page.locator(".st-key-code-given input, .stTextInput input").first.wait_for()
    album.shoot("code-asked")


def shoot_with_a_code(album: Album) -> None:
    """Who signs in nowhere and keeps the overview with a code."""
    page, language, address = album.page, album.language, album.address
    have_moved(page, language, address)
    page.goto(f"{address}/code?lang={language}")
    page.locator(".st-key-code-make").wait_for()
    album.shoot("code")
    page.locator(".st-key-code-word input").fill("appelboom")
    page.locator(".st-key-code-word input").press("Tab")
    wait_until_still(page)
    page.locator(".st-key-code-sure label").click()
    press(page, language, "Maak een code")
    page.locator(".code bdi").wait_for()
    album.shoot("code-made")
