"""Two workers and the citizen at home change one overview on three screens: nothing is lost, all are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import signing_in
from tests.browser.axe import AXE, lasting_faults, wait_until_still
from tests.browser.counter_walking import (
    agree,
    arrive,
    begin,
    begin_existing,
    go,
    keep_with_code,
    open_with_code,
    sign_in,
    tell_the_move,
)
from tests.browser.walking import expect_overview, list_step_ids, press

WORD = "zonnebloem"
NOTE = "Paspoort ligt in de la"


@pytest.fixture
def screens(browser: Browser) -> Iterator[tuple[Page, Page, Page]]:
    """Three browsers that know nothing of each other."""
    with ExitStack() as open_ones:
        pages = []
        for _ in range(3):
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
            open_ones.callback(context.close)
            context.set_default_timeout(30_000)
            context.add_init_script(AXE)
            pages.append(context.new_page())
        yield (pages[0], pages[1], pages[2])


def expect_told(page: Page, text: str) -> None:
    """What another changed stands at the top, by the name a citizen knows it by."""
    expect(page.locator(".keeping")).to_contain_text(text)


def expect_agreed(page: Page, step: str, told: str) -> None:
    expect(page.locator(f"#step-{step} .agreed").filter(has_text=told)).to_have_count(1)


def write_note(page: Page, step: str, note: str) -> None:
    """The citizen's own note, as at home."""
    wish = f"[data-wish=note][data-of={step}]"
    page.locator(f".choose:has({wish}) summary").click()
    page.locator(wish).click()
    page.locator("textarea").fill(note)
    wait_until_still(page)
    press(page, "nl", "Klaar")
    expect_overview(page, "nl")


def test_no_change_is_lost_and_each_is_told(screens: tuple[Page, Page, Page], address: str) -> None:
    joost, ilse, home = screens
    sign_in(joost, address)
    arrive(joost)
    begin(joost, "en", "Bewaren met een code op papier")
    tell_the_move(joost)
    go(joost, "ending")
    code = keep_with_code(joost, WORD)
    go(joost, "overview")

    sign_in(ilse, address, who="Ilse")
    arrive(ilse, "Loket Utrecht")
    begin_existing(ilse, "ar")
    open_with_code(ilse, code, WORD)
    expect(ilse.locator("#step-report_move")).to_be_visible()

    signing_in.sign_in(home, "nl", address, "maria", to="/code")
    home.goto(f"{address}/healthz")
    home.goto(f"{address}/code?lang=nl#{code}")
    expect(home.locator(".st-key-code-typed input")).to_have_value(code)
    press(home, "nl", "Haal mijn overzicht op")
    expect_overview(home, "nl")
    signing_in.expect_saved(home)
    first, second = "report_move", next(one for one in list_step_ids(home) if one != "report_move")

    # Each screen stands on the same version when its own change is made.
    agree(joost, first, "Wij belden samen.")
    agree(ilse, second, "Ilse schrijft de brief.")
    write_note(home, first, NOTE)
    expect_told(ilse, "Afgesproken bij")
    expect_told(home, "Afgesproken bij")
    expect_agreed(ilse, first, "Wij belden samen.")
    for step, told in ((first, "Wij belden samen."), (second, "Ilse schrijft de brief.")):
        expect_agreed(home, step, told)

    # Joost did not see yet what Ilse agreed on the second step, and agrees otherwise on it.
    agree(joost, second, "Dinsdag bellen.")
    clash = joost.locator(".clash")
    expect(clash).to_contain_text("Dinsdag bellen.")
    expect(clash).to_contain_text("Ilse schrijft de brief.")
    assert not lasting_faults(joost)
    joost.locator(".st-key-clash-0-mine button").click()
    expect(joost.locator(".clash")).to_have_count(0)
    expect_agreed(joost, second, "Dinsdag bellen.")
    expect_told(joost, "Uw notitie bij")

    # Whoever looks next has all of it, and nobody lost a word.
    home.goto(f"{address}/overview?lang=nl")
    expect_overview(home, "nl")
    expect_agreed(home, first, "Wij belden samen.")
    expect_agreed(home, second, "Dinsdag bellen.")
    expect(home.locator(".own-words").filter(has_text=NOTE)).to_have_count(1)
    expect(home.locator("main")).to_contain_text("Dinsdag bellen.")
    go(ilse, "goals")
    ilse.locator("[data-wish=goal][data-of=calm]").click()
    expect(ilse.locator(".chosen")).to_be_visible()
    expect_told(ilse, "Dinsdag bellen.")
    go(ilse, "overview")
    expect_agreed(ilse, second, "Dinsdag bellen.")
