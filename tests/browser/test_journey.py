"""The whole journey in a real browser, in three languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from overview.wiring import get_portal
from tests.browser.serving import serve
from tests.browser.walking import expect_overview, have_moved, list_step_ids, press, say, tell_the_move

LANGUAGES = ("nl", "en", "ar")
FIRST_PAGE_BYTES = 1_200_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_what_happened_to_an_overview_that_survives_a_reload(
    page: Page, address: str, language: str
) -> None:
    strangers: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda sent: strangers.append(sent.url) if not _is_own(sent.url, address) else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if "Content Security" in said.text else None)

    tell_the_move(page, language, address)
    before = list_step_ids(page)
    assert "report_move" in before
    expect(page).to_have_title(re.compile(re.escape(say(language, "Mijn overzicht"))))
    assert "?" not in page.url.removeprefix(address)

    page.locator("[data-of='done:report_move']").click()
    expect(page.locator(".undo")).to_be_visible()
    page.reload()
    expect_overview(page, language)
    expect(page.locator(".row#step-report_move")).to_be_visible()

    assert strangers == []
    assert troubles == []


def _is_own(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws"), "data:", f"blob:{address}"))


def test_a_language_switch_keeps_the_answers_and_turns_the_page(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    before = list_step_ids(page)
    page.locator("#language-menu").click()
    page.get_by_role("button", name="العربية").click()
    expect_overview(page, "ar")
    assert list_step_ids(page) == before
    page.reload()
    expect_overview(page, "ar")
    assert list_step_ids(page) == before


def test_answers_stay_in_the_tab_until_the_screen_is_cleared(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    assert page.evaluate("sessionStorage.getItem('mijn-overzicht')")
    assert page.evaluate("localStorage.getItem('mijn-overzicht')") is None
    press(page, "nl", "Wis dit scherm")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat is er gebeurd?")
    expect(page.get_by_role("button", name="Ga verder met mijn stappen")).to_have_count(0)
    page.wait_for_function("sessionStorage.getItem('mijn-overzicht') === null")
    page.goto(f"{address}/overview")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat is er gebeurd?")


def test_a_new_session_after_a_long_time_offline_gets_the_answers_back(page: Page, address: str) -> None:
    tell_the_move(page, "nl", address)
    before = list_step_ids(page)
    # A session that the server has forgotten is, for the tab, a page opened anew at its own address.
    page.goto("about:blank")
    page.goto(f"{address}/overview")
    expect_overview(page, "nl")
    assert list_step_ids(page) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_goes_on_paper_in_the_language_on_the_screen(
    page: Page, address: str, language: str
) -> None:
    have_moved(page, language, address)
    form = page.locator("form.paper")
    expect(form.locator("[name=language]")).to_have_value(language)
    fields = form.evaluate("form => Object.fromEntries(new FormData(form))")
    answer = page.request.post(f"{address}/print", form=fields, headers={"origin": address})
    assert answer.body().startswith(b"%PDF")
    assert "mijn-overzicht.pdf" in answer.headers["content-disposition"]
    with page.context.expect_page() as opened:
        form.get_by_role("button").click()
    assert opened.value.url in (f"{address}/print", "about:blank", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_light_page_goes_the_same_way_without_scripts(page: Page, address: str, language: str) -> None:
    assert page.context.browser is not None
    plain = page.context.browser.new_context(java_script_enabled=False)
    light = plain.new_page()
    light.goto(f"{address}/?lang={language}")
    light.get_by_role("link").first.click()
    event = get_portal().catalogue.life_events["moving_house"]
    press(light, language, event.title)
    for name, typed in (("day", "20"), ("month", "11"), ("year", "2026")):
        light.locator(f"[name={name}]").fill(typed)
    press(light, language, "Verder")
    for question in event.questions:
        expect(light.get_by_role("heading", level=1)).to_have_text(say(language, question.text))
        press(light, language, "Weet ik niet" if question.kind == "date" else question.choices[0].text)
    expect(light.get_by_role("heading", level=1)).to_have_text(say(language, "Dit doet u eerst"))
    on_light = list_step_ids_without_scripts(light)
    while light.locator("[name=more]").count():
        light.locator("[name=more]").click()
        on_light += list_step_ids_without_scripts(light)
    plain.close()
    tell_the_move(page, language, address)
    assert list_step_ids(page) == on_light


def list_step_ids_without_scripts(light: Page) -> list[str]:
    return [
        found.removeprefix("step-") for found in re.findall(r'<article[^>]* id="([^"]+)"', light.content())
    ]


def test_the_first_page_weighs_less_than_a_photo(page: Page, address: str) -> None:
    weights: list[float] = []
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(address)
    expect(page.get_by_role("button", name="Ik ga verhuizen")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert sum(weights) < FIRST_PAGE_BYTES


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_nothing_sticks_out_on_a_narrow_screen(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    have_moved(page, language, address)
    assert _measure(page) <= width
    page.goto(f"{address}/questions")
    page.locator("[class*=st-key-change-] button").first.click()
    expect(page.locator(".st-key-day-boxes input")).to_have_count(3)
    assert _measure(page) <= width


def _measure(page: Page) -> int:
    """How far right or left the widest thing on the screen reaches, in pixels."""
    reach = page.evaluate(
        """() => { const main = document.querySelector('[data-testid=stMain]');
        const parts = [...main.querySelectorAll('input, button, article, a')];
        const boxes = parts.map(one => one.getBoundingClientRect());
        const shown = boxes.filter(box => box.width > 1 && box.height > 1);
        const out = Math.max(0, ...shown.map(box => -box.left));
        return Math.ceil(Math.max(main.scrollWidth, innerWidth + out, ...shown.map(box => box.right))); }"""
    )
    return int(reach)


def test_a_failing_page_is_calm_names_the_phone_and_keeps_the_answers(page: Page) -> None:
    with serve(is_broken=True) as broken:
        page.goto(f"{broken}/?lang=nl")
        press(page, "nl", "Ik ga verhuizen")
        press(page, "nl", "Weet ik niet")
        press(page, "nl", "Genoeg, laat mijn stappen zien")
        expect(page.get_by_role("alert").get_by_role("heading")).to_have_text("Er ging bij ons iets mis")
        expect(page.get_by_role("alert").get_by_role("link")).to_have_attribute("href", "tel:14030")
        assert "geheim" not in page.content()
        assert "Traceback" not in page.content()
        assert "moving_house" in page.evaluate("sessionStorage.getItem('mijn-overzicht')")
