"""What is pressed on our own HTML: carried out when we know it, passed over when we do not."""

from __future__ import annotations

import copy
import re

import pytest

from overview.wiring import get_portal
from tests.pages.builders import html_of, memory_of, open_tab, press_wish
from tests.web.builders import Told


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


@pytest.mark.parametrize("choice", ["done", "waiting", "later", "first", "not_needed"])
def test_a_choice_about_a_row_is_taken_said_and_has_the_focus(choice: str) -> None:
    tab = open_tab(told=Told(), page="overview")
    row = re.findall(r'data-wish="decide" data-of="first:([^"]+)"', html_of(tab))[-1]
    title = memory_of(tab).titles[row]
    press_wish(tab, "decide", f"{choice}:{row}")
    memory = memory_of(tab)
    situation = memory.situation
    assert situation is not None
    held = (situation.done, situation.waiting, situation.put_off, situation.pinned, situation.not_needed)
    assert [row in taken for taken in held].count(True) == 1
    assert memory.change.endswith(title)
    assert memory.focus in ("undo-done", f"title-{row}")


def test_a_question_beside_a_step_is_answered_where_it_stands() -> None:
    tab = open_tab(told=Told(answers={"children": "none"}), page="overview")
    of = re.findall(r'data-wish="answer" data-of="([^"]+)"', html_of(tab))[0]
    press_wish(tab, "answer", of)
    assert f'data-of="{of}"' not in html_of(tab)
    key, _, value = of.partition("=")
    situation = memory_of(tab).situation
    assert situation is not None
    assert value in {**situation.answers, **situation.life_events[0].answers}.values()
    assert key in memory_of(tab).asked


@pytest.mark.parametrize(
    "page", ["agencies", "letters", "danger", "help_around", "glossary", "accessibility"]
)
def test_a_link_to_a_page_opens_it_and_the_page_says_where_one_is(page: str) -> None:
    tab = press_wish(open_tab(told=Told(), page="overview"), "open", page)
    shown = html_of(tab)
    assert 'role="alert"' not in shown
    assert f'data-of="{page}" aria-current="page"' in shown


def test_another_language_is_said_in_that_language() -> None:
    tab = press_wish(open_tab(told=Told(), page="overview"), "speak", "ar")
    assert memory_of(tab).language == "ar"
    assert memory_of(tab).change == "العربية"
    assert get_portal().words("ar").say("Dit doet u eerst").plain in html_of(tab)


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("nothing", "x"),
        ("open", "../secret"),
        ("open", "https://example.com"),
        ("speak", "xx"),
        ("decide", "done:nothing"),
        ("decide", "eaten:report_move"),
        ("decide", ""),
        ("answer", "0.low_income=maybe"),
        ("answer", "9.nothing=yes"),
        ("tell", "flying"),
        ("letter", "report_move"),
        ("sign", "nothing:report_move"),
        ("sign", "objection:nothing"),
    ],
)
def test_what_we_do_not_know_changes_nothing(name: str, of: str) -> None:
    from overview.web.screen.wishes import take_wish

    memory = memory_of(open_tab(told=Told(), page="overview"))
    before = copy.copy(memory)
    take_wish(memory, name, of)
    assert memory == before


def test_no_page_is_pressed_before_anything_is_told() -> None:
    shown = html_of(open_tab())
    assert 'class="part ways"' not in shown
    assert 'data-wish="clear"' in shown
