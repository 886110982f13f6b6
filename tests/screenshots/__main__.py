"""`python -m tests.screenshots [language ...] [walk ...]`: all of them, or those that are named."""

from __future__ import annotations

import shutil
import sys
import traceback
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import serve
from tests.paper.pictures import make_pictures
from tests.screenshots.album import FOLDER, open_album
from tests.screenshots.at_home import shoot_at_home
from tests.screenshots.at_the_counter import shoot_at_the_counter
from tests.screenshots.signed_in import shoot_signed_in, shoot_with_a_code

LANGUAGES = ("nl", "en", "ar")
WALKS = {
    "home": shoot_at_home,
    "signed-in": shoot_signed_in,
    "code": shoot_with_a_code,
    "counter": shoot_at_the_counter,
}


def main() -> int:
    """The number of walks that did not reach their end; each is told on the error output."""
    named = sys.argv[1:]
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not named or "paper" in named:
        make_pictures(FOLDER)
    languages = [one for one in LANGUAGES if one in named] or LANGUAGES
    chosen = [one for one in WALKS if one in named]
    walks = chosen or ([] if "paper" in named else list(WALKS))
    lost = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for language in languages:
            # A portal of its own: what one citizen keeps, the next must not find.
            with TemporaryDirectory() as data, serve(settings={"OVERVIEW_DATA": data}) as address:
                lost += sum(not _has_walked(walk, browser, address, language) for walk in walks)
        browser.close()
    return lost


def _has_walked(walk: str, browser: Browser, address: str, language: str) -> bool:
    with open_album(browser, address, language) as album:
        try:
            WALKS[walk](album)
        except Exception:
            traceback.print_exc()
            album.shoot(f"lost-in-{walk}")
            return False
    print(f"{language} {walk}", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
