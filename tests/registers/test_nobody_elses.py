"""A register that mixes in somebody else's case never gets it on screen, light page, paper or in a log."""

from __future__ import annotations

import logging

import pytest

from overview.html import Renderer
from overview.wiring import get_portal
from overview.words.overview_view import build_view
from tests.paper.reading import text_of
from tests.registers.builders import BOB, Desk

SITUATION = '{"life_events": [{"id": "moving_house", "on": "2026-11-20"}]}'


def test_another_citizens_case_is_nowhere(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.register.traps.mixes_in = True
    desk.source.make_sure = lambda budget: None  # type: ignore[method-assign]
    with caplog.at_level(logging.DEBUG):
        readings = (desk.source.fetch_cases(BOB),)
    portal = get_portal()
    today = portal.today()
    situation = portal.read_situation(SITUATION)
    view = build_view(portal.make_overview(situation, today, readings), "nl")
    html = Renderer("nl", portal.words("nl")).render("cases.html", view=view)
    paper = text_of(portal.print_pdf(situation, today, "nl", None, "normal", "full", readings))
    assert "B1-van-bob" in html and "B1-van-bob" in paper
    for shown in (html, paper, caplog.text):
        assert "A1" not in shown and "A2" not in shown
        assert "999993653" not in shown and "999991905" not in shown
    assert "Wij konden niet alles lezen" in html
