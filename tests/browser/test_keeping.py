"""Keeping an overview in a real browser: yes, a note, all that is kept, a code, two tabs, a database away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.axe import AXE, lasting_faults, wait_until_still
from tests.browser.serving import serve
from tests.browser.signing_in import begin_keeping, expect_saved, sign_in
from tests.browser.walking import expect_overview, have_moved, press, say
from tests.keeping import databases
from tests.keeping.line import line_to

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PERSON = {"nl": "gerard", "ar": "maria"}
NOTE = {"nl": "Vraag naar mevrouw De Wit", "ar": "اسأل عن السيدة دي فيت"}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    made.set_default_timeout(30_000)
    made.add_init_script(AXE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _find_faults(page: Page, state: str) -> list[str]:
    faults = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        faults += [f"{state} at {size['width']}: {one}" for one in lasting_faults(page)]
        is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        faults += [f"{state} at {size['width']}: wider than the screen"] * bool(page.evaluate(is_wide))
    page.set_viewport_size(WIDE)
    return faults


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_citizen_keeps_notes_takes_along_and_deletes(
    context: BrowserContext, page: Page, address: str, language: str
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    faults: list[str] = []
    have_moved(page, language, address)
    sign_in(page, language, address, PERSON[language])
    page.locator("a[href*='keep']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say(language, "Wilt u uw overzicht bewaren?"))
    wait_until_still(page)
    expect(page.locator(".st-key-keep-sure input")).not_to_be_checked()
    press(page, language, "Bewaar")
    expect(page.locator(".error[role=alert]")).to_be_visible()
    faults += _find_faults(page, "keep")
    page.locator(".st-key-keep-sure label").click()
    press(page, language, "Bewaar")
    expect_overview(page, language)
    expect_saved(page)
    faults += _find_faults(page, "overview, kept")

    page.locator(".card .choose summary").first.click()
    page.locator("[data-wish=note]").first.click()
    page.locator("textarea").fill(NOTE[language])
    wait_until_still(page)
    faults += _find_faults(page, "note")
    press(page, language, "Klaar")
    expect(page.locator(".own-words")).to_have_text(NOTE[language])
    expect_saved(page)

    page.goto(f"{address}/my_data?lang={language}")
    expect(page.locator(".facts")).to_contain_text(NOTE[language])
    faults += _find_faults(page, "my data")
    for name in ("everything.pdf", "overview.pdf"):
        link = page.locator(f"a[href*='{name}']").get_attribute("href")
        answer = context.request.get(f"{address}{link}")
        assert answer.headers["cache-control"].startswith("no-store")
        assert len(PdfReader(BytesIO(answer.body())).pages) > 0
    link = page.locator("a[href*='everything.json']").get_attribute("href")
    told = json.loads(context.request.get(f"{address}{link}").body())
    assert NOTE[language] in told["overview"]["notes"].values()

    for consent in ("help_at_counter", "keep_cases-uwv"):
        box = page.locator(f".st-key-consent-{consent}")
        expect(box.locator("input")).not_to_be_checked()
        box.locator("label").click()
        expect(box.locator("input")).to_be_checked()
        wait_until_still(page)
        faults += _find_faults(page, f"my data, yes to {consent}")
        box.locator("label").click()
        expect(box.locator("input")).not_to_be_checked()
        wait_until_still(page)

    press(page, language, "Wis alles")
    expect(page.locator(".error[role=alert]")).to_be_visible()
    page.locator(".st-key-forget-sure label").click()
    wait_until_still(page)
    press(page, language, "Wis alles")
    expect(page.locator(".st-key-event-moving_house")).to_be_visible()
    page.goto(f"{address}/my_data?lang={language}")
    expect(page.locator(".lead")).to_have_text(say(language, "Wij bewaren niets van u."))
    faults += _find_faults(page, "nothing kept")
    assert faults == []
    assert [
        url for url in asked if urlsplit(url).path.startswith("/media/") or re.search(r"99999\d{4}", url)
    ] == []


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_code_on_paper_brings_the_overview_to_who_signs_in_later(
    context: BrowserContext, page: Page, address: str, language: str, browser: Browser
) -> None:
    have_moved(page, language, address)
    page.goto(f"{address}/code?lang={language}")
    expect(page.locator(".st-key-code-make")).to_be_visible()
    page.locator(".st-key-code-word input").fill("appelboom")
    page.locator(".st-key-code-word input").press("Tab")
    wait_until_still(page)
    page.locator(".st-key-code-sure label").click()
    press(page, language, "Maak een code")
    expect(page.locator(".code bdi")).to_be_visible()
    code = page.locator(".code bdi").inner_text()
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    faults = _find_faults(page, "code")
    form = page.locator("form[action='/print']:has(input[name=code])")
    fields = form.locator("input[type=hidden]").evaluate_all("all => all.map(one => [one.name, one.value])")
    answer = context.request.post(f"{address}/print", form=dict(fields), headers={"Origin": address})
    assert answer.ok
    assert code in " ".join(one.extract_text() for one in PdfReader(BytesIO(answer.body())).pages)

    later = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    later.set_default_timeout(30_000)
    later.add_init_script(AXE)
    other = later.new_page()
    sign_in(other, language, address, {"nl": "annie", "ar": "piet"}[language], to="/code")
    # As the QR code opens it: what stands after the # never leaves the browser.
    other.goto(f"{address}/healthz")
    other.goto(f"{address}/code?lang={language}#{code}")
    expect(other.locator(".st-key-code-typed input")).to_have_value(code)
    faults += _find_faults(other, "code, typed")
    press(other, language, "Haal mijn overzicht op")
    expect_overview(other, language)
    expect_saved(other)
    later.close()
    assert faults == []


def test_two_tabs_that_change_the_same_are_asked_and_both_sides_stand_there(
    context: BrowserContext, page: Page, address: str
) -> None:
    begin_keeping(page, "nl", address, "samira")
    other = context.new_page()
    other.goto(f"{address}/overview?lang=nl")
    expect_overview(other, "nl")
    expect_saved(other)
    for tab, note in ((page, "Dinsdag bellen"), (other, "Woensdag bellen")):
        tab.locator(".card .choose summary").first.click()
        tab.locator("[data-wish=note]").first.click()
        tab.locator("textarea").fill(note)
        wait_until_still(tab)
        press(tab, "nl", "Klaar")
        wait_until_still(tab)
    expect_saved(page)
    expect(other.locator(".clash")).to_contain_text("Woensdag bellen")
    expect(other.locator(".clash")).to_contain_text("Dinsdag bellen")
    assert _find_faults(other, "conflict") == []
    other.locator(".st-key-clash-0-mine button").click()
    expect(other.locator(".clash")).to_have_count(0)
    expect_saved(other)
    page.goto(f"{address}/overview?lang=nl")
    expect(page.locator(".own-words")).to_have_text("Woensdag bellen")


def test_a_database_that_is_away_for_ten_seconds_is_told_calmly_and_what_was_typed_is_saved_after(
    context: BrowserContext, page: Page, tmp_path: Path
) -> None:
    with databases.serve_postgresql() as uri:
        databases.make_template(uri)
        with (
            line_to(uri) as (line, url),
            serve(settings={"DATABASE_URL": url, "OVERVIEW_DATA": str(tmp_path)}) as address,
        ):
            begin_keeping(page, "nl", address, "fatima")
            page.locator(".card .choose summary").first.click()
            page.locator("[data-wish=note]").first.click()
            page.locator("textarea").fill("Dinsdag bellen")
            wait_until_still(page)
            line.cut()
            press(page, "nl", "Klaar")
            expect(page.locator(".keeping [role=status]")).to_be_visible()
            expect(page.locator(".own-words")).to_have_text("Dinsdag bellen")
            assert _find_faults(page, "away") == []
            page.wait_for_timeout(10_000)
            expect(page.locator(".own-words")).to_have_text("Dinsdag bellen")
            line.mend()
            # Nobody clicks: it asks again by itself.
            expect_saved(page)
            page.goto(f"{address}/my_data?lang=nl")
            expect(page.locator(".facts")).to_contain_text("Dinsdag bellen")
