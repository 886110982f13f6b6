"""What each page shows and does, without a browser."""

from __future__ import annotations

import re

import pytest

from overview.web.screen.packing import pack, unpack
from overview.wiring import Portal, get_portal
from tests.pages.builders import html_of, memory_of, open_tab, press_wish
from tests.web.builders import Told

LANGUAGES = ("nl", "en", "ar")


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["start", "questions", "overview", "agencies", "danger"])
def test_every_page_shows_in_every_language_with_one_main_heading_and_help(language: str, page: str) -> None:
    tab = open_tab(language, Told(), page)
    shown = html_of(tab)
    assert not tab.exception
    assert 'role="alert"' not in shown
    assert shown.count("<h1") == 1
    assert 'href="tel:14030"' in shown


def test_danger_comes_before_any_question() -> None:
    shown = html_of(open_tab())
    assert shown.index("danger-") < shown.index('class="part help"')
    assert 'href="tel:112"' in shown


def test_who_does_not_know_where_to_begin_is_led_to_a_person() -> None:
    tab = open_tab()
    tab.button(key="lost").click().run()
    assert "Ik weet niet waar ik moet beginnen." in html_of(tab)


def test_an_event_leads_to_its_first_question() -> None:
    tab = open_tab()
    tab.button(key="event-moving_house").click().run()
    assert get_portal().catalogue.life_events["moving_house"].on_text in html_of(tab)


def test_an_impossible_day_is_refused_and_a_real_one_goes_on() -> None:
    tab = open_tab()
    tab.button(key="event-moving_house").click().run()
    for part, typed in (("day", "31"), ("month", "2"), ("year", "2026")):
        tab.text_input(key=f"0.on-{part}").input(typed)
    tab.button[_position(tab, "Verder")].click().run()
    assert 'role="alert"' in html_of(tab)
    tab.text_input(key="0.on-day").input("20")
    tab.text_input(key="0.on-month").input("11")
    tab.button[_position(tab, "Verder")].click().run()
    situation = memory_of(tab).situation
    assert situation is not None
    assert str(situation.life_events[0].on) == "2026-11-20"


def _position(tab: object, text: str) -> int:
    return next(n for n, button in enumerate(tab.button) if button.label == text)  # type: ignore[attr-defined]


def test_the_way_back_keeps_the_answers() -> None:
    tab = open_tab(told=Told(), page="questions")
    before = memory_of(tab).situation
    tab.button(key="back").click().run()
    assert memory_of(tab).situation == before


def test_every_question_can_be_answered_with_i_do_not_know_until_the_overview() -> None:
    tab = open_tab()
    tab.button(key="event-moving_house").click().run()
    for _ in range(20):
        unknown = [button for button in tab.button if button.label == "Weet ik niet"]
        if not unknown or "undo-done" in html_of(tab):
            break
        unknown[0].click().run()
        if "step-report_move" in html_of(tab):
            break
    assert "step-report_move" in html_of(tab)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_shows_the_numbered_steps_of_the_view(language: str) -> None:
    portal = get_portal()
    view = portal.build_view(portal.read_situation(Told().packed()), portal.today(), language)
    shown = html_of(open_tab(language, Told(), "overview"))
    assert re.findall(r'<article[^>]* id="step-([^"]+)"', shown) == [step.id for step in view.all_steps]


def test_done_can_be_undone_at_once() -> None:
    tab = open_tab(told=Told(), page="overview")
    press_wish(tab, "decide", "done:report_move")
    situation = memory_of(tab).situation
    assert situation is not None and "report_move" in situation.done
    press_wish(tab, "decide", "reopen:report_move")
    situation = memory_of(tab).situation
    assert situation is not None and not situation.done


def test_a_step_can_be_put_off_and_the_own_order_let_go() -> None:
    tab = open_tab(told=Told(), page="overview")
    press_wish(tab, "decide", "later:report_move")
    situation = memory_of(tab).situation
    assert situation is not None and "report_move" in situation.put_off
    press_wish(tab, "forget_order")
    situation = memory_of(tab).situation
    assert situation is not None and not situation.put_off


def test_clearing_the_screen_forgets_everything_but_the_language() -> None:
    tab = open_tab("ar", Told(), "overview")
    press_wish(tab, "clear")
    assert memory_of(tab).situation is None
    assert pack(memory_of(tab)) == ""
    assert memory_of(tab).language == "ar"


def test_what_the_browser_kept_comes_back_and_what_is_broken_is_let_go() -> None:
    tab = open_tab(told=Told())
    memory = memory_of(tab)
    kept, situation = pack(memory), memory.situation
    memory.clear()
    for broken in ("", "x", "[]", '{"situation": 3}', kept.replace("moving_house", "flying"), "[" * 5000):
        unpack(memory, broken)
        assert memory.situation is None
    unpack(memory, kept)
    assert memory.situation == situation


def test_an_exception_shows_a_calm_message_and_keeps_the_answers(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("geheim van een inwoner")

    monkeypatch.setattr(Portal, "build_view_in", break_down)
    tab = open_tab(told=Told(), page="overview")
    shown = html_of(tab)
    assert not tab.exception
    assert "Dit ligt niet aan u." in shown
    assert 'href="tel:14030"' in shown
    assert memory_of(tab).situation is not None
    assert "geheim" not in shown + caplog.text
    assert "RuntimeError" in caplog.text


def test_a_page_opened_without_a_situation_leads_to_the_start() -> None:
    assert "Wat is er gebeurd?" in html_of(open_tab(page="overview"))
