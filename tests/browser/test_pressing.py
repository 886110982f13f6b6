"""Pressing what stands on the overview: choices in a row, folds that stay, menus that close, nothing lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.walking import expect_overview, have_moved, list_step_ids, say


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_choice_in_a_row_is_taken_said_and_kept_after_a_reload(
    page: Page, address: str, language: str
) -> None:
    have_moved(page, language, address)
    row = page.locator(".row:has([data-of^='first:'])").first
    name = (row.get_attribute("id") or "").removeprefix("step-")
    title = (page.locator(f"#title-{name}").inner_text()).split(":", 1)[-1].strip()
    row.locator(".choose summary").click()
    row.locator(f"[data-of='first:{name}']").click()
    expect(page.locator(f".card #step-{name}")).to_be_visible()
    expect(page.locator("#portal-status")).to_have_text(f"{say(language, 'Doe ik eerst')}: {title}")
    expect(page.locator(f"#title-{name}")).to_be_focused()
    assert list_step_ids(page)[0] == name
    page.reload()
    expect_overview(page, language)
    assert list_step_ids(page)[0] == name


def test_what_was_unfolded_stays_unfolded_when_the_page_is_drawn_anew(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    fold = page.locator(".row details[id^=fold-]").last
    name = fold.get_attribute("id")
    fold.locator("> summary").click()
    page.locator("[data-of='done:report_move']").click()
    expect(page.locator(".undo")).to_be_visible()
    expect(page.locator(f"#{name}")).to_have_attribute("open", "")
    page.locator(f"#{name} > summary").click()
    page.locator("#undo-done").click()
    expect(page.locator(".card #step-report_move")).to_be_visible()
    expect(page.locator(f"#{name}")).not_to_have_attribute("open", "")


def test_a_menu_closes_on_escape_with_the_focus_back_and_on_a_press_beside_it(
    page: Page, address: str
) -> None:
    have_moved(page, "nl", address)
    menu = page.locator("details.tongue-menu")
    page.locator("#language-menu").click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(page.locator("#language-menu")).to_be_focused()
    page.locator("#language-menu").click()
    page.locator("main h1").click()
    expect(menu).not_to_have_attribute("open", "")


def test_a_press_before_the_line_is_there_is_carried_out_when_it_comes(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    # Until the keeper stands on the page nothing can be told; it takes along what waits.
    page.evaluate("window.line = window.portalTell; window.portalTell = undefined")
    page.locator("[data-of='done:report_move']").click()
    assert page.evaluate("window.portalWishes.length") == 1
    page.evaluate("window.portalTell = window.line")
    page.locator("#language-menu").click()
    page.get_by_role("button", name="English").click()
    expect(page.locator(".undo")).to_be_visible()


def test_a_press_is_heard_when_the_page_is_drawn_anew_under_the_finger(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    page.locator(".ways [data-of=agencies]").hover()
    page.mouse.down()
    page.evaluate("for (const one of document.querySelectorAll('.ways')) one.innerHTML = one.innerHTML")
    page.mouse.up()
    expect(page.locator(".ways [data-of=agencies][aria-current=page]")).to_be_visible()


def test_a_fold_opens_when_the_page_is_drawn_anew_under_the_finger(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    fold = page.locator(".card details[id^=fold-]").first
    name = fold.get_attribute("id")
    fold.locator("> summary").hover()
    page.mouse.down()
    page.evaluate(
        "name => { const one = document.getElementById(name).parentNode; one.innerHTML += '' }", name
    )
    page.mouse.up()
    expect(page.locator(f"#{name}")).to_have_attribute("open", "")


def test_a_press_is_told_to_a_keeper_that_stands_on_the_page(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    page.evaluate("window.before = window.portalTell")
    page.locator(".ways [data-of=agencies]").click()
    expect(page.locator(".ways [data-of=agencies][aria-current=page]")).to_be_visible()
    page.wait_for_function("window.portalTell && window.portalTell !== window.before")
    page.locator(".ways [data-of=overview]").click()
    expect_overview(page, "nl")


def test_a_link_is_a_real_address_that_opens_without_loading_anew(page: Page, address: str) -> None:
    have_moved(page, "nl", address)
    page.evaluate("window.isSame = true")
    link = page.locator(".ways [data-of=agencies]")
    expect(link).to_have_attribute("href", "/agencies")
    link.click()
    expect(page).to_have_url(f"{address}/agencies")
    expect(page).to_have_title(re.compile(say("nl", "Organisaties")))
    expect(page.locator("main h1")).to_be_focused()
    assert page.evaluate("window.isSame")
    page.go_back()
    expect_overview(page, "nl")


def test_a_press_asks_for_its_own_part_of_the_page_and_another_language_for_all_of_it(
    page: Page, address: str
) -> None:
    sent: list[BackMsg] = []
    drawn: list[ForwardMsg] = []

    def listen(line: WebSocket) -> None:
        line.on("framesent", lambda frame: sent.append(BackMsg.FromString(_as_bytes(frame))))
        line.on("framereceived", lambda frame: drawn.append(ForwardMsg.FromString(_as_bytes(frame))))

    page.on("websocket", listen)
    have_moved(page, "nl", address)
    sent.clear()
    drawn.clear()
    page.locator("[data-of='done:report_move']").click()
    expect(page.locator(".undo")).to_be_visible()
    # As the bench does: what is measured is what a browser asks for.
    part = next(message.rerun_script.fragment_id for message in sent if message.HasField("rerun_script"))
    assert part
    assert {m.delta.fragment_id for m in drawn if m.WhichOneof("type") == "delta"} == {part}
    assert not [m for m in drawn if m.WhichOneof("type") == "navigation"]
    page.locator("#language-menu").click()
    page.get_by_role("button", name="English").click()
    expect_overview(page, "en")
    expect(page.locator(".ways [data-of=letters]")).to_have_text(say("en", "Brieven"))
    assert [m for m in drawn if m.WhichOneof("type") == "navigation"]


def _as_bytes(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()
