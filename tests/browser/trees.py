"""`python -m tests.browser.trees`: keep anew what a screen reader gets of the main pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.axe import wait_until_still
from tests.browser.serving import serve
from tests.browser.walking import have_moved

FOLDER = Path(__file__).parent / "trees"
LANGUAGES = ("nl", "ar")
_CLOCK = re.compile(r"\b[0-2][0-9]\.[0-5][0-9]\b")


def read_trees(page: Page, address: str, language: str) -> Iterator[tuple[str, str]]:
    """Name and accessibility tree of each main page in one language."""
    page.goto(f"{address}/?lang={language}")
    page.locator(".st-key-lost button").wait_for()
    yield "start", _read(page)
    have_moved(page, language, address)
    yield "overview", _read(page)
    for name in ("agencies", "danger", "accessibility", "questions"):
        page.goto(f"{address}/{name}")
        page.locator("main h1").wait_for()
        page.locator("[data-wish=clear]").wait_for()
        yield name, _read(page)
    page.goto(f"{address}/light?lang={language}")
    yield "light", _read(page)


def _read(page: Page) -> str:
    wait_until_still(page)
    page.wait_for_timeout(150)
    # The one thing that differs from run to run: at what time the cases were read.
    return _CLOCK.sub("[time]", page.locator("body").aria_snapshot()) + "\n"


def find_path(name: str, language: str) -> Path:
    """Where the tree of a page is kept."""
    return FOLDER / f"{name}-{language}.yaml"


def main() -> None:
    """Write all trees."""
    FOLDER.mkdir(exist_ok=True)
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for language in LANGUAGES:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            for name, tree in read_trees(page, address, language):
                find_path(name, language).write_text(tree, encoding="utf-8")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
