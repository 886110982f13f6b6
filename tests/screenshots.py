"""`python -m tests.screenshots`: every page and state, in three languages, wide and narrow, to look at."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.serving import ROOT, serve
from tests.browser.walking import press, tell_the_move
from tests.paper.pictures import make_pictures

FOLDER = ROOT / "build" / "screenshots"
LANGUAGES = ("nl", "en", "ar")
WIDTHS = (1280, 390, 320)
_TALLEST = 14_000


def _shoot(page: Page, width: int, path: Path) -> None:
    page.wait_for_timeout(600)
    height = page.evaluate(
        "(document.querySelector('[data-testid=stMain]') || document.documentElement).scrollHeight"
    )
    page.set_viewport_size({"width": width, "height": max(800, min(int(height), _TALLEST))})
    page.wait_for_timeout(200)
    page.screenshot(path=path)
    page.set_viewport_size({"width": width, "height": 800})


def take_screenshots(browser: Browser, address: str, language: str, width: int) -> None:
    """All pages and states in one language and width."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()

    def shoot(name: str) -> None:
        _shoot(page, width, FOLDER / f"{language}-{width}-{name}.png")

    page.goto(f"{address}/?lang={language}")
    page.locator(".st-key-lost button").wait_for()
    shoot("start")
    page.locator(".urgent summary").click()
    page.locator(".st-key-lost button").click()
    shoot("start-unfolded")
    page.locator(".st-key-event-moving_house button").click()
    page.locator(".stFormSubmitButton button").click()
    page.locator(".mistake").wait_for()
    shoot("day-mistake")
    press(page, language, "Weet ik niet")
    page.locator(".st-key-enough").wait_for()
    shoot("question")
    press(page, language, "Genoeg, laat mijn stappen zien")
    page.locator(".step").first.wait_for()
    shoot("overview-little-known")
    page.locator("[data-wish=clear]").click()
    page.locator(".st-key-lost button").wait_for()
    tell_the_move(page, language, address)
    shoot("overview")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    shoot("overview-unfolded")
    page.locator("[data-of='done:report_move']").click()
    page.locator(".undo").wait_for()
    shoot("overview-done")
    for name in ("letters", "sign", "help_around", "glossary", "agencies", "questions", "danger"):
        page.goto(f"{address}/{name}")
        page.locator("h1").wait_for()
        shoot(name)
    kept = page.evaluate("JSON.parse(sessionStorage.getItem('mijn-overzicht')).situation")
    for name in ("overview", "agencies", "question"):
        page.goto(f"{address}/light?lang={language}")
        if name == "overview":
            shoot("light-start")
        page.evaluate(
            """([action, told]) => {
                const form = Object.assign(document.createElement('form'), {method: 'post', action});
                const field = document.createElement('input');
                Object.assign(field, {name: 'situation', value: told});
                form.append(field); document.body.append(form); form.submit();
            }""",
            [f"/light/{name}?question=0.on", kept],
        )
        page.wait_for_load_state()
        shoot(f"light-{name}")
    context.close()


def main() -> None:
    """Take them all; languages may be named as arguments."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    make_pictures(FOLDER)
    chosen = [language for language in LANGUAGES if language in sys.argv[1:]] or list(LANGUAGES)
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for language in chosen:
            for width in WIDTHS:
                take_screenshots(browser, address, language, width)
                print(f"{language} {width}")
        browser.close()


if __name__ == "__main__":
    main()
