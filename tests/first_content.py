"""`python -m tests.first_content`: when the light page shows its first words on a slow line, as JSON.

1.6 Mbit a second with 150 ms of delay, as on an old phone; a new browser each time, nothing kept.
"""

from __future__ import annotations

import json
import shutil
import statistics

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import serve

BITS_A_SECOND = 1_600_000
DELAY_MS = 150
LIMIT_MS = 1000
ROUNDS = 5
_FIRST = """() => new Promise(tell => new PerformanceObserver(list => {
  const first = list.getEntries().find(one => one.name === "first-contentful-paint");
  if (first) tell(first.startTime);
}).observe({ type: "paint", buffered: true }))"""


def measure(browser: Browser, address: str) -> float:
    """Milliseconds from asking for the page to its first words."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    speed = BITS_A_SECOND / 8
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": DELAY_MS, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    page.goto(address)
    first = float(page.evaluate(_FIRST))
    context.close()
    return first


def main() -> None:
    """Print the median of some rounds."""
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        found = {
            language: statistics.median(
                measure(browser, f"{address}/light?lang={language}") for _ in range(ROUNDS)
            )
            for language in ("nl", "ar")
        }
        browser.close()
    print(json.dumps({"first_content_ms": found, "limit_ms": LIMIT_MS}))


if __name__ == "__main__":
    main()
