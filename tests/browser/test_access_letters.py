"""axe-core finds nothing where a letter is signed, on light pages about letters, and when a page breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AXE, lasting_faults
from tests.browser.serving import serve
from tests.browser.walking import press

LANGUAGES = ("nl", "en", "ar")
SIZES = ({"width": 1280, "height": 900}, {"width": 320, "height": 256})
"""Wide, and 1280 by 1024 at 400 %, which is also the narrowest phone."""


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    # The page's own policy lets no foreign script in; axe comes in through the browser instead.
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def _find_faults(page: Page, state: str) -> list[str]:
    faults = []
    for size in SIZES:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        faults += [f"{state} at {size['width']}: {one}" for one in lasting_faults(page)]
    page.set_viewport_size({"width": 1280, "height": 900})
    return faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_a_letter_is_filled_in(watched: Page, address: str, language: str) -> None:
    watched.goto(f"{address}/sign?lang={language}")
    watched.locator(".st-key-change-objection button").click()
    watched.locator("form.fill").wait_for()
    watched.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert _find_faults(watched, "a letter to sign") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_light_pages_about_letters(
    watched: Page, address: str, language: str
) -> None:
    page, faults = watched, []

    def go(action: Callable[[], object], state: str) -> None:
        with page.expect_navigation():
            action()
        faults.extend(_find_faults(page, state))

    page.goto(f"{address}/light?lang={language}")
    go(lambda: press(page, language, "Ik heb een brief"), "letters")
    go(lambda: page.locator("[name=sender]").first.click(), "one sender")
    go(lambda: press(page, language, "Een andere brief zoeken"), "letters again")
    page.locator("#seek").fill("verkeers boete")
    go(lambda: page.locator("#seek").press("Enter"), "letters found")
    go(lambda: page.locator("[name=letter][value=j01]").click(), "one letter")
    page.locator("[name=dated-day]").fill("40")
    go(lambda: press(page, language, "Zet in mijn stappen"), "a day refused")
    go(lambda: press(page, language, "Zet erin zonder datum"), "the letter among the steps")
    go(lambda: page.locator("[name=letters]").click(), "letters with steps")
    go(lambda: press(page, language, "Zelf een brief schrijven"), "letters to sign")
    go(lambda: page.locator("[name=sign]").first.click(), "a letter to sign")
    assert not faults, "\n".join(faults)


def test_axe_finds_nothing_on_the_page_that_says_something_broke(watched: Page) -> None:
    faults = []
    with serve(is_broken=True) as broken:
        for language in LANGUAGES:
            watched.goto(f"{broken}/?lang={language}")
            press(watched, language, "Ik ga verhuizen")
            press(watched, language, "Weet ik niet")
            press(watched, language, "Genoeg, laat mijn stappen zien")
            expect(watched.get_by_role("alert")).to_be_visible()
            faults += _find_faults(watched, language)
            watched.evaluate("sessionStorage.clear()")
    assert not faults, "\n".join(faults)
