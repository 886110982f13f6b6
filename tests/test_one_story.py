"""Gerard's overview says the same on the command line, on the light page and on paper."""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from overview.adapters.content_files.loader import CONTENT
from overview.cli.plan_output import build_plan_output
from overview.wiring import get_portal
from overview.words.overview_view import build_view
from overview.words.view import OverviewView
from tests.web.builders import PortalClient

TODAY = date(2026, 11, 22)
GERARD = (CONTENT / "demo" / "gerard.json").read_text(encoding="utf-8")
NUMBERED = ("now", "next", "later")

pytestmark = pytest.mark.parametrize("language", ["nl", "ar", "en"])


@pytest.fixture(autouse=True)
def on_gerards_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", TODAY.isoformat())


def tell(language: str) -> tuple[dict[str, Any], OverviewView]:
    portal = get_portal()
    overview = portal.make_overview(portal.read_situation(GERARD, TODAY), TODAY)
    view = build_view(overview, language)
    return build_plan_output(overview, view), view


def bare(text: str) -> str:
    """Words as they are read: no markup, no direction marks, one space between."""
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    text = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


def split(text: str) -> list[str]:
    """Runs of digits or of letters of one script, which is as far as text from a PDF can be trusted."""
    return re.findall("[0-9]+|[A-Za-zÀ-ž]+|[\u0600-\u06ff]+", text)


def test_the_numbers_a_person_sees_count_the_steps_as_the_plan_lists_them(language: str) -> None:
    made, view = tell(language)
    listed = [step["id"] for step in made["steps"] if step["group"] in NUMBERED]
    assert [(step.number, step.id) for step in view.all_steps if step.number] == list(enumerate(listed, 1))
    assert [step.id for step in view.all_steps] == [step["id"] for step in made["steps"]]


def test_the_light_page_says_every_title_date_and_reason_in_the_same_order(language: str) -> None:
    made, view = tell(language)
    page = PortalClient().post("/light/overview", data={"situation": GERARD, "speak": language})
    text = bare(page.text)
    assert page.status_code == 200
    place = 0
    for told, step in zip(made["steps"], view.all_steps, strict=True):
        for said in (told["title"], step.due.plain if step.due else "", told["reason"]["text"]):
            assert bare(said) in text, said
        found = page.text.find(f'id="step-{step.id}"')
        assert found > place, step.id
        place = found


def test_the_paper_says_every_word_of_every_title_date_and_reason(language: str) -> None:
    made, view = tell(language)
    portal = get_portal()
    situation = portal.read_situation(GERARD, TODAY)
    printed = portal.print_pdf(situation, TODAY, language, None, "normal", "full")
    pages = PdfReader(io.BytesIO(printed)).pages
    words = set(split(bare(" ".join(page.extract_text() for page in pages))))
    for told, step in zip(made["steps"], view.all_steps, strict=True):
        for said in (told["title"], step.due.plain if step.due else "", told["reason"]["text"]):
            missing = [word for word in split(bare(said)) if word not in words]
            assert not missing, (said, missing)


def test_the_json_holds_the_words_of_the_view(language: str) -> None:
    made, view = tell(language)
    assert json.loads(json.dumps(made, ensure_ascii=False)) == made
    assert [step["title"] for step in made["steps"]] == [step.title.plain for step in view.all_steps]
    assert [step["reason"]["text"] for step in made["steps"]] == [
        step.reason.plain for step in view.all_steps
    ]
