"""Colour never says something alone: in the system's own colours states differ in word or shape."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from overview.wiring import get_portal
from tests.browser.walking import have_moved

_SHAPE = """one => {
  const style = getComputedStyle(one), before = getComputedStyle(one, "::before");
  const text = getComputedStyle(one.querySelector("p") || one);
  return [one.textContent.includes("✓") || before.content.includes("✓"), style.borderTopWidth,
    style.borderTopStyle, text.textDecorationLine, text.fontWeight];
}"""
_HIDDEN_LINKS = """() => [...document.querySelectorAll("main p a, main li a")]
  .filter(one => one.checkVisibility())
  .filter(one => {
    const style = getComputedStyle(one), inner = getComputedStyle(one.firstElementChild || one);
    const isUnderlined = [style, inner].some(each => each.textDecorationLine.includes("underline"));
    return !isUnderlined && parseFloat(style.borderTopWidth) < 1;
  }).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def colourless(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(forced_colors="active", viewport={"width": 390, "height": 800})
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def _shape(of: Locator) -> list[object]:
    found: list[object] = of.evaluate(_SHAPE)
    return found


def test_a_switch_that_is_on_looks_different_from_one_that_is_off(colourless: Page, address: str) -> None:
    have_moved(colourless, "nl", address)
    colourless.locator(".tools summary").click()
    switch = colourless.locator("[data-look=large]")
    before = _shape(switch)
    switch.click()
    assert _shape(switch) != before
    assert _shape(switch) != _shape(colourless.locator("[data-look=contrast]"))


def test_the_page_one_is_on_and_the_language_one_reads_are_marked(colourless: Page, address: str) -> None:
    have_moved(colourless, "nl", address)
    here = colourless.locator(".ways [aria-current=page]")
    elsewhere = colourless.locator(".ways a:not([aria-current])").first
    assert _shape(here) != _shape(elsewhere)
    colourless.goto(f"{address}/?lang=nl")
    chosen = colourless.locator(".st-key-language-nl button")
    assert _shape(chosen) != _shape(colourless.locator(".st-key-language-ar button"))


def test_the_answer_given_is_marked_among_the_others(colourless: Page, address: str) -> None:
    have_moved(colourless, "nl", address)
    colourless.goto(f"{address}/questions")
    event = get_portal().catalogue.life_events["moving_house"]
    asked = next(one for one in event.questions if one.kind == "choice")
    colourless.locator(f".st-key-change-0-{asked.id} button").click()
    expect(colourless.locator("main h1")).to_have_text(asked.text)
    marked = colourless.locator(f"[class*=st-key-answer-0-{asked.id}-] button").filter(has_text="✓")
    expect(marked).to_have_text([f"✓ {asked.choices[0].text}"])


def test_what_to_do_now_later_maybe_and_done_differ_in_the_picture_of_time_and_in_the_rows(
    colourless: Page, address: str
) -> None:
    have_moved(colourless, "nl", address)
    ground = "one => getComputedStyle(one).backgroundColor"
    now = colourless.locator(".time .number:not(.open)").first.evaluate(ground)
    later = colourless.locator(".time .number.open").first.evaluate(ground)
    assert {now, later} == {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    row = colourless.locator(".row .number:not(.mark)").first
    waiting = colourless.locator(".row .number.mark").first
    assert _shape(row) != _shape(waiting)
    assert row.inner_text() != waiting.inner_text()
    colourless.locator("[data-of='done:report_move']").click()
    expect(colourless.locator("#step-report_move .number")).to_have_text("✓")


def test_a_refused_day_is_said_in_words(colourless: Page, address: str) -> None:
    colourless.goto(f"{address}/?lang=nl")
    colourless.locator(".st-key-event-moving_house button").click()
    colourless.locator(".stFormSubmitButton button").click()
    mistake = colourless.locator(".mistake")
    assert mistake.inner_text()
    assert mistake.get_attribute("role") == "alert"


@pytest.mark.parametrize("name", ["overview", "agencies", "danger", "help_around", "accessibility"])
def test_every_link_in_a_sentence_is_underlined_or_has_an_edge(
    colourless: Page, address: str, name: str
) -> None:
    have_moved(colourless, "nl", address)
    colourless.goto(f"{address}/{name}")
    colourless.locator("[data-wish=clear]").wait_for()
    colourless.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert colourless.evaluate(_HIDDEN_LINKS) == []
