"""Letters at the edge: which kind, which days, which answer; the light page and the paper of a letter."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from overview.domain.letters import HeldLetter
from overview.domain.situation import Situation
from overview.web import journey, letters
from overview.wiring import get_portal
from tests.web.builders import HOST, OWN_FORM, PortalClient

TODAY = date(2026, 11, 22)
CATALOGUE = get_portal().catalogue
LANGUAGES = ("nl", "en", "ar")
LIGHT_LIMIT = 40_000
BOXES = {"dated-day": "10", "dated-month": "11", "dated-year": "2026"}


def told(*held: dict[str, str]) -> str:
    return json.dumps({"life_events": [], "letters": list(held)})


def kept(page: str) -> dict[str, object]:
    found = re.search(r'name="situation" value="([^"]*)"', page)
    assert found
    situation = json.loads(html.unescape(found[1]))
    assert isinstance(situation, dict)
    return situation


def test_every_kind_of_letter_is_reached_by_its_sender() -> None:
    reached = {kind.id for sender in letters.list_senders(CATALOGUE) for kind in sender.kinds}
    assert reached == set(CATALOGUE.letters)


def test_empty_boxes_are_not_known_and_no_mistake() -> None:
    assert letters.read_held("g07", {}, TODAY) == HeldLetter("g07")


@pytest.mark.parametrize(
    "boxes",
    [
        BOXES | {"dated-day": "31", "dated-month": "2"},
        {"dated-day": "10"},
        BOXES | {"dated-year": "twee"},
        BOXES | {"until-day": "9", "until-month": "11", "until-year": "2026"},
    ],
)
def test_days_that_cannot_be_are_asked_again(boxes: dict[str, str]) -> None:
    assert letters.read_held("g07", boxes, TODAY) is None


def test_a_letter_told_twice_is_one_letter() -> None:
    letter = HeldLetter("g07", date(2026, 11, 10))
    once = letters.hold(None, letter)
    assert letters.hold(once, letter) == once


def test_a_date_told_later_belongs_to_the_letter_that_had_none() -> None:
    first = letters.hold(None, HeldLetter("g07"))
    letter = HeldLetter("g07", date(2026, 11, 10))
    assert letters.hold(first, letter).letters == (letter,)


def test_two_letters_of_one_kind_with_other_dates_are_two_steps() -> None:
    one = letters.hold(None, HeldLetter("j01", date(2026, 11, 1)))
    two = letters.hold(one, HeldLetter("j01", date(2026, 11, 10)))
    assert len(two.letters) == 2
    changed = letters.hold(two, HeldLetter("j01", date(2026, 11, 12)), "letter_j01@letter#2")
    assert [held.dated for held in changed.letters] == [date(2026, 11, 1), date(2026, 11, 12)]
    view = get_portal().build_view(changed, TODAY, "nl")
    assert {letters.find_held(changed, step.id) for step in view.all_steps} == {0, 1}


def test_more_letters_than_anyone_holds_stay_readable() -> None:
    situation: Situation | None = None
    for day in range(1, 29):
        for month in (9, 10):
            situation = letters.hold(situation, HeldLetter("j01", date(2026, month, day)))
    assert situation is not None
    portal = get_portal()
    assert portal.read_situation(portal.write_situation(situation), TODAY) == situation


def test_an_event_told_after_a_letter_keeps_the_letter() -> None:
    held = letters.hold(None, HeldLetter("g07"))
    assert journey.tell_also(held, "debts").letters == held.letters


def test_objection_is_offered_only_where_it_is_open() -> None:
    for kind in CATALOGUE.letters.values():
        offered = {template.id for template in letters.list_templates(CATALOGUE, kind.step_id, kind)}
        if kind.agency in ("court", "landlord", "bailiff", "cjib", "energy_supplier", "health_insurer"):
            assert not offered & {"objection", "objection_pro_forma", "notice_of_default"}, kind.id
    besluit = CATALOGUE.letters["g25"]
    assert "objection" in {t.id for t in letters.list_templates(CATALOGUE, besluit.step_id, besluit)}


def test_a_step_is_offered_only_letters_that_name_it() -> None:
    assert [t.id for t in letters.list_templates(CATALOGUE, "decide_ww@job_loss", None)] == [
        "notice_of_default"
    ]
    assert letters.list_templates(CATALOGUE, "report_move", None) == ()


def test_what_is_known_of_a_held_letter_is_filled_in() -> None:
    held = letters.hold(None, HeldLetter("g07", date(2026, 11, 10)))
    assert letters.describe_held(CATALOGUE, held, "letter_g07") == ("Gemeente", {"letter_date": "10-11-2026"})
    assert letters.describe_held(CATALOGUE, None, "unheard_of") == ("", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_light_page_about_letters_is_small_and_in_the_language(
    portal: PortalClient, language: str
) -> None:
    longest = max(CATALOGUE.letters.values(), key=lambda kind: len(kind.what + kind.first + kind.otherwise))
    asked: list[tuple[str, dict[str, str]]] = [
        ("letters", {}),
        ("letters", {"words": "aanmaning"}),
        ("sender", {"sender": "municipality"}),
        ("letter", {"letter": longest.id}),
        ("letter", {"letter": "letter_g07", "situation": told({"id": "g07"})}),
        ("sign", {"sign": "all"}),
        ("sign", {"sign": "complaint:"}),
        ("around", {"situation": told({"id": "g07"})}),
        *(("glossary", {"glossary": str(start)}) for start in range(0, len(CATALOGUE.terms), 80)),
    ]
    for action, form in asked:
        page = portal.post(f"/light/{action}", data=form | {"speak": language})
        assert page.status_code == 200, action
        assert f'<html lang="{language}"' in page.text
        assert page.text.count("<h1") == 1, action
        assert "<script" not in page.text
        assert len(page.content) < LIGHT_LIMIT, (action, len(page.content))


def test_a_letter_found_on_the_light_page_becomes_a_step_with_its_last_day(portal: PortalClient) -> None:
    found = portal.post("/light/letters", data={"words": "verkeers boete", "language": "nl"}).text
    assert 'name="letter" value="j01"' in found
    page = portal.post("/light/on", data={"letter": "j01", "language": "nl"}).text
    assert "Betaal niet via een link" in page
    page = portal.post("/light/hold", data=BOXES | {"kind": "j01", "hold": "dated", "language": "nl"}).text
    assert 'id="step-letter_j01"' in page
    assert kept(page)["letters"] == [{"id": "j01", "dated": "2026-11-10"}]
    assert "Uiterlijk" in page


def test_a_letter_without_a_date_is_a_step_for_today_and_asks_its_date(portal: PortalClient) -> None:
    page = portal.post("/light/hold", data={"kind": "g07", "hold": "undated", "language": "nl"}).text
    assert "Liefst vandaag" in page
    assert "Kijk op uw brief welke datum er staat." in page
    step = portal.post("/light/on", data={"situation": told({"id": "g07"}), "step": "letter_g07"}).text
    assert 'name="letter" value="letter_g07"' in step


def test_a_day_that_cannot_be_is_asked_again_without_blame(portal: PortalClient) -> None:
    wrong = {"kind": "g07", "hold": "dated", "dated-day": "40", "language": "nl"}
    page = portal.post("/light/hold", data=wrong).text
    assert 'role="alert"' in page
    assert 'name="dated-day"' in page


def test_what_is_not_found_leads_to_a_person(portal: PortalClient) -> None:
    page = portal.post("/light/letters", data={"words": "<script>pizza", "language": "nl"}).text
    assert "Deze brief vonden wij niet" in page
    assert "Sociaal raadslieden" in page
    assert 'href="tel:14030"' in page
    assert "<script>" not in page


@pytest.mark.parametrize("action", ["sender", "letter", "sign", "glossary", "hold"])
def test_a_name_that_does_not_exist_leads_back_calmly(portal: PortalClient, action: str) -> None:
    page = portal.post(f"/light/{action}", data={action: "../x", "kind": "../x", "language": "nl"})
    assert page.status_code == 200
    assert "../x" not in page.text


def test_the_most_urgent_letters_name_a_person_before_anything_else() -> None:
    for kind in CATALOGUE.letters.values():
        page = PortalClient().post("/light/letter", data={"letter": kind.id, "language": "nl"}).text
        if kind.level == 5:
            assert page.index("Doe dit niet alleen") < page.index("Wat is dit voor brief?"), kind.id
        assert "Pas op voor nepberichten." in page, kind.id


def _sign(**typed: str) -> dict[str, str]:
    fields = {f"field-{name}": text for name, text in typed.items()}
    return {"template": "objection", "language": "nl", "size": "normal", "to": "Dienst Toeslagen"} | fields


def _text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_a_letter_to_sign_comes_on_paper_with_what_was_typed(portal: PortalClient) -> None:
    form = _sign(letter_date="20-11-2026", reference="AB 12", reasons="Het bedrag klopt niet.")
    answer = portal.post("/print/letter", data=form, headers=OWN_FORM)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'inline; filename="brief.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    text = re.sub(r"\s+", " ", _text(answer.content))
    assert "Bezwaar tegen uw besluit van 20-11-2026" in text
    assert "Het bedrag klopt niet." in text
    assert "Handtekening:" in text
    assert "Dit blad is voor uzelf" in text


@pytest.mark.parametrize(
    "headers", [{}, {"origin": "https://elders.example"}, {"origin": HOST, "sec-fetch-site": "cross-site"}]
)
def test_a_letter_asked_for_by_another_site_is_refused(portal: PortalClient, headers: dict[str, str]) -> None:
    assert portal.post("/print/letter", data=_sign(), headers=headers).status_code == 403


@pytest.mark.parametrize(("field", "value"), [("template", "x"), ("language", "xx"), ("size", "huge")])
def test_a_letter_with_a_field_that_does_not_fit_is_refused(
    portal: PortalClient, field: str, value: str
) -> None:
    answer = portal.post("/print/letter", data=_sign() | {field: value}, headers=OWN_FORM)
    assert answer.status_code == 400


def test_a_letter_cannot_be_asked_for_by_an_address(portal: PortalClient) -> None:
    assert portal.get("/print/letter").status_code == 405


def test_a_very_long_letter_is_refused_or_cut_with_a_line_that_says_so(portal: PortalClient) -> None:
    assert portal.post("/print/letter", data=_sign(story="x" * 500_000), headers=OWN_FORM).status_code == 413
    answer = portal.post("/print/letter", data=_sign(reasons="woord " * 2_000), headers=OWN_FORM)
    assert answer.status_code == 200


def test_what_was_typed_is_in_no_log(portal: PortalClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        portal.post("/print/letter", data=_sign(reasons="mijngeheimereden"), headers=OWN_FORM)
        portal.post("/light/letters", data={"words": "mijngeheimereden"})
    assert "mijngeheimereden" not in caplog.text
