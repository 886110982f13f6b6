"""Who is at the tab: shown on every page, cleared when the session is over, kept when it is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from overview.domain.identity import Assurance, Role, SignedIn
from overview.services.sessions import Sessions
from overview.web.sign_in.visitors import NOBODY, Visitor
from tests.pages.builders import html_of, memory_of, open_tab
from tests.web.builders import Told

FATIMA = SignedIn(
    session="s" * 64,
    role=Role.CITIZEN,
    person="p1",
    actor="a1",
    name="Fatima Bakker",
    level=Assurance.SUBSTANTIAL,
    provider="demo",
    signed_in_at=datetime(2026, 11, 26, tzinfo=UTC),
    acts_for="Daan Bakker",
)


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


def seat(monkeypatch: pytest.MonkeyPatch, visitor: Visitor) -> None:
    """From now on this is who the database knows behind the cookie."""
    monkeypatch.setattr("overview.web.screen.visitor.find_visitor", lambda _: visitor)


@pytest.mark.parametrize("page", ["", "overview", "agencies", "danger", "glossary"])
def test_who_is_signed_in_and_for_whom_stands_on_every_page(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    seat(monkeypatch, Visitor(FATIMA))
    shown = html_of(open_tab(told=Told(), page=page))
    assert "Fatima Bakker" in shown and "Daan Bakker" in shown
    assert 'action="/sign-out' in shown


def test_what_the_tab_keeps_says_nothing_of_who_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    seat(monkeypatch, Visitor(FATIMA))
    tab = open_tab(told=Told(), page="overview")
    memory = memory_of(tab)
    packed = memory.pack()
    assert "moving_house" in packed
    for known in (FATIMA.session, FATIMA.actor, FATIMA.name, FATIMA.acts_for, "person", "bsn"):
        assert known not in packed
    memory.clear()
    assert memory.pack() == ""


def test_a_second_tab_keeps_its_answers_when_the_same_person_signs_in_on_a_higher_level(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def is_followed(self: Sessions, session: str, now: datetime) -> bool:
        asked.append(session)
        return True

    seat(monkeypatch, Visitor(FATIMA))
    tab = open_tab(told=Told(), page="overview")
    situation = memory_of(tab).situation
    monkeypatch.setattr(Sessions, "is_followed", is_followed)
    seat(monkeypatch, NOBODY)
    for _ in range(2):
        tab.run()
        assert memory_of(tab).situation == situation
        shown = html_of(tab)
        assert "data-signed-in-again" in shown
        assert "Fatima" not in shown, "nothing of a session whose cookie is dead"
    assert set(asked) == {FATIMA.session}
    # Signed out in the other tab as well: now it is over here too.
    monkeypatch.setattr(Sessions, "is_followed", lambda *_: False)
    tab.run()
    assert memory_of(tab).situation is None
    assert "U bent uitgelogd" in html_of(tab)


def test_a_session_that_ended_elsewhere_clears_the_tab_at_its_next_run_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seat(monkeypatch, Visitor(FATIMA))
    tab = open_tab(told=Told(), page="overview")
    assert memory_of(tab).situation is not None
    seat(monkeypatch, NOBODY)
    tab.run()
    assert memory_of(tab).situation is None
    shown = html_of(tab)
    assert "U bent uitgelogd" in shown and "Fatima" not in shown
    # The next thing the person does is an answer to it: then it need not be said again.
    tab.switch_page("start.py").run()
    tab.run()
    assert "U bent uitgelogd" not in html_of(tab)


def test_another_person_in_the_same_tab_finds_nothing_of_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seat(monkeypatch, Visitor(FATIMA))
    tab = open_tab(told=Told(), page="overview")
    seat(monkeypatch, Visitor(replace(FATIMA, person="p2", session="t" * 64, name="Maria Haddad")))
    tab.run()
    assert memory_of(tab).situation is None


def test_a_database_that_is_away_for_a_while_takes_nothing_from_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seat(monkeypatch, Visitor(FATIMA))
    tab = open_tab(told=Told(), page="overview")
    seat(monkeypatch, Visitor(is_known=False))
    tab.run()
    assert memory_of(tab).situation is not None
    assert "Wij kunnen even niet zien of u bent ingelogd" in html_of(tab)
    seat(monkeypatch, Visitor(FATIMA))
    tab.run()
    assert memory_of(tab).situation is not None


def test_answers_given_before_signing_in_are_still_there_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = open_tab(told=Told(), page="overview")
    seat(monkeypatch, Visitor(FATIMA))
    tab.run()
    assert memory_of(tab).situation is not None


@pytest.mark.parametrize("level", [Assurance.NONE, Assurance.LOW])
def test_my_data_asks_for_a_sign_in_at_its_own_level(
    monkeypatch: pytest.MonkeyPatch, level: Assurance
) -> None:
    seat(monkeypatch, Visitor(replace(FATIMA, level=level)) if level else NOBODY)
    shown = html_of(open_tab(page="my_data"))
    assert "level=substantial" in shown
