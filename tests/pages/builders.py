"""A tab of the portal under AppTest, with or without a situation told before."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from overview.web.screen.memory import Memory
from overview.web.screen.wishes import take_wish
from overview.wiring import get_portal
from tests.web.builders import Told

ENTRY = Path(__file__).parents[2] / "pages" / "portal.py"


def open_tab(language: str = "nl", told: Told | None = None, page: str = "") -> AppTest:
    """A tab in `language` on `page`, as it is right after the browser gave back what it kept."""
    tab = AppTest.from_file(str(ENTRY), default_timeout=20)
    memory = Memory(language=language, is_restored=True)
    if told is not None:
        memory.situation = get_portal().read_situation(told.packed())
    tab.session_state["memory"] = memory
    tab.run()
    if page:
        tab.switch_page(f"{page}.py").run()
    return tab


def memory_of(tab: AppTest) -> Memory:
    """What this tab remembers."""
    memory = tab.session_state["memory"]
    assert isinstance(memory, Memory)
    return memory


def html_of(tab: AppTest) -> str:
    """All template parts on the screen, in order."""
    return "\n".join(element.proto.body for element in tab.get("html"))


def press_wish(tab: AppTest, name: str, of: str = "") -> AppTest:
    """Press what stands on the screen with this wish, as the keeper in the browser tells it."""
    assert f'data-wish="{name}" data-of="{of}"' in html_of(tab), f"{name} {of} is not on the screen"
    memory = memory_of(tab)
    take_wish(memory, name, of)
    page, memory.wanted = memory.wanted, ""
    return tab.switch_page(f"{page}.py").run() if page else tab.run()
