"""What is right before any script runs: language, direction, title, policy, and which doors are open."""

from __future__ import annotations

import pytest

from overview.web import assets, frame
from tests.web.builders import PortalClient


@pytest.mark.parametrize(("language", "direction"), [("nl", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_language_and_direction_are_in_the_first_byte(
    portal: PortalClient, language: str, direction: str
) -> None:
    assert f'<html lang="{language}" dir="{direction}">' in portal.get(f"/?lang={language}").text


def test_the_language_chosen_before_comes_back_by_its_cookie(portal: PortalClient) -> None:
    assert '<html lang="ar" dir="rtl">' in portal.get("/overview", headers={"cookie": "language=ar"}).text


@pytest.mark.parametrize("lang", ["xx", "", "../../etc", "nl%00"])
def test_an_unknown_language_is_dutch_and_no_error(portal: PortalClient, lang: str) -> None:
    answer = portal.get(f"/?lang={lang}", headers={"cookie": "language=klingon"})
    assert answer.status_code == 200
    assert '<html lang="nl"' in answer.text


def test_the_frame_has_no_script_in_the_page_and_offers_the_light_page_without_scripts(
    portal: PortalClient,
) -> None:
    page = portal.get("/").text
    assert "<script>" not in page
    assert "/light?lang=nl" in page.split("<noscript>")[1].split("</noscript>")[0]
    assert "<title>Mijn overzicht</title>" in page
    assert "agent" not in page


def test_a_changed_streamlit_page_is_noticed() -> None:
    with pytest.raises(frame.UnknownFrameError):
        frame._swap(frame._NOSCRIPT, "", "<html></html>")


def test_the_policy_allows_no_eval_and_no_inline_script(portal: PortalClient) -> None:
    policy = portal.get("/").headers["content-security-policy"]
    scripts = next(part for part in policy.split(";") if part.strip().startswith("script-src"))
    assert "unsafe" not in scripts
    assert "frame-ancestors 'none'" in policy
    light = portal.get("/light").headers["content-security-policy"]
    assert "script-src" not in light
    assert "default-src 'none'" in light


@pytest.mark.parametrize("path", ["/", "/overview", "/light", "/healthz", "/nergens"])
def test_every_answer_is_guarded_and_kept_by_nobody(portal: PortalClient, path: str) -> None:
    headers = portal.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/media/x.pdf", "/component/x", "/wp-admin"]
)
def test_other_doors_are_closed_with_a_calm_page_in_the_language(portal: PortalClient, path: str) -> None:
    answer = portal.get(path, headers={"cookie": "language=ar"})
    assert answer.status_code == 404
    assert 'lang="ar" dir="rtl"' in answer.text
    assert 'href="tel:' in answer.text


def test_no_file_outside_the_folder_is_reached(portal: PortalClient) -> None:
    for path in (
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/static/../../../config.py",
        "/assets//etc/passwd",
    ):
        assert portal.get(path).status_code == 404


def test_scripts_travel_compressed_and_are_kept_by_the_browser(portal: PortalClient) -> None:
    page = portal.get("/").text
    script = page.split('src="')[1].split('"')[0]
    answer = portal.get(script, headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "max-age=31536000" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")


def test_the_health_check_answers(portal: PortalClient) -> None:
    assert portal.get("/healthz").text == "ok"


def test_the_fonts_that_are_replaced_still_exist_under_their_names_in_streamlit(portal: PortalClient) -> None:
    media = {f"media/{path.name}" for path in (assets.STREAMLIT_STATIC / "media").iterdir()}
    for start in assets.STAND_INS:
        found = [name for name in media if name.startswith(start)]
        assert found, f"Streamlit has no {start} any more: look again at what its first page weighs"
        answer = portal.get(f"/static/{found[0]}")
        assert answer.status_code == 200
        assert len(answer.content) < 25_000
