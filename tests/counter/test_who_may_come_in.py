"""Every page and address of the counter: only for a worker; a counter lead and a reviewer see nobody."""

from __future__ import annotations

import json
from typing import Any

import pytest

from overview.domain.conversation import Conversation
from overview.domain.identity import Role
from overview.services.conversation_writer import write_conversation
from overview.web import counter_printing
from overview.web.paths import PAGES
from overview.web.screen import visitor as screen_visitor
from overview.web.sign_in.visitors import NOBODY, Visitor
from tests.counter.builders import make_worker, sit_down
from tests.pages.builders import html_of, memory_of, open_tab
from tests.web.builders import OWN_FORM, PortalClient, Told

JOINT = ("conversation", "story", "goals", "own_step", "agree", "handover", "ending")
AT_HOME_TOO = ("goals",)
"""Without a conversation this page holds what a citizen at home wants, and nobody else's."""
ONLY_HERE = tuple(page for page in JOINT if page not in AT_HOME_TOO)
OTHERS = (None, Role.COUNTER_LEAD, Role.CONTENT_REVIEWER)
TALK = json.dumps(write_conversation(Conversation("werksaam", "ar")))


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


def test_every_page_of_the_counter_is_in_these_tables() -> None:
    of_citizens = {
        *("questions", "overview", "agencies", "danger", "accessibility", "letters", "sign", "help_around"),
        *("glossary", "keep", "my_data", "note", "code", "case", "debts"),
    }
    assert set(PAGES) - of_citizens == {"worker", *JOINT}


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("page", ["worker", *ONLY_HERE])
def test_who_is_no_worker_sees_no_page_of_the_counter(
    monkeypatch: pytest.MonkeyPatch, page: str, role: Role | None
) -> None:
    who = NOBODY if role is None else Visitor(worker=make_worker(role))
    monkeypatch.setattr(screen_visitor, "find_visitor", lambda _: who)
    shown = html_of(open_tab(page=page))
    expected = "Voor medewerkers van het loket" if role is None else "Met uw rol ziet u geen gegevens"
    assert expected in shown
    assert 'data-wish="end_conversation"' not in shown


@pytest.mark.parametrize("page", JOINT)
def test_a_worker_who_is_no_longer_signed_in_loses_the_conversation_on_every_page(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    tab = sit_down(monkeypatch, told=Told())
    monkeypatch.setattr(screen_visitor, "find_visitor", lambda _: NOBODY)
    tab.switch_page(f"{page}.py").run()
    memory = memory_of(tab)
    assert (memory.desk, memory.situation, memory.language) == (None, None, "nl")
    shown = html_of(tab)
    assert ("Voor medewerkers van het loket" in shown) is (page in ONLY_HERE)
    assert not shown_of_a_conversation(shown)


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("page", AT_HOME_TOO)
def test_who_is_no_worker_finds_nothing_of_a_conversation_on_a_page_for_home(
    monkeypatch: pytest.MonkeyPatch, page: str, role: Role | None
) -> None:
    who = NOBODY if role is None else Visitor(worker=make_worker(role))
    monkeypatch.setattr(screen_visitor, "find_visitor", lambda _: who)
    assert not shown_of_a_conversation(html_of(open_tab(page=page, told=Told())))


def shown_of_a_conversation(shown: str) -> bool:
    """Whether anything stands there that only a conversation at the counter has."""
    return any(f'data-wish="{wish}"' in shown for wish in ("end_conversation", "goal", "able", "cover"))


def test_another_worker_on_this_screen_does_not_take_the_conversation_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tab = sit_down(monkeypatch, told=Told(), page="overview")
    other = make_worker(session="other-session", actor="worker-2")
    monkeypatch.setattr(screen_visitor, "find_visitor", lambda _: Visitor(worker=other))
    tab.run()
    assert memory_of(tab).situation is None


def test_when_the_citizen_signs_out_the_joint_view_closes(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = sit_down(monkeypatch, told=Told(), page="overview")
    memory_of(tab).person = "somebody-who-was-signed-in"
    tab.run()
    memory = memory_of(tab)
    assert memory.desk is not None
    assert (memory.situation, memory.desk.conversation) == (None, None)


@pytest.mark.parametrize("role", OTHERS)
def test_paper_of_a_conversation_is_for_workers_only(
    monkeypatch: pytest.MonkeyPatch, role: Role | None
) -> None:
    answer = _print(monkeypatch, NOBODY if role is None else Visitor(worker=make_worker(role)))
    assert answer.status_code == 403
    assert not answer.content.startswith(b"%PDF")


def test_paper_of_a_conversation_is_made_for_a_worker_and_not_for_another_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker = Visitor(worker=make_worker())
    assert _print(monkeypatch, worker).content.startswith(b"%PDF")
    foreign = {"origin": "https://elders.example", "sec-fetch-site": "cross-site"}
    assert _print(monkeypatch, worker, headers=foreign).status_code == 403


@pytest.mark.parametrize(
    "field",
    [
        {"conversation": "{"},
        {"conversation": '{"counter": "nergens", "language": "nl"}'},
        {"conversation": "[" * 5000},
        {"situation": "{}"},
        {"size": "huge"},
        {"sheet": "wall"},
        {"code": "not-a-code"},
    ],
)
def test_nonsense_in_the_form_of_the_paper_is_refused_calmly(
    monkeypatch: pytest.MonkeyPatch, field: dict[str, str]
) -> None:
    answer = _print(monkeypatch, Visitor(worker=make_worker()), **field)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def _print(
    monkeypatch: pytest.MonkeyPatch, who: Visitor, headers: dict[str, str] = OWN_FORM, **fields: str
) -> Any:
    async def find(_: object) -> Visitor:
        return who

    monkeypatch.setattr(counter_printing, "find_visitor_of", find)
    form = {"situation": Told().packed(), "conversation": TALK, **fields}
    return PortalClient().post("/print/together", form, headers)
