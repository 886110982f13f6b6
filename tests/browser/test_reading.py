"""Reading aloud, larger, with more contrast, even simpler; Streamlit's own words; another theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from overview.wiring import get_portal
from tests.browser.serving import serve
from tests.browser.walking import have_moved, say

_VOICES = """
window.said = [];
const voices = [
  { lang: "nl-NL", localService: true, default: true }, { lang: "ar-SA", localService: true, default: false },
  { lang: "en-GB", localService: false, default: false },
];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices, speak: one => window.said.push(one), addEventListener: () => {},
  cancel: () => { window.said = []; },
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def test_where_the_device_has_no_voice_nothing_offers_to_read_aloud(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    have_moved(page, "nl", address)
    page.locator(".tools summary").click()
    expect(page.locator("[data-look=large]")).to_be_visible()
    assert not any(page.locator("[data-aloud]").evaluate_all("all => all.map(one => one.checkVisibility())"))


def test_a_voice_from_the_network_is_not_used(page: Page, address: str) -> None:
    page.add_init_script(_VOICES)
    page.goto(f"{address}/?lang=en")
    page.locator(".st-key-lost button").wait_for()
    page.locator(".tools summary").click()
    expect(page.locator("[data-aloud=page]")).to_be_hidden()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_step_is_read_in_its_language_at_the_chosen_speed_and_stops(
    page: Page, address: str, language: str
) -> None:
    page.add_init_script(_VOICES)
    have_moved(page, language, address)
    page.locator(".tools summary").click()
    page.locator("[data-aloud=slow]").click()
    page.locator("[data-aloud=step-report_move]").click()
    said = page.evaluate("said.map(one => [one.text, one.lang, one.rate])")
    title = next(step for step in page.locator("#title-report_move").all_text_contents())
    assert said[0][0].startswith(title.strip().split(":")[0])
    assert {rate for _, _, rate in said} == {0.75}
    spoken = {lang for _, lang, _ in said}
    assert ("ar-SA" in spoken) == (language == "ar")
    # What is folded away is not read; Dutch names inside another language have a Dutch voice.
    assert not any(say(language, "Waarom u dit ziet") in text for text, _, _ in said)
    assert "nl-NL" in spoken
    page.locator("[data-aloud=stop]").click()
    assert page.evaluate("said.length") == 0


def test_the_looks_stay_in_the_tab_and_leave_what_matters(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    page.locator(".tools summary").click()
    before = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    for look in ("large", "contrast", "simple"):
        page.locator(f"[data-look={look}]").click()
    page.reload()
    page.locator(".step").first.wait_for()
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > before * 1.2
    card = page.locator(".step").first
    for kept in (".title", ".chip", ".due", ".pic.kind"):
        expect(card.locator(kept).first).to_be_visible()
    for left_out in (".reason", "details"):
        expect(card.locator(left_out).first).to_be_hidden()
    expect(page.locator("[data-look=simple]")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("localStorage.length") == 0 or "look" not in str(
        page.evaluate("Object.keys(localStorage)")
    )


def test_streamlits_own_words_follow_the_language(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=nl")
    page.locator(".st-key-lost button").wait_for()
    skip = page.locator("[data-testid=stSkipToContent]")
    expect(skip).to_have_text(say("nl", "Naar de inhoud"))
    page.locator(".st-key-language-ar button").click()
    expect(skip).to_have_text(say("ar", "Naar de inhoud"))
    page.locator(".st-key-language-nl button").click()
    expect(skip).to_have_text(say("nl", "Naar de inhoud"))


def test_another_municipality_changes_colours_name_logo_and_letters_without_code(browser: Browser) -> None:
    with serve(theme="tests/browser/theme") as address:
        page = browser.new_page()
        page.goto(f"{address}/?lang=nl")
        page.locator(".st-key-lost button").wait_for()
        expect(page.get_by_text("Gemeente Voorbeelddam")).to_be_visible()
        expect(page.locator(".brand-of img")).to_have_js_property("complete", True)
        assert page.locator(".brand-of img").evaluate("one => one.naturalWidth") > 0
        button = page.locator(".st-key-language-nl button")
        assert button.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(81, 21, 239)"
        assert page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily").startswith("Georgia")
        page.goto(f"{address}/light")
        expect(page.get_by_text("Gemeente Voorbeelddam")).to_be_visible()
        assert (
            page.locator(".help").evaluate("one => getComputedStyle(one).backgroundColor")
            == "rgb(81, 21, 239)"
        )
        page.close()


def test_help_on_the_phone_has_the_sentence_beside_it_and_the_other_steps_there(
    page: Page, address: str
) -> None:
    have_moved(page, "ar", address)
    call = page.locator(".step .call").first
    expect(call.locator("a[href^='tel:']")).to_be_visible()
    step = get_portal().catalogue.life_events["moving_house"]
    assert step
    expect(call.locator(".saying .dutch")).to_be_visible()
    expect(call.locator(".also")).to_be_visible()
