"""Keeping on the light page in a browser: without scripts all of it works; with them axe finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AXE, lasting_faults
from tests.browser.walking import say

SIZES = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PERSON = {"nl": "maria", "en": "gerard", "ar": "gerard"}


@contextmanager
def open_light(browser: Browser, *, has_scripts: bool) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES[0], java_script_enabled=has_scripts)
    context.set_default_timeout(30_000)
    if has_scripts:
        context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def tell_light(page: Page, address: str, language: str) -> None:
    """Somebody moved, and told no more than that."""
    page.goto(f"{address}/light?lang={language}")
    page.locator("button[name=event][value=moving_house]").click()
    page.get_by_role("button", name=say(language, "Weet ik niet")).click()
    page.get_by_role("button", name=say(language, "Genoeg, laat mijn stappen zien")).click()
    expect(page.locator(".card").first).to_be_visible()


def sign_in_light(page: Page, address: str, language: str) -> None:
    """By the button on the page, and back."""
    page.locator("button[name=sign_in]").click()
    page.locator("a[href*='/sign-in/demo?']").click()
    page.locator(f"button[name=person][value={PERSON[language]}]").click()
    page.wait_for_url(f"{address}/light/back**")


def keep_light(page: Page, language: str) -> None:
    """A tick of one's own, and the overview is kept."""
    page.locator("button[name=keep]").click()
    page.locator("input[name=sure]").check()
    page.locator("button[name=keep_yes]").click()
    expect_kept(page, language)


def expect_kept(page: Page, language: str) -> None:
    said = say(language, "Bewaard om {time} uur.").split("{time}")[0].strip()
    expect(page.locator("main [role=status]").first).to_contain_text(said)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_without_a_script_a_citizen_takes_along_keeps_changes_and_finds_it_again(
    browser: Browser, address: str, language: str
) -> None:
    with open_light(browser, has_scripts=False) as page:
        tell_light(page, address, language)
        sign_in_light(page, address, language)
        expect(page.locator(".card").first).to_be_visible()
        keep_light(page, language)
        first = page.locator("button[name=decide][value^='done:']").first
        step = str(first.get_attribute("value"))
        first.click()
        expect_kept(page, language)
        page.goto(f"{address}/light/back?lang={language}")
        expect(page.locator(f"button[value='{step}']")).to_have_count(0)
        expect(page.locator(".card").first).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_axe_finds_nothing_where_one_says_yes_or_chooses(
    browser: Browser, address: str, language: str
) -> None:
    faults = []

    def look(state: str) -> None:
        for size in SIZES:
            page.set_viewport_size(size)
            faults.extend(f"{state} at {size['width']}: {one}" for one in lasting_faults(page))
            is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            faults.extend([f"{state}: wider than the screen"] * bool(page.evaluate(is_wide)))
        page.set_viewport_size(SIZES[0])

    with open_light(browser, has_scripts=True) as page:
        tell_light(page, address, language)
        sign_in_light(page, address, language)
        look("signed in, not kept")
        page.locator("button[name=keep]").click()
        look("asked to keep")
        page.locator("button[name=keep_yes]").click()
        expect(page.locator("[role=alert]")).to_be_visible()
        look("no tick yet")
        page.locator("input[name=sure]").check()
        page.locator("button[name=keep_yes]").click()
        look("kept")
        old = page.content()
        first = page.locator("button[name=decide][value^='done:']").first
        step = str(first.get_attribute("value")).removeprefix("done:")
        first.click()
        expect_kept(page, language)
        # An older page of the same tab, on which the same step is put off: both say something of it.
        page.go_back()
        assert step in old
        page.evaluate(
            """step => {
              const form = document.getElementById("carry");
              const button = document.createElement("button");
              button.name = "decide"; button.value = `later:${step}`;
              form.append(button); button.click();
            }""",
            step,
        )
        expect(page.locator("fieldset.choose-one")).to_have_count(1)
        look("choose")
        page.locator("input[type=radio][value=theirs]").check()
        page.locator("button[name=settle_clash]").click()
        expect_kept(page, language)
    assert faults == []
