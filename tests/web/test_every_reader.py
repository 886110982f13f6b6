"""Every reader: Streamlit's words, looks and quick exit on the light page, the statement, the theme."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from overview.web.assets import STREAMLIT_STATIC
from overview.web.streamlit_words import STREAMLIT_WORDS
from overview.web.theme import OWN_FOLDER, ThemeError, load_theme
from tests.web.builders import PortalClient, Told

LANGUAGES = ("nl", "en", "ar")
THEME = Path(__file__).parents[1] / "browser" / "theme"


@pytest.fixture(scope="module")
def streamlit_scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (STREAMLIT_STATIC / "js").glob("*.js"))


@pytest.mark.parametrize("english", STREAMLIT_WORDS)
def test_streamlit_still_says_it_in_these_words(streamlit_scripts: str, english: str) -> None:
    assert f"`{english}`" in streamlit_scripts, "Streamlit changed its words: look what it says now"


@pytest.mark.parametrize("language", LANGUAGES)
def test_streamlits_words_come_in_the_language_asked_for(portal: PortalClient, language: str) -> None:
    words = portal.get(f"/words?lang={language}").json()
    assert words.keys() == STREAMLIT_WORDS.keys()
    assert all(words.values())


def test_the_portals_script_comes_from_the_portal_itself(portal: PortalClient) -> None:
    page = portal.get("/").text
    assert '<script type="module" src="/assets/js/portal.js">' in page
    for name in ("portal", "words", "wishes", "folds", "looks", "aloud", "leave"):
        script = portal.get(f"/assets/js/{name}.js")
        assert script.status_code == 200
        assert "eval(" not in script.text
        assert not re.search(r"https?://", script.text)


def test_a_switch_on_the_light_page_holds_on_the_next_page_and_can_be_turned_off(
    portal: PortalClient,
) -> None:
    told = {"situation": Told().packed(), "speak": "nl"}
    page = portal.post("/light/overview", data=told | {"switch": "large"}).text
    assert re.search(r"<html[^>]* data-large>", page)
    assert 'name="look" value="large"' in page
    page = portal.post("/light/on", data=told | {"look": "large", "agencies": "yes"}).text
    assert re.search(r"<html[^>]* data-large>", page)
    page = portal.post("/light/overview", data=told | {"look": "large", "switch": "large"}).text
    assert not re.search(r"<html[^>]* data-large>", page)
    page = portal.get("/light?lang=nl&look=x%20contrast&switch=simple").text
    assert re.search(r"<html[^>]* data-simple data-contrast>", page)


def test_the_light_page_offers_to_leave_at_once_where_it_is_needed_and_does_not_push_paper(
    portal: PortalClient,
) -> None:
    situation = json.dumps({"life_events": [{"id": "separation"}]})
    page = portal.post("/light/overview", data={"situation": situation, "speak": "nl"}).text
    assert "data-leave" in page
    assert "Neem het mee op papier" not in page
    assert 'action="/print"' in page
    assert "data-leave" not in portal.post("/light/overview", data={"situation": Told().packed()}).text
    assert "data-leave" in portal.get("/light/danger").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_say_nothing_private(portal: PortalClient, language: str) -> None:
    situation = json.dumps({"life_events": [{"id": "separation"}, {"id": "debts"}]})
    titles = set()
    for action in ("overview", "question", "agencies"):
        page = portal.post(f"/light/{action}", data={"situation": situation, "speak": language}).text
        titles.add(re.findall(r"<title>(.*?)</title>", page)[0])
    plain = portal.post("/light/overview", data={"situation": Told().packed(), "speak": language}).text
    assert re.findall(r"<title>(.*?)</title>", plain)[0] in titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_says_what_is_not_good_yet_and_whom_to_call(
    portal: PortalClient, language: str
) -> None:
    page = portal.get(f"/light/accessibility?lang={language}").text
    assert page.count("<h2") >= 4
    assert 'href="tel:14030"' in page
    assert "WCAG 2.2" in page


def test_every_kind_of_step_has_its_own_picture() -> None:
    from overview.adapters.content_files.shapes.steps import STEP_KINDS

    pictures = OWN_FOLDER.parent / "pictograms"
    drawn = {kind: (pictures / f"do-{kind}.svg").read_text(encoding="utf-8") for kind in STEP_KINDS}
    assert len(set(drawn.values())) == len(STEP_KINDS)
    style = (OWN_FOLDER.parent / "css" / "pictograms.css").read_text(encoding="utf-8")
    assert all(f".pic-do-{kind}{{" in style for kind in STEP_KINDS)


def test_a_theme_changes_only_what_it_names() -> None:
    own, other = load_theme(OWN_FOLDER), load_theme(THEME)
    assert other.name == "Gemeente Voorbeelddam"
    assert other.logo == "/theme/logo.svg"
    accent = "--basis-color-action-1-inverse-bg-default"
    assert own.tokens[accent] != other.tokens[accent]
    assert other.tokens.keys() == own.tokens.keys()


@pytest.mark.parametrize(
    ("about", "style"),
    [(None, ":root{}"), ('name = "x"', None), ("name = 3", ""), ('logo = "no.svg"', ""), ("=", "")],
)
def test_a_theme_that_cannot_be_used_says_which_file(
    tmp_path: Path, about: str | None, style: str | None
) -> None:
    if about is not None:
        (tmp_path / "theme.toml").write_text(about, encoding="utf-8")
    if style is not None:
        (tmp_path / "theme.css").write_text(style, encoding="utf-8")
    with pytest.raises(ThemeError, match=re.escape(str(tmp_path))):
        load_theme(tmp_path)


def test_the_licence_of_the_tokens_is_kept() -> None:
    assert "EUROPEAN UNION PUBLIC LICENCE" in (OWN_FOLDER / "LICENSE-EUPL-1.2.md").read_text(encoding="utf-8")
    assert "EUPL" in (OWN_FOLDER / "neutral.css").read_text(encoding="utf-8")
