"""At home: what the citizen wants and how much help, told, seen on the overview, changed and taken back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from overview.domain.capacity import SupportLevel
from overview.web.screen.memory import Memory
from overview.web.screen.own_wants import MOST_GOALS
from overview.web.screen.packing import pack, unpack
from tests.pages.builders import html_of, memory_of, open_tab, press_wish
from tests.web.builders import Told

GOAL = "Rust in huis"


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


def _tell(tab: AppTest, goal: str) -> AppTest:
    tab.text_input(key="own-goal-text").input(goal)
    return tab.button(key="FormSubmitter:own-goal-Dit wil ik").click().run()


def test_the_overview_leads_to_it_and_shows_what_was_told() -> None:
    tab = press_wish(open_tab(told=Told(), page="overview"), "open", "goals")
    tab = _tell(tab, f"  {GOAL} ")
    assert memory_of(tab).goals == (GOAL,)
    assert GOAL in html_of(tab)
    shown = html_of(tab.switch_page("overview.py").run())
    assert GOAL in shown
    assert 'data-wish="open" data-of="goals"' in shown


def test_no_level_is_chosen_beforehand_and_one_press_changes_it() -> None:
    tab = open_tab(told=Told(), page="goals")
    assert tab.radio(key="own-support").value is None
    tab.radio(key="own-support").set_value(SupportLevel.TOGETHER).run()
    assert memory_of(tab).support is SupportLevel.TOGETHER
    assert "Dan kijken wij samen wie u helpt." in html_of(tab)
    tab.radio(key="own-support").set_value(SupportLevel.SELF).run()
    assert memory_of(tab).support is SupportLevel.SELF
    assert "Ik doe het zelf" in html_of(tab.switch_page("overview.py").run())


def test_a_goal_is_taken_back_and_there_is_an_end_to_them() -> None:
    tab = open_tab(told=Told(), page="goals")
    for number in range(MOST_GOALS):
        tab = _tell(tab, f"Doel {number}")
    assert not tab.text_input
    assert "Haal er eerst één weg." in html_of(tab)
    tab.button(key="goal-drop-1").click().run()
    assert memory_of(tab).goals == ("Doel 0", "Doel 2", "Doel 3", "Doel 4")
    assert len(tab.text_input) == 1


@pytest.mark.parametrize("goal", ["", "   "])
def test_nothing_told_is_nothing_added(goal: str) -> None:
    assert memory_of(_tell(open_tab(told=Told(), page="goals"), goal)).goals == ()


def test_they_come_back_after_a_reload_and_nonsense_does_not() -> None:
    tab = open_tab(told=Told(), page="goals")
    before = memory_of(tab)
    before.goals, before.support = (GOAL,), SupportLevel.TAKEN_OVER
    after = Memory(language="nl")
    unpack(after, pack(before))
    assert (after.goals, after.support) == (before.goals, before.support)
    broken = Memory(language="nl")
    unpack(broken, pack(before).replace(f'["{GOAL}"]', "7").replace("taken_over", "boss"))
    assert (broken.goals, broken.support) == ((), None)


def test_they_go_when_the_screen_is_cleared() -> None:
    tab = open_tab(told=Told(), page="goals")
    memory = memory_of(_tell(tab, GOAL))
    memory.clear()
    assert (memory.goals, memory.support) == ((), None)
