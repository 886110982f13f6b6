"""axe-core finds nothing on any page and state, in three languages, wide, narrow and at 400 % zoom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import AXE, lasting_faults
from tests.browser.walking import press, tell_the_move

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}
"""1280 by 1024 at 400 %: what is left of a screen when everything is four times as large."""


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    # The page's own policy lets no foreign script in; axe comes in through the browser instead.
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def _find_faults(page: Page, state: str, sizes: tuple[dict[str, int], ...]) -> list[str]:
    faults = []
    for size in sizes:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        faults += [f"{state} at {size['width']}x{size['height']}: {one}" for one in lasting_faults(page)]
    page.set_viewport_size({"width": WIDE["width"], "height": WIDE["height"]})
    return faults


ALL = (WIDE, NARROW, ZOOMED)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_axe_finds_nothing_on_the_screen(watched: Page, address: str, language: str) -> None:
    page, faults = watched, []

    def check(state: str) -> None:
        faults.extend(_find_faults(page, f"{language} {state}", ALL))

    page.goto(f"{address}/?lang={language}")
    page.locator(".st-key-lost button").wait_for()
    check("start")
    page.locator(".urgent summary").click()
    page.locator(".tools summary").first.click()
    page.locator(".st-key-lost button").click()
    page.locator(".lost, [role=status].box").first.wait_for()
    check("start, unfolded and lost")
    page.locator(".st-key-event-moving_house button").click()
    page.locator(".stFormSubmitButton button").wait_for()
    check("a day asked")
    page.locator(".stFormSubmitButton button").click()
    page.locator(".mistake").wait_for()
    check("a day refused")
    press(page, language, "Weet ik niet")
    page.locator(".st-key-enough").wait_for()
    check("a question with choices")
    tell_the_move(page, language, address)
    check("overview")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    check("overview, unfolded")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    page.locator(".card .choose summary").first.click()
    page.locator("#language-menu").focus()
    page.keyboard.press("Enter")
    page.locator(".tongue-menu[open]").wait_for()
    check("overview, menus open")
    page.keyboard.press("Escape")
    page.locator("[data-of='done:report_move']").click()
    page.locator(".undo").wait_for()
    check("overview, something done")
    page.locator(".tools summary").click()
    for look in ("large", "contrast", "simple"):
        page.locator(f"[data-look={look}]").click()
    check("overview, larger, contrast and simpler")
    for look in ("large", "contrast", "simple"):
        page.locator(f"[data-look={look}]").click()
    for name in ("questions", "agencies", "danger", "accessibility", "letters", "help_around", "glossary"):
        page.goto(f"{address}/{name}")
        page.locator("h1").wait_for()
        page.locator("[data-wish=clear]").wait_for()
        check(name)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_axe_finds_nothing_on_the_light_page(watched: Page, address: str, language: str) -> None:
    page, faults = watched, []

    def check(state: str) -> None:
        faults.extend(_find_faults(page, f"{language} light {state}", ALL))

    def go(action: Callable[[], object], state: str) -> None:
        with page.expect_navigation():
            action()
        check(state)

    page.goto(f"{address}/light?lang={language}")
    check("start")
    go(lambda: page.locator("button[value=moving_house]").click(), "a day asked")
    go(lambda: page.locator("[value='0.on=date']").click(), "a day refused")
    go(lambda: page.locator("[value='0.on=unknown']").click(), "a question with choices")
    go(lambda: page.locator(".beside button").last.click(), "overview")
    go(lambda: page.locator("[name=step]").first.click(), "a step")
    go(lambda: page.locator("main button.plain").first.click(), "overview again")
    go(lambda: page.locator("[name=agencies]").click(), "agencies")
    go(lambda: page.locator("main button.button").last.click(), "overview once more")
    page.locator(".tools summary").click()
    go(lambda: page.locator("[name=switch][value=contrast]").click(), "overview in more contrast")
    for name in ("danger", "accessibility", "nergens"):
        page.goto(f"{address}/{'light/' if name != 'nergens' else ''}{name}?lang={language}")
        check(name)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_axe_finds_nothing_when_the_line_is_gone(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(viewport=NARROW, reduced_motion="reduce")
    context.add_init_script(AXE)
    page = context.new_page()
    page.goto(f"{address}/?lang={language}")
    page.locator(".st-key-lost button").wait_for()
    page.evaluate(
        """() => { const box = document.createElement('div'); box.setAttribute('role', 'dialog');
        box.setAttribute('aria-label', 'Connection error'); box.textContent = 'Connection error';
        document.querySelector('main').append(box); }"""
    )
    page.wait_for_timeout(300)
    assert "Connection error" not in page.locator("[role=dialog]").inner_text()
    assert lasting_faults(page) == []
    context.close()
