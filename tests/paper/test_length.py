"""Nobody prints fifty pages at a counter: how long Gerard's whole overview is."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from overview.adapters.content_files.loader import CONTENT
from overview.wiring import get_portal

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(("language", "beside", "most"), [("nl", None, 13), ("ar", "nl", 22)])
def test_a_whole_overview_of_twenty_six_steps_is_short(language: str, beside: str | None, most: int) -> None:
    portal = get_portal()
    situation = portal.read_situation((CONTENT / "demo" / "gerard.json").read_text(encoding="utf-8"), TODAY)
    printed = portal.print_pdf(situation, TODAY, language, beside, "normal", "full")
    assert len(PdfReader(BytesIO(printed)).pages) <= most
