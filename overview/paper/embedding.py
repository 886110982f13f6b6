"""Fonts inside the PDF: only the glyphs used, each with the text it stands for.

A Type 0 font with Identity-H codes (PDF 32000-1, 9.7): a code is the glyph number, unless one
glyph stands for two texts (a bracket in both directions); the second then gets its own code.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as hb

from overview.paper.shaping import Said, Shape, shape
from overview.paper.typefaces import Typeface

KEPT_SUBSETS = 64
"""Subset font files kept (about 9 KB each); the key is a set of glyph numbers, no text."""

_NOT_NEEDED = (b"GSUB", b"GPOS", b"GDEF", b"name", b"cmap", b"OS/2", b"post", b"STAT")

_LATIN = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00e0\u00e1\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ef\u00f3\u00f6\u00fc"
    + "\u00b7\u2013\u2019\u2022\u2026\u20ac"
)
_LIGATURES = tuple(
    f"{before}\u0644{alef}" for alef in "\u0627\u0623\u0625\u0622" for before in ("", "\u0628")
)
_ARABIC = "".join(map(chr, (*range(0x0621, 0x063B), *range(0x0641, 0x064B), 0x060C, 0x061B, 0x061F)))
# Letters that look different before some others (beh, teh, theh, meem, heh and yeh before alef, reh ...).
_LEANING = tuple(
    f"{before}{letter}{after}"
    for letter in "\u0628\u062a\u062b\u0645\u0647\u064a"
    for after in "\u0627\u0649\u0625\u0642\u062c\u0631"
    for before in ("", "\u0628")
)
_VOWELS = tuple(f"\u0628{double}{chr(code)}" for code in range(0x064B, 0x0653) for double in ("", "\u0651"))
_STRETCHED = "\u0628\u0640\u0628"

Codes = dict[tuple[int, str], int]


class EmbeddedFont:
    """Ingesloten lettertype van één document: codes used so far and what they say.

    The common letters are always in, so that nearly every document shares one font, made once.
    `renamed` are codes of this document only, for what a glyph says besides what it said first.
    """

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self.renamed: Codes = {}
        self._common = common_codes(face)
        self._texts: dict[int, str] = {}

    def note(self, said: Said) -> bool:
        """Register codes that are not common; answers whether each may stand for its text as it is."""
        fits = True
        for code, text in said:
            if (self._common.get(code) or self._texts.setdefault(code, text)) == text:
                continue
            fits = False
            if (code, text) not in self.renamed:
                new = self.face.glyph_count + len(self.face.doubles) + len(self.renamed)
                self.renamed[code, text] = new
                self._texts[new] = text
        return fits

    def parts(self) -> FontParts:
        """What goes into the file."""
        if not self._texts:
            return _common_parts(self.face)
        texts = {**self._common, **self._texts}
        glyphs = {code: self.face.doubled.get(code, code) for code in texts}
        for (code, _), new in self.renamed.items():
            glyphs[new] = self.face.doubled.get(code, code)
        return _parts(self.face, texts, glyphs)


@dataclass(frozen=True, slots=True)
class FontParts:
    """Delen van een lettertype in het bestand, each ready to be written.

    `descriptor` is the FontDescriptor without its file, to be closed by the caller; `file` and
    `glyph_map` are compressed, the map None where every code is its glyph number.
    """

    name: str
    descriptor: bytes
    file: bytes
    length: int
    widths: bytes
    glyph_map: bytes | None
    to_unicode: bytes


def _parts(face: Typeface, texts: Mapping[int, str], glyphs: Mapping[int, int]) -> FontParts:
    # The subset tag (9.6.4) is the same for the same glyphs.
    digest = zlib.crc32(repr(sorted(glyphs.items())).encode())
    name = "".join(chr(65 + digest // 26**at % 26) for at in range(6)) + "+" + face.name
    descriptor = (
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV 80"
        f"/FontBBox[-1000 -600 3000 1400]/Ascent {face.ascent * 1000:.0f}"
        f"/Descent {face.descent * 1000:.0f}/CapHeight 714"
    )
    scale = 1000 / face.em
    widths = " ".join(f"{code}[{face.advances[glyphs[code]] * scale:.0f}]" for code in sorted(glyphs))
    packed, length = _subset(face, frozenset(glyphs.values()))
    return FontParts(
        name,
        descriptor.encode(),
        packed,
        length,
        f"[{widths}]".encode(),
        _glyph_map(face, glyphs),
        _to_unicode(texts),
    )


@cache
def _common_parts(face: Typeface) -> FontParts:
    texts = common_codes(face)
    return _parts(face, texts, {code: face.doubled.get(code, code) for code in texts})


def _glyph_map(face: Typeface, glyphs: Mapping[int, int]) -> bytes | None:
    last = max(glyphs)
    if last < face.glyph_count:
        return None
    numbers = array("H", bytes(2 * (last + 1)))
    for code, glyph in glyphs.items():
        numbers[code] = glyph
    if sys.byteorder == "little":
        numbers.byteswap()
    return zlib.compress(numbers.tobytes())


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    """The ToUnicode map (9.10.3), compressed."""
    rows = [f"<{code:04x}><{texts[code].encode('utf-16-be').hex()}>" for code in sorted(texts)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return zlib.compress(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
            "1 begincodespacerange<0000><ffff>endcodespacerange\n"
            f"{body}\nendcmap CMapName currentdict/CMap defineresource pop end end"
        ).encode()
    )


@cache
def common_codes(face: Typeface) -> Mapping[int, str]:
    """The codes of the letters that most documents use, in all their forms, and what each says."""
    texts: dict[int, str] = {}
    shapes = [shape(_LATIN, face.family, face.is_strong, False, "nl")]
    if face.family == "arabic":
        joined = (f"{ch} {ch}\u0628 \u0628{ch}\u0628 \u0628{ch}" for ch in _ARABIC)
        text = " ".join((*joined, *_LIGATURES, *_LEANING, *_VOWELS, _STRETCHED, "( )"))
        shapes.append(shape(text, face.family, face.is_strong, True, "ar"))
    for made in shapes:
        for code, text in zip(made.codes, made.letters, strict=True):
            texts.setdefault(code, text)
    return texts


def find_rare(made: Shape) -> tuple[tuple[int, str], ...]:
    """The codes of a word, with what they say, that are not among the common ones."""
    common = common_codes(made.face)
    pairs = zip(made.codes, made.letters, strict=True)
    return tuple([pair for pair in pairs if common.get(pair[0]) != pair[1]])


@lru_cache(maxsize=KEPT_SUBSETS)
def _subset(face: Typeface, glyphs: frozenset[int]) -> tuple[bytes, int]:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(sorted(glyphs))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.RETAIN_GIDS
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    dropped.update(int.from_bytes(tag, "big") for tag in _NOT_NEEDED)
    small = bytes(hb.subset(face.face, wanted).blob.data)
    return zlib.compress(small), len(small)
