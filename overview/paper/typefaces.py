"""Letters: the shipped typefaces, and which of them shows a character."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb

ARABIC_LANGUAGES = frozenset({"ar", "fa", "prs", "ps", "ckb", "ur"})
"""Languages in Arabic script; the right-to-left ones for which there are letters."""
REPLACEMENT = "\ufffd"
_MIRRORED = ("()", "[]", "{}", "<>", "\u00ab\u00bb", "\u2039\u203a")


FONTS = Path(__file__).parent / "fonts"


class Advances(dict[int, int]):
    """Nominal widths of the glyphs met; at most all of a typeface."""

    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        found = self[glyph] = int(self._font.get_glyph_h_advance(glyph))
        return found


class Typeface:
    """Lettertype: one font file, its characters and its measures (all in em)."""

    def __init__(self, name: str, resource: str, family: str, is_strong: bool) -> None:
        self.name = name
        self.family = family
        self.is_strong = is_strong
        self.resource = resource
        self.file = (FONTS / f"{name}.ttf").read_bytes()
        self.face = hb.Face(hb.Blob(self.file))
        self.font = hb.Font(self.face)
        self.em: int = self.face.upem
        self.glyph_count = self.face.glyph_count
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender / self.em
        self.descent = extents.descender / self.em

    @cached_property
    def characters(self) -> frozenset[str]:
        """What it has a glyph for."""
        return frozenset(map(chr, self.face.unicodes))

    @cached_property
    def blank(self) -> int:
        """A glyph without ink and width (that of the zero width non-joiner)."""
        return int(self.font.get_nominal_glyph(0x200C))

    @cached_property
    def doubles(self) -> dict[tuple[int, str], int]:
        """Codes of their own for a glyph that is known to say a second thing.

        Brackets are drawn by each other's glyph from right to left; the letters of a ligature after
        its first stand on the blank glyph (see `shaping`).
        """
        pairs: list[tuple[int, str]] = []
        for pair in _MIRRORED:
            one, other = pair[0], pair[1]
            first, second = (self.font.get_nominal_glyph(ord(ch)) for ch in (one, other))
            if first and second:
                pairs += [(int(first), other), (int(second), one)]
        pairs += [(self.blank, chr(code)) for code in range(0x0621, 0x06D4)]
        return {double: self.glyph_count + at for at, double in enumerate(pairs)}

    @cached_property
    def doubled(self) -> dict[int, int]:
        """The glyph behind each code of `doubles`."""
        return {code: glyph for (glyph, _), code in self.doubles.items()}

    @cached_property
    def doubled_glyphs(self) -> frozenset[int]:
        """The glyphs that have a code in `doubles`."""
        return frozenset(glyph for glyph, _ in self.doubles)

    @cached_property
    def advances(self) -> Advances:
        """Nominal width of each glyph, in units of the typeface."""
        return Advances(self.font)

    def has_all(self, text: str) -> bool:
        """Whether every character of `text` is in this file."""
        return self.characters.issuperset(text)


_NAMES = {
    ("latin", False): ("NotoSans-Regular", "F1"),
    ("latin", True): ("NotoSans-Bold", "F2"),
    ("arabic", False): ("Vazirmatn-Regular", "F3"),
    ("arabic", True): ("Vazirmatn-Bold", "F4"),
}


@cache
def get_typeface(family: str, is_strong: bool) -> Typeface:
    """The typeface of a family ("latin" or "arabic"), regular or bold; KeyError for others."""
    return Typeface(*_NAMES[family, is_strong], family, is_strong)


def all_typefaces() -> list[Typeface]:
    """Every typeface that is shipped."""
    return [get_typeface(*key) for key in _NAMES]


def is_right_to_left(language: str) -> bool:
    """Whether text in `language` runs from right to left."""
    return language in ARABIC_LANGUAGES


def families(language: str) -> tuple[str, str]:
    """The family a language is set in, and the one that helps out."""
    return ("arabic", "latin") if language in ARABIC_LANGUAGES else ("latin", "arabic")


def find_family(text: str, language: str) -> str | None:
    """The first family for `language` that has all of `text`; None when none has."""
    for family in families(language):
        if get_typeface(family, False).has_all(text):
            return family
    return None


class MissingCharacterError(ValueError):
    """A character that no shipped typeface has (raised in strict mode only)."""

    def __init__(self, character: str) -> None:
        super().__init__(f"no shipped typeface has U+{ord(character):04X}")
