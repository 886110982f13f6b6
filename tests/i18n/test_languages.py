"""Languages in which somebody may write: named as the CLDR names them, and every letter is on paper."""

from __future__ import annotations

from datetime import date

import pytest
import uharfbuzz
from babel import Locale

from i18n.languages import LANGUAGES, WRITTEN
from overview.domain.told import Told
from overview.html import Renderer
from overview.paper.typefaces import ARABIC_LANGUAGES, FONTS
from overview.words.paired import PairedWords
from overview.words.speaking import Words

TODAY = date(2026, 11, 22)
SAID = {
    "tr": "Ağabeyim çağrı bekliyor, şimdi değil.",
    "pl": "Żółć i świąteczna gęś",
    "uk": "Їжак, ґанок і щастя",
    "vi": "Tôi sẽ gọi điện thoại ngày mai",
    "fa": "فردا زنگ می‌زنم",
    "ps": "زه به سبا ته زنګ ووهم",
    "ckb": "سبەینێ پەیوەندی دەکەم",
    "ur": "میں کل فون کروں گا",
}


@pytest.mark.parametrize("code", WRITTEN)
def test_its_name_and_direction_are_those_of_the_cldr(code: str) -> None:
    locale = Locale.parse(code)
    assert WRITTEN[code].own_name.casefold() == str(locale.get_display_name(code)).casefold()
    assert WRITTEN[code].direction == locale.text_direction
    assert (code in ARABIC_LANGUAGES) == (WRITTEN[code].direction == "rtl")


@pytest.mark.parametrize("code", SAID)
def test_what_somebody_wrote_in_it_is_marked_with_its_name_and_never_translated(code: str) -> None:
    for words in (Words("nl", TODAY), PairedWords("ar", "nl", TODAY)):
        said = words.told(Told(SAID[code], code))
        assert said.plain == f"{SAID[code]} ({WRITTEN[code].own_name})"
        assert said.beside is None
        shown = Renderer(words.language, words).render("counter/mistake.html", mistake=said)
        assert f'<bdi lang="{code}" dir="{WRITTEN[code].direction}">{SAID[code]}</bdi>' in shown


@pytest.mark.parametrize("code", SAID)
def test_the_fonts_on_paper_have_its_letters(code: str) -> None:
    wanted = {ord(mark) for mark in SAID[code] + WRITTEN[code].own_name if mark.isalpha()}
    known: set[int] = set()
    for path in FONTS.glob("*-Regular.ttf"):
        known |= set(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)
    assert wanted <= known


def test_the_languages_of_the_portal_are_among_them() -> None:
    assert LANGUAGES.items() <= WRITTEN.items()
