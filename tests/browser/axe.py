"""axe-core in the tests' own browser, and a page that stands still before anything is said of it."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
"""The page's own policy lets no foreign script in; give this to the browser as an init script."""

_RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const show = one => one.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(" | ");
  return found.violations.map(one => `${one.id} (${one.impact}): ${show(one)}`);
}"""
_UNDRAWN = """() => [...document.querySelectorAll("[data-testid=stIconMaterial]")]
  .filter(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect().width > 1.8 * parseFloat(getComputedStyle(one).fontSize);
  })
  .map(one => `a sign that shows as letters: ${one.textContent}`)"""
_IS_STILL = """() => {
  const screen = document.querySelector("[data-testid=stApp]");
  if (!screen) return true;
  // A widget whose script is still on its way has a grey bar in its place.
  const isWhole = !document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
  return screen.dataset.testScriptState === "notRunning" && isWhole;
}"""


def wait_until_still(page: Page) -> None:
    """Streamlit has run to its end and nothing of an earlier run is left; at once on the light page."""
    page.wait_for_function(_IS_STILL)


def lasting_faults(page: Page) -> list[str]:
    """What axe finds and keeps finding, and signs without a drawing.

    On a busy machine a page is still fading in when axe looks.
    """
    wait_until_still(page)
    found = _find_faults(page)
    for _ in range(8):
        if not found:
            break
        page.wait_for_timeout(500)
        found = _find_faults(page)
    return found


def _find_faults(page: Page) -> list[str]:
    found: list[str] = [*page.evaluate(_RUN), *page.evaluate(_UNDRAWN)]
    return found
