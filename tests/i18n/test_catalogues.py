"""The catalogues: complete, with the placeholders of their source, and honest about who checked them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from i18n import catalogues, update
from i18n.content_extractor import extract_content
from i18n.languages import LANGUAGES, SOURCE_LANGUAGE

OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
BIDI_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return update.collect_sentences()


def forms(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [str(message.string)]


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_of_the_portal_is_said_in_every_language(language: str, template: Catalog) -> None:
    assert update.find_missing(language, template) == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_ask_for_no_value_their_source_lacks(language: str) -> None:
    for message in catalogues.load_catalogue(language):
        if message.fuzzy:
            continue  # A guess that nobody confirmed is never shown.
        source = " ".join(message.id) if isinstance(message.id, tuple) else message.id
        for said in forms(message):
            if message.id:
                assert set(re.findall(r"{\w+}", said)) <= set(re.findall(r"{\w+}", source)), source


@pytest.mark.parametrize("language", OTHERS)
def test_translations_hold_no_bidi_controls_and_only_latin_digits(language: str) -> None:
    for message in catalogues.load_catalogue(language):
        for said in forms(message):
            assert not BIDI_CONTROLS.search(said), said
            assert not re.search("[\u0660-\u0669\u06f0-\u06f9]", said), said


@pytest.mark.parametrize("language", OTHERS)
def test_phone_numbers_and_amounts_are_the_same_in_every_language(language: str) -> None:
    for message in catalogues.load_catalogue(language):
        if isinstance(message.id, str) and message.id:
            for number in re.findall(r"\b0\d{3}-\d{4}\b|\b14 0\d{2}\b|\d+ euro", message.id):
                digits = re.match(r"[\d -]+", number)
                assert digits and digits[0].strip() in forms(message)[0], message.id


def test_who_checked_a_language_is_told(template: Catalog) -> None:
    assert catalogues.find_translator("nl") == "source"
    for language in OTHERS:
        assert catalogues.find_translator(language)


def test_a_catalogue_compiles_by_itself_and_again_when_its_source_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    source = tmp_path / "en.po"
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    source.write_text(header + 'msgid "Ja"\nmsgstr "Yes"\n', encoding="utf-8")
    assert catalogues.Translations("en").find("Ja") == "Yes"
    assert (tmp_path / "en.mo").exists()
    source.write_text(header + 'msgid "Ja"\nmsgstr "Yes, please"\n', encoding="utf-8")
    later = (tmp_path / "en.mo").stat().st_mtime_ns + 1_000_000_000
    os.utime(source, ns=(later, later))
    assert catalogues.Translations("en").find("Ja") == "Yes, please"


def test_an_empty_or_fuzzy_translation_counts_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    (tmp_path / "en.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Ja"\nmsgstr ""\n\n#, fuzzy\nmsgid "Nee"\nmsgstr "Perhaps"\n',
        encoding="utf-8",
    )
    spoken = catalogues.Translations("en")
    assert (spoken.find("Ja"), spoken.find("Nee"), spoken.find("Nooit gehoord")) == (None, None, None)


def test_the_extractor_yields_prose_with_its_law_and_never_the_title_of_a_source(tmp_path: Path) -> None:
    path = tmp_path / "steps.toml"
    path.write_text(
        '[[step]]\nid = "report"\ntitle = "Geef het door"\nneeds = ["Uw paspoort"]\nagency = "municipality"\n'
        '[[step.source]]\ntitle = "Wet BRP"\nlaw = "Wet BRP"\narticle = "2.39"\n',
        encoding="utf-8",
    )
    with path.open("rb") as file:
        found = list(extract_content(file, (), (), {}))
    assert [sentence for _, _, sentence, _ in found] == ["Geef het door", "Uw paspoort"]
    assert found[0][3] == ["report.title (Wet BRP 2.39)"]
