"""A letter to sign on paper: the rules of PDF/UA-1, what was typed, and nothing of it kept."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from overview.paper import PaperPrinter, atoms, units
from overview.web.letters import find_template
from overview.wiring import get_portal
from overview.words.speaking import Words
from overview.words.template_view import LetterToSign, fill_template
from tests.paper.conftest import Check
from tests.paper.views import make_view

PRINTER = PaperPrinter(is_strict=True)
TYPED = {
    "letter_date": "20-11-2026",
    "reasons": "Het bedrag klopt niet.\nIk werk niet meer sinds mei.",
    "story": "المبلغ غير صحيح منذ 2026",
}
NAMES = [template.id for template in get_portal().catalogue.templates]


def letter(name: str, language: str, typed: dict[str, str]) -> LetterToSign:
    template = find_template(get_portal().catalogue, name)
    assert template is not None
    return fill_template(Words(language, date(2026, 11, 22)), template, typed, "Dienst Toeslagen")


def test_every_letter_in_every_language_and_size_passes_the_rules(check_ua: Check, tmp_path: Path) -> None:
    paths = []
    for name in NAMES:
        for language in ("nl", "en", "ar"):
            for size in ("normal", "large"):
                path = tmp_path / f"{name}-{language}-{size}.pdf"
                printed = PRINTER.print_letter(
                    letter(name, language, TYPED if size == "normal" else {}),
                    make_view(language, 1),
                    size=size,
                )
                path.write_bytes(printed)
                paths.append(path)
    verdicts = check_ua(paths)
    assert not {name: verdict for name, verdict in verdicts.items() if not verdict.passes}


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_stands_on_the_first_page_and_its_explanation_after_it(name: str) -> None:
    printed = PRINTER.print_letter(letter(name, "nl", {}), make_view("nl", 1))
    pages = [page.extract_text() for page in PdfReader(BytesIO(printed)).pages]
    assert "Handtekening" in pages[0]
    assert "Dit blad is voor uzelf" in pages[1]


def test_the_same_letter_gives_the_same_bytes() -> None:
    first, second = (PRINTER.print_letter(letter("objection", "ar", TYPED), make_view("ar", 1)) for _ in "ab")
    assert first == second


def test_nothing_that_was_typed_is_kept_in_a_store_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    phrase = units._phrase.__wrapped__
    units.forget_phrases()
    monkeypatch.setattr(units, "_phrase", lambda text, *rest: kept.append(text) or phrase(text, *rest))
    secret = {"reasons": "zonnebloemkwekerij geheimpje", "letter_date": "20-11-2026"}
    PRINTER.print_letter(letter("objection", "nl", secret), make_view("nl", 1))
    kept += [word[0] for word in atoms.kept_words]
    assert kept
    assert not [text for text in kept if "zonnebloem" in text or "geheimpje" in text]
