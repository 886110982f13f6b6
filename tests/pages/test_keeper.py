"""What the browser tells is heard, also when Streamlit let go of the keeper's state before it ran."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from overview.web.screen import keeper
from tests.pages.builders import html_of, memory_of, open_tab
from tests.web.builders import Told


class _Browser:
    """Stands in for the component in the browser. What it tells has no state to be read from."""

    def __init__(self) -> None:
        self.tells: dict[str, Callable[[str], object]] = {}

    def mount(self, **around: Any) -> dict[str, object]:
        told = {event: make(around["data"][0]["tab"]) for event, make in self.tells.items()}
        self.tells = {}
        for event in told:
            around[f"on_{event}_change"]()
        return told


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> _Browser:
    found = _Browser()
    monkeypatch.setattr(keeper, "_mount", found.mount)
    return found


def test_a_press_while_another_page_is_on_its_way_is_carried_out_and_breaks_nothing(
    browser: _Browser,
) -> None:
    tab = open_tab(told=Told(), page="overview")
    browser.tells["wish"] = lambda _: {"name": "open", "of": "agencies"}
    tab.run()
    assert not tab.exception
    assert 'data-of="agencies" aria-current="page"' in html_of(tab)


def test_a_language_chosen_at_such_a_moment_is_spoken(browser: _Browser) -> None:
    tab = open_tab(told=Told(), page="overview")
    browser.tells["wish"] = lambda _: {"name": "speak", "of": "ar"}
    tab.run()
    assert not tab.exception
    assert memory_of(tab).language == "ar"


def test_answers_given_back_at_such_a_moment_are_taken(browser: _Browser) -> None:
    tab = open_tab()
    memory_of(tab).is_restored = False
    kept = json.dumps({"situation": Told().packed()})
    browser.tells["restored"] = lambda name: {"tab": name, "kept": kept}
    tab.run()
    assert not tab.exception
    assert memory_of(tab).situation is not None
