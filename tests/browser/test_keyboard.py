"""By keyboard alone: every stop is seen, large enough and says what it is; what changed is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from overview.wiring import get_portal
from tests.browser.walking import expect_overview, have_moved, press, say

_STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const heard = one.cloneNode(true);
  heard.querySelectorAll("[aria-hidden=true]").forEach(hidden => hidden.remove());
  const seen = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, innerHeight) / 2)));
  return {
    name: (one.getAttribute("aria-label") || heard.textContent || one.labels?.[0]?.innerText || "").trim(),
    place: one.outerHTML.slice(0, 160), isMain: one.id === "stMain",
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isOnTop: Boolean(seen) && (one.contains(seen) || seen.contains(one)),
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
_TOO_SMALL = """() => ["a", "button", "input", "select", "summary"]
  .flatMap(tag => [...document.querySelectorAll(`main ${tag}`)])
  .filter(one => one.checkVisibility() && !one.closest("p > a, p > span > a"))
  .filter(one => !(one.tagName === "A" && getComputedStyle(one).display === "inline"))
  .map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([html, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""


def _tab_to(page: Page, name: str, most: int = 250) -> list[str]:
    """Press Tab until what has the focus is called `name`; returns what was wrong on the way."""
    faults = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None or stop["isMain"]:
            continue
        for quality in ("outline", "isOnTop", "isInSight"):
            if not stop[quality]:
                faults.append(f"{stop['name']!r}: not {quality} in {stop['place']}")
        if stop["name"] == name:
            return faults
    raise AssertionError(f"Tab never came to {name!r}: {faults}")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_journey_by_keyboard_alone_with_the_focus_always_in_sight(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}/?lang={language}")
    page.locator(".st-key-lost button").wait_for()
    event = get_portal().catalogue.life_events["moving_house"]
    faults = _tab_to(page, say(language, event.title))
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text(say(language, event.on_text))
    expect(page.locator("main h1")).to_be_focused()
    faults += _tab_to(page, say(language, "Weet ik niet"))
    page.keyboard.press("Enter")
    first = event.questions[0]
    expect(page.locator("main h1")).to_have_text(say(language, first.text))
    expect(page.locator("main h1")).to_be_focused()
    faults += _tab_to(page, say(language, "Genoeg, laat mijn stappen zien"))
    page.keyboard.press("Enter")
    expect_overview(page, language)
    expect(page.locator("main h1")).to_be_focused()
    heading = page.locator("[id^=title-]").first
    step = (heading.text_content() or "").strip()
    done = f"{say(language, 'Gedaan')}: {step.split(': ', 1)[1]}"
    faults += _tab_to(page, done)
    page.keyboard.press("Enter")
    expect(page.locator("#undo-done")).to_be_focused()
    expect(page.locator("#portal-status")).to_have_text(done)
    page.keyboard.press("Enter")
    expect(heading).to_have_text(step)
    faults += _tab_to(page, say(language, "Maak het papier"))
    faults += _tab_to(page, say(language, "Wis dit scherm"))
    assert not faults, "\n".join(faults)


def test_the_first_tab_leads_past_the_top_in_the_persons_language(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=ar")
    page.locator(".st-key-lost button").wait_for()
    skip = page.locator("[data-testid=stSkipToContent]")
    expect(skip).to_have_text(say("ar", "Naar de inhoud"))
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()


def test_buttons_under_steps_say_which_step(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    names = page.locator(".card [data-of^='done:']").all_inner_texts()
    assert len(names) == len(set(names)) == 3
    for title in page.locator(".card .title").all_text_contents():
        assert any(title.split(": ", 1)[1].strip() in name for name in names)


@pytest.mark.parametrize("width", [1280, 320])
def test_everything_to_press_is_at_least_24_pixels(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/?lang=nl")
    page.locator(".st-key-lost button").wait_for()
    small = page.evaluate(_TOO_SMALL)
    have_moved(page, "nl", address)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    small += page.evaluate(_TOO_SMALL)
    assert not small, "\n".join(small)


def test_colours_of_the_system_keep_edges_and_pictograms(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 390, "height": 800})
    page = context.new_page()
    have_moved(page, "nl", address)
    for place in (".number", ".decide .button", ".call .button"):
        width = page.locator(place).first.evaluate("one => getComputedStyle(one).borderTopWidth")
        assert float(width.removesuffix("px")) >= 1, place
    ground = page.locator(".chip .pic").first.evaluate("one => getComputedStyle(one).backgroundColor")
    assert ground not in ("rgba(0, 0, 0, 0)", "transparent")
    context.close()


def test_nothing_moves_when_the_system_asks_for_rest(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/?lang=nl")
    page.locator(".st-key-lost button").wait_for()
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].map(one => getComputedStyle(one))
        .filter(style => parseFloat(style.transitionDuration) > 0 || style.animationName !== "none").length"""
    )
    assert moving == 0
    context.close()


def test_leaving_keeps_nothing_and_takes_the_page_out_of_the_history(page: Page, address: str) -> None:
    left: list[str] = []
    page.route(
        "https://www.knmi.nl/**",
        lambda route: (left.append(route.request.url), route.fulfill(body="weer"))[1],
    )
    page.goto(f"{address}/?lang=nl")
    press(page, "nl", get_portal().catalogue.life_events["separation"].title)
    link = page.locator(".leave a").first
    expect(link).to_be_visible()
    assert "scheid" not in page.title().lower() and "scheid" not in page.url
    before = page.evaluate("history.length")
    link.click()
    page.wait_for_url("https://www.knmi.nl/")
    assert left and page.evaluate("history.length") == before
    page.goto(f"{address}/overview")
    assert page.evaluate("sessionStorage.getItem('mijn-overzicht')") is None


def test_there_is_no_quick_exit_and_no_fuss_where_nothing_asks_for_it(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    assert page.locator(".leave").count() == 0
