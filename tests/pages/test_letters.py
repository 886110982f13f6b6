"""Letters on the screen, without a browser."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from overview.web.screen.packing import pack, unpack
from overview.wiring import get_portal
from tests.pages.builders import html_of, memory_of, open_tab, press_wish
from tests.web.builders import Told

LANGUAGES = ("nl", "en", "ar")


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


def press(tab: AppTest, text: str) -> AppTest:
    """Press the button with these words, as forms have buttons without a key."""
    return next(button for button in tab.button if button.label == text).click().run()


def find_letter(tab: AppTest, typed: str, letter_id: str) -> AppTest:
    """From the start page to the page of a letter, by words on it."""
    tab.button(key="event-letter").click().run()
    tab.text_input(key="letter-words").input(typed)
    press(tab, "Zoek de brief")
    return tab.button(key=f"change-found-{letter_id}").click().run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["letters", "sign", "help_around", "glossary"])
def test_every_page_shows_with_one_main_heading_and_help(language: str, page: str) -> None:
    tab = open_tab(language, page=page)
    shown = html_of(tab)
    assert not tab.exception
    assert 'role="alert"' not in shown
    assert shown.count("<h1") == 1
    assert 'href="tel:14030"' in shown


def test_a_letter_found_by_its_words_becomes_a_step_with_its_last_day() -> None:
    tab = find_letter(open_tab(), "verkeers boete", "j01")
    assert "Beschikking verkeersboete" in html_of(tab)
    assert "Betaal niet via een link" in html_of(tab)
    for part, typed in (("day", "10"), ("month", "11"), ("year", "2026")):
        tab.text_input(key=f"letter-dated-{part}").input(typed)
    press(tab, "Zet in mijn stappen")
    situation = memory_of(tab).situation
    assert situation is not None
    assert [(held.kind, str(held.dated)) for held in situation.letters] == [("j01", "2026-11-10")]
    assert 'id="step-letter_j01"' in html_of(tab)
    assert "Uiterlijk" in html_of(tab)


def test_a_letter_without_a_date_asks_it_beside_its_step() -> None:
    tab = find_letter(open_tab(told=Told()), "verkeers boete", "j01")
    press(tab, "Zet erin zonder datum")
    assert "Kijk op uw brief welke datum er staat." in html_of(tab)
    press_wish(tab, "letter", "letter_j01")
    for part, typed in (("day", "10"), ("month", "11"), ("year", "2026")):
        tab.text_input(key=f"letter-dated-{part}").input(typed)
    press(tab, "Zet in mijn stappen")
    situation = memory_of(tab).situation
    assert situation is not None
    assert len(situation.letters) == 1
    assert "Kijk op uw brief welke datum er staat." not in html_of(tab)


def test_a_day_that_cannot_be_is_asked_again_and_nothing_is_added() -> None:
    tab = find_letter(open_tab(), "opschorting bijstand", "g07")
    tab.text_input(key="letter-dated-day").input("40")
    press(tab, "Zet in mijn stappen")
    assert 'role="alert"' in html_of(tab)
    assert memory_of(tab).situation is None


def test_a_letter_is_found_by_who_sent_it() -> None:
    tab = open_tab(page="letters")
    tab.button(key="change-sender-svb").click().run()
    tab.button(key="change-kind-s02").click().run()
    assert get_portal().catalogue.letters["s02"].name in html_of(tab)


def test_what_is_not_found_leads_to_a_person() -> None:
    tab = open_tab(page="letters")
    tab.text_input(key="letter-words").input("pizza")
    press(tab, "Zoek de brief")
    shown = html_of(tab)
    assert "Deze brief vonden wij niet" in shown
    assert "Sociaal raadslieden" in shown


def test_a_letter_to_sign_opens_with_what_is_known_already() -> None:
    tab = find_letter(open_tab(), "kwijtschelding afwijzing", "g25")
    for part, typed in (("day", "10"), ("month", "11"), ("year", "2026")):
        tab.text_input(key=f"letter-dated-{part}").input(typed)
    press(tab, "Zet in mijn stappen")
    press_wish(tab, "sign", "objection:letter_g25")
    shown = html_of(tab)
    assert 'action="/print/letter"' in shown
    assert 'value="10-11-2026"' in shown


def test_what_often_follows_is_offered_and_told_with_one_button() -> None:
    tab = open_tab()
    memory = memory_of(tab)
    told = json.dumps({"life_events": [{"id": "job_loss", "on": "2026-11-10", "answers": {}}]})
    memory.situation = get_portal().read_situation(told)
    tab.switch_page("overview.py").run()
    assert "Speelt dit ook?" in html_of(tab)
    press_wish(tab, "tell", "debts")
    situation = memory_of(tab).situation
    assert situation is not None
    assert [one.life_event for one in situation.life_events] == ["job_loss", "debts"]


def test_clearing_the_screen_forgets_the_letter_too() -> None:
    tab = find_letter(open_tab(), "opschorting bijstand", "g07")
    press_wish(tab, "clear")
    memory = memory_of(tab)
    assert (memory.letter, memory.sender, memory.template, memory.letter_step) == ("", "", "", "")
    assert pack(memory) == ""


def test_letters_come_back_when_the_browser_gives_back_what_it_kept() -> None:
    tab = find_letter(open_tab(), "opschorting bijstand", "g07")
    press(tab, "Zet erin zonder datum")
    memory = memory_of(tab)
    kept, situation = pack(memory), memory.situation
    memory.clear()
    unpack(memory, kept)
    assert memory.situation == situation


def test_a_letter_among_the_rows_leads_to_its_own_page_too() -> None:
    tab = open_tab()
    letters = [{"id": name, "dated": "2026-11-20"} for name in ("g07", "j01", "b12", "h01", "c05")]
    memory_of(tab).situation = get_portal().read_situation(
        json.dumps({"life_events": [], "letters": letters})
    )
    tab.switch_page("overview.py").run()
    shown = html_of(tab)
    for letter in letters:
        assert f'data-wish="letter" data-of="letter_{letter["id"]}"' in shown
