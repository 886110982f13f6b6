"""One walker's album: what is on the screen now, at every width, under a name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.serving import ROOT

FOLDER = ROOT / "build" / "screenshots"
WIDTHS = (1280, 390, 320)
_TALLEST = 14_000
_SIZE = {"width": WIDTHS[0], "height": 800}
_HEIGHT = "(document.querySelector('[data-testid=stMain]') || document.documentElement).scrollHeight"


class Album:
    """Album: the page of one walker in one language, and the folder its pictures go to."""

    def __init__(self, page: Page, address: str, language: str, folder: Path = FOLDER) -> None:
        self.page, self.address, self.language = page, address, language
        self._folder = folder

    def shoot(self, name: str) -> None:
        """`<language>-<width>-<name>.png`, the whole height of the page, at every width."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.wait_for_timeout(500)
            height = min(int(self.page.evaluate(_HEIGHT)), _TALLEST)
            self.page.set_viewport_size({"width": width, "height": max(800, height)})
            self.page.wait_for_timeout(200)
            self.page.screenshot(path=self._folder / f"{self.language}-{width}-{name}.png")
        self.page.set_viewport_size({"width": _SIZE["width"], "height": _SIZE["height"]})

    def unfold(self) -> None:
        """Open everything that folds."""
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@contextmanager
def open_album(browser: Browser, address: str, language: str) -> Iterator[Album]:
    """An album in a browser that knows nobody yet."""
    context = browser.new_context(viewport=None, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.set_viewport_size({"width": _SIZE["width"], "height": _SIZE["height"]})
    yield Album(page, address, language)
    context.close()
