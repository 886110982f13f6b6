"""POST /print: only from our own page, within limits, with a neutral name, kept nowhere."""

from __future__ import annotations

import json

import pytest

from tests.web.builders import HOST, OWN_FORM, PortalClient, Told


def _form(**fields: str) -> dict[str, str]:
    return {
        "situation": Told().packed(),
        "language": "nl",
        "beside": "",
        "size": "normal",
        "sheet": "full",
    } | fields


def test_the_own_page_gets_its_paper_with_a_neutral_name(portal: PortalClient) -> None:
    answer = portal.post("/print", data=_form(language="ar", beside="nl"), headers=OWN_FORM)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-disposition"] == 'inline; filename="mijn-overzicht.pdf"'
    assert answer.headers["cache-control"] == "no-store"


def test_the_fridge_sheet_comes_from_the_same_form(portal: PortalClient) -> None:
    answer = portal.post("/print", data=_form(sheet="fridge", size="large"), headers=OWN_FORM)
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://elders.example"},
        {"origin": "null"},
        {"origin": HOST, "sec-fetch-site": "cross-site"},
        {"referer": "https://elders.example/portaal.example"},
    ],
)
def test_a_form_from_elsewhere_is_refused(portal: PortalClient, headers: dict[str, str]) -> None:
    answer = portal.post("/print", data=_form(), headers=headers)
    assert answer.status_code == 403
    assert 'href="tel:' in answer.text


def test_an_old_browser_without_origin_is_known_by_its_referer(portal: PortalClient) -> None:
    answer = portal.post("/print", data=_form(), headers={"referer": f"{HOST}/light/overview"})
    assert answer.status_code == 200


def test_paper_cannot_be_asked_for_by_an_address(portal: PortalClient) -> None:
    assert portal.get("/print").status_code == 405


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", "xx"), ("size", "huge"), ("sheet", "wall"), ("beside", "de"), ("situation", "")],
)
def test_a_field_that_does_not_fit_is_refused(portal: PortalClient, field: str, value: str) -> None:
    assert portal.post("/print", data=_form(**{field: value}), headers=OWN_FORM).status_code == 400


def test_bad_input_is_named_in_a_dutch_sentence_without_a_trace(portal: PortalClient) -> None:
    bad = json.dumps({"life_events": [{"id": "moving_house", "on": "2026-02-30"}]})
    answer = portal.post("/print", data=_form(situation=bad, language="ar"), headers=OWN_FORM)
    assert answer.status_code == 400
    assert "life_events[0].on" in answer.text
    assert "Traceback" not in answer.text


def test_twelve_megabytes_are_refused_before_they_are_read(portal: PortalClient) -> None:
    answer = portal.post("/print", data=_form(situation="x" * 12_000_000), headers=OWN_FORM)
    assert answer.status_code == 413


def test_what_breaks_shows_a_calm_page(portal: PortalClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> bytes:
        raise RuntimeError("geheim van een inwoner")

    monkeypatch.setattr("overview.wiring.Portal.print_pdf", break_down)
    answer = portal.post("/print", data=_form(), headers=OWN_FORM)
    assert answer.status_code == 500
    assert "geheim" not in answer.text
    assert 'href="tel:' in answer.text
