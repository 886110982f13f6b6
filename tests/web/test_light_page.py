"""The light page: the whole journey with ordinary forms and no script."""

from __future__ import annotations

import re

import pytest

from overview.wiring import get_portal
from tests.web.builders import PortalClient, Told

LANGUAGES = ("nl", "en", "ar")
LIGHT_LIMIT = 40_000


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1].replace("&#34;", '"').replace("&amp;", "&")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_light_page_is_small_and_has_no_script(portal: PortalClient, language: str) -> None:
    told = {"situation": Told().packed(), "speak": language}
    pages = [
        portal.get(f"/light?lang={language}"),
        portal.get(f"/light/danger?lang={language}"),
        portal.post("/light/question", data=told | {"question": "0.on"}),
        portal.post("/light/overview", data=told),
        portal.post("/light/agencies", data=told),
        portal.post("/light/on", data=told | {"step": "report_move"}),
        portal.post("/light/on", data=told | {"terms": "yes"}),
    ]
    for page in pages:
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text
        assert "<script" not in page.text
    assert all(len(page.content) < LIGHT_LIMIT for page in pages)


def test_a_citizen_goes_from_the_start_to_an_overview(portal: PortalClient) -> None:
    page = portal.post("/light/begin", data={"event": "moving_house", "speak": "nl"}).text
    day = {"day": "20", "month": "11", "year": "2026"}
    for _ in range(20):
        if 'name="reply"' not in page or "step-" in page:
            break
        carried = {name: _hidden(page, name) for name in ("situation", "asked", "language")}
        reply = re.findall(r'name="reply" value="([^"]+)"', page)[-1]
        answer = day | {"reply": "0.on=date"} if reply.startswith("0.on=") else {"reply": reply}
        page = portal.post("/light/on", data=carried | answer).text
    assert "Dit doet u eerst" in page
    assert 'id="step-report_move"' in page
    assert "woensdag 25 november" in page


def test_an_impossible_day_is_asked_again_without_blame(portal: PortalClient) -> None:
    told = {"situation": Told().packed(), "reply": "0.on=date", "day": "31", "month": "2", "year": "2026"}
    page = portal.post("/light/on", data=told).text
    assert 'role="alert"' in page
    assert 'name="day"' in page


def test_a_step_done_on_the_light_page_stands_under_done(portal: PortalClient) -> None:
    told = {"situation": Told().packed(), "decide": "done:report_move"}
    page = portal.post("/light/on", data=told).text
    assert '"done"' in _hidden(page, "situation")


def test_a_step_nobody_has_is_refused(portal: PortalClient) -> None:
    told = {"situation": Told().packed(), "decide": "done:<script>"}
    answer = portal.post("/light/on", data=told)
    assert answer.status_code == 400
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "action", ["on", "overview", "agencies", "question", "reply", "decide", "begin", "step", "settle"]
)
def test_a_form_without_a_situation_is_refused_calmly(portal: PortalClient, action: str) -> None:
    assert portal.post(f"/light/{action}", data={}).status_code == 400


def test_a_page_of_the_journey_opened_by_its_address_leads_to_the_start(portal: PortalClient) -> None:
    answer = portal.get("/light/overview", headers={"cookie": "language=ar"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/light?lang=ar"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_light_page_shows_the_same_numbered_steps_as_the_view(
    portal: PortalClient, language: str
) -> None:
    source = get_portal()
    situation = source.read_situation(Told().packed())
    view = source.build_view(situation, source.today(), language)
    told = {"situation": Told().packed(), "speak": language}
    page = portal.post("/light/overview", data=told).text
    more = re.search(r'name="more" value="(\d+)"', page)
    if more:
        page += portal.post("/light/on", data=told | {"more": more[1]}).text
    assert re.findall(r'<article[^>]* id="step-([^"]+)"', page) == [step.id for step in view.all_steps]
    shown = [
        int(number) for number in re.findall(r'<div class="number[^"]*" aria-hidden="true">(\d+)<', page)
    ]
    assert shown == [step.number for step in view.all_steps if step.number]
