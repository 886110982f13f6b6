"""A long overview on the light page: more pages, nothing left out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from overview.web.light_overview import show_overview
from overview.web.light_visit import Visit
from overview.wiring import get_portal
from overview.words.view import OverviewView
from tests.web.builders import PortalClient, Told

LIGHT_LIMIT = 40_000
MANY = 60


def _view_many(language: str) -> OverviewView:
    portal = get_portal()
    view = portal.build_view(portal.read_situation(Told().packed()), portal.today(), language)
    groups = []
    for group in view.groups:
        steps = group.steps
        if group.code in ("later", "next"):
            steps = tuple(
                replace(steps[n % len(steps)], id=f"{group.code}-{n}", number=n) for n in range(MANY // 2)
            )
        groups.append(replace(group, steps=steps))
    return replace(view, groups=tuple(groups))


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_long_overview_is_split_into_small_pages_and_says_every_step_with_its_reason(language: str) -> None:
    view = _view_many(language)
    visit = Visit(language, get_portal().read_situation(Told().packed()))
    listed: list[str] = []
    start = 0
    for _ in range(9):
        page = bytes(show_overview(visit, view, start).body)
        assert len(page) < LIGHT_LIMIT
        text = page.decode()
        listed += re.findall(r'<article[^>]* id="step-([^"]+)"', text)
        assert text.count("<h1>") == 1
        more = re.search(r'name="more" value="(\d+)"', text)
        if more is None:
            break
        assert int(more[1]) > start
        start = int(more[1])
    assert start > 0
    assert listed == [step.id for step in view.all_steps]


def test_the_button_leads_to_the_rest_and_the_rest_leads_back(portal: PortalClient) -> None:
    page = portal.post("/light/on", data={"situation": Told().packed(), "speak": "nl", "more": "3"}).text
    assert "Uw andere stappen" in page
    assert "Terug naar mijn stappen" in page


@pytest.mark.parametrize("more", ["x", "-1", "99999999", "999", "²"])
def test_a_place_that_does_not_exist_is_no_error(portal: PortalClient, more: str) -> None:
    answer = portal.post("/light/on", data={"situation": Told().packed(), "speak": "nl", "more": more})
    assert answer.status_code == 200
