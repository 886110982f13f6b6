"""Each counter works in its own way, and that changes what its workers see."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.conversation import Conversation
from overview.web.screen.counter.agreement_form import list_channels, list_doers
from overview.wiring import get_portal
from overview.words.counter_view import view_counter
from overview.words.speaking import Words
from tests.counter.builders import sit_down
from tests.pages.builders import html_of

CATALOGUE = get_portal().catalogue
MIRRORS = {
    *("utrecht", "amsterdam", "enschede", "werksaam"),
    *("bestwijzer", "bindkracht10", "den_bosch", "nijmegen"),
}
TODAY = date(2026, 11, 22)


def ways(counter: str) -> str:
    """What a worker of this counter reads about it."""
    seen = view_counter(Words("nl", TODAY), CATALOGUE.counters[counter], CATALOGUE)
    return " ".join(way.plain for way in (*seen.ways, *([seen.no_lines] if seen.no_lines else [])))


def test_eight_counters_mirror_the_initiatives_and_all_say_they_are_examples() -> None:
    assert {counter.id for counter in CATALOGUE.counters.values() if counter.mirrors} == MIRRORS
    assert all(CATALOGUE.counters[name].is_example for name in MIRRORS)
    assert all(line.is_example for name in MIRRORS for line in CATALOGUE.counters[name].lines)
    assert len({ways(name) for name in MIRRORS}) >= 7


def test_an_invented_number_reaches_nobody() -> None:
    numbers = [counter.phone for counter in CATALOGUE.counters.values() if counter.mirrors]
    numbers += [line.number for counter in CATALOGUE.counters.values() for line in counter.lines]
    assert all(number.startswith("000 000") for number in numbers)


def test_amsterdam_has_no_walk_in_and_asks_who_sent_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CATALOGUE.counters["amsterdam"].comes_by_referral
    tab = sit_down(monkeypatch, counter="amsterdam", is_talking=False, page="conversation")
    assert [radio.label for radio in tab.radio if radio.key == "begin-came-by"] == [
        "Wie stuurde deze inwoner?"
    ]
    other = sit_down(monkeypatch, counter="utrecht", is_talking=False, page="conversation")
    assert not [radio for radio in other.radio if radio.key == "begin-came-by"]


def test_bindkracht10_visits_people_and_has_no_professional_line() -> None:
    assert "Vrijwilligers" in ways("bindkracht10").title()
    assert "Dit loket heeft geen directe nummers." in ways("bindkracht10")
    assert "visit" in list_channels(CATALOGUE.counters["bindkracht10"])
    assert "visit" not in list_channels(CATALOGUE.counters["utrecht"])


def test_only_with_case_management_a_worker_takes_steps_over() -> None:
    assert "worker" in list_doers(CATALOGUE.counters["werksaam"])
    assert "worker" not in list_doers(CATALOGUE.counters["enschede"])


def test_professional_lines_are_on_the_workers_page_and_on_no_joint_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = [line.number for line in CATALOGUE.counters["werksaam"].lines]
    home = html_of(sit_down(monkeypatch, is_talking=False, page="worker"))
    assert all(number in home for number in numbers)
    for page in ("story", "goals", "overview", "handover", "ending", "agencies"):
        shown = html_of(sit_down(monkeypatch, page=page if page != "agencies" else "story"))
        assert not [number for number in numbers if number in shown]


def test_lines_are_on_no_page_and_no_paper_of_a_citizen() -> None:
    portal = get_portal()
    situation = portal.read_situation('{"life_events": [{"id": "moving_house", "on": "2026-11-20"}]}', TODAY)
    paper = portal.print_together(situation, Conversation("werksaam", "nl"), TODAY, "normal", "full")
    for line in CATALOGUE.counters["werksaam"].lines:
        assert line.number.encode() not in paper
