"""A letter in a real browser: from the words on it to a step, and a letter to sign on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from overview.wiring import get_portal
from tests.browser.axe import AXE, lasting_faults
from tests.browser.walking import press, say

LANGUAGES = ("nl", "en", "ar")


def _hold_the_fine(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/?lang={language}")
    press(page, language, "Ik heb een brief")
    box = page.locator(".st-key-letter-words input")
    box.fill("verkeers boete")
    box.press("Enter")
    page.locator(".st-key-change-found-j01 button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beschikking verkeersboete")
    for part, typed in (("day", "10"), ("month", "11"), ("year", "2026")):
        page.locator(f".st-key-letter-dated-{part} input").fill(typed)
    press(page, language, "Zet in mijn stappen")
    expect(page.locator("#step-letter_j01")).to_be_visible()
    expect(page.locator("form.paper")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_becomes_a_step_and_stays_after_a_reload(page: Page, address: str, language: str) -> None:
    strangers: list[str] = []
    page.on("request", lambda sent: strangers.append(sent.url) if "://localhost" not in sent.url else None)
    _hold_the_fine(page, address, language)
    assert "?" not in page.url.removeprefix(address)
    page.reload()
    expect(page.locator("#step-letter_j01")).to_be_visible()
    assert [url for url in strangers if not url.startswith(("data:", "blob:"))] == []


def test_a_letter_to_sign_is_filled_in_and_comes_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/sign?lang=nl")
    page.locator(".st-key-change-objection button").click()
    page.get_by_label("Uw redenen").fill("Het bedrag klopt niet.")
    form = page.locator("form.fill")
    fields = form.evaluate("form => Object.fromEntries(new FormData(form))")
    assert fields["field-reasons"] == "Het bedrag klopt niet."
    answer = page.request.post(f"{address}/print/letter", form=fields, headers={"origin": address})
    assert answer.body().startswith(b"%PDF")
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])")
    assert "bedrag" not in kept
    with page.context.expect_page() as opened:
        form.get_by_role("button").click()
    assert "bedrag" not in opened.value.url


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_about_letters_sticks_out(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name, ready in (
        ("letters", ".st-key-change-senders"),
        ("sign", ".st-key-change-templates"),
        ("help_around", ".helper"),
        ("glossary", ".glossary"),
    ):
        page.goto(f"{address}/{name}?lang={language}")
        expect(page.locator(ready).first).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_light_page_holds_a_letter_without_scripts(page: Page, address: str, language: str) -> None:
    assert page.context.browser is not None
    plain = page.context.browser.new_context(java_script_enabled=False)
    light = plain.new_page()
    light.goto(f"{address}/light?lang={language}")
    press(light, language, "Ik heb een brief")
    light.locator("#seek").fill("verkeers boete")
    light.locator("#seek").press("Enter")
    light.locator("button[name=letter][value=j01]").click()
    title = get_portal().catalogue.letters["j01"].title
    for name, typed in (("day", "10"), ("month", "11"), ("year", "2026")):
        light.locator(f"[name=dated-{name}]").fill(typed)
    press(light, language, "Zet in mijn stappen")
    expect(light.locator("#step-letter_j01")).to_contain_text(say(language, title))
    plain.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_pages_about_letters(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    # The page's own policy lets no foreign script in; axe comes in through the browser instead.
    context.add_init_script(AXE)
    page = context.new_page()
    for name, ready in (
        ("letters", ".st-key-change-senders button"),
        ("sign", ".st-key-change-templates button"),
        ("help_around", ".helper"),
        ("glossary", ".glossary"),
    ):
        page.goto(f"{address}/{name}?lang={language}")
        expect(page.locator(ready).first).to_be_visible()
        expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
        assert lasting_faults(page) == [], name
    page.goto(f"{address}/letters?lang={language}")
    page.locator(".st-key-letter-words input").fill("opschorting bijstand")
    page.locator(".st-key-letter-words input").press("Enter")
    page.locator(".st-key-change-found-g07 button").click()
    page.locator(".st-key-letter-dated-day input").fill("40")
    press(page, language, "Zet in mijn stappen")
    expect(page.locator(".mistake")).to_be_visible()
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    assert lasting_faults(page) == [], "a letter whose day cannot be"
    context.close()
