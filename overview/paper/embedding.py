"""Fonts inside the PDF: only the glyphs used, each with the text it stands for.

A Type 0 font with Identity-H codes (PDF 32000-1, 9.7): a code is the glyph number, unless one
glyph stands for two texts (a bracket in both directions); the second then gets its own code.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache, lru_cache

import uharfbuzz as hb

from overview.paper.shaping import Said
from overview.paper.typefaces import Typeface

KEPT_SUBSETS = 64
"""Subset font files kept (about 9 KB each); the key is a set of glyph numbers, no text."""

_NOT_NEEDED = (b"GSUB", b"GPOS", b"GDEF", b"name", b"cmap", b"OS/2", b"post", b"STAT")

_LATIN = "".join(map(chr, range(0x20, 0x7F))) + "\u00e9\u00eb\u00ef\u00f3\u00b7\u2013\u2019\u2022\u2026\u20ac"
_ARABIC = "".join(map(chr, (*range(0x0621, 0x063B), *range(0x0641, 0x064B), 0x060C, 0x061B, 0x061F)))

Codes = dict[tuple[int, str], int]


class EmbeddedFont:
    """Ingesloten lettertype van één document: codes used so far and what they say.

    `renamed` are codes of this document only, for what a glyph says besides what it said first.
    """

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self.renamed: Codes = {}
        self.texts: dict[int, str] = {}
        self.glyphs: dict[int, int] = {}
        self._said: Said = {}

    def note(self, said: Said) -> bool:
        """Register codes; answers whether each may stand for its text as it is."""
        if said.keys() <= self._said.keys():
            return True
        fits = True
        for code, text in said:
            if self.texts.setdefault(code, text) == text:
                self.glyphs[code] = self.face.doubled.get(code, code)
                self._said[code, text] = None
                continue
            fits = False
            if (code, text) not in self.renamed:
                new = self.face.glyph_count + len(self.face.doubles) + len(self.renamed)
                self.renamed[code, text] = new
                self.texts[new] = text
                self.glyphs[new] = self.face.doubled.get(code, code)
        return fits

    def descriptor(self) -> bytes:
        """The FontDescriptor without its file, to be closed by the caller."""
        face = self.face
        return (
            f"<</Type/FontDescriptor/FontName/{self.name}/Flags 4/ItalicAngle 0/StemV 80"
            f"/FontBBox[-1000 -600 3000 1400]/Ascent {face.ascent * 1000:.0f}"
            f"/Descent {face.descent * 1000:.0f}/CapHeight 714"
        ).encode()

    @property
    def name(self) -> str:
        """The font's name with its subset tag (9.6.4), the same for the same glyphs."""
        digest = hashlib.sha256(repr(sorted(self.glyphs.items())).encode()).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + self.face.name

    def file(self) -> tuple[bytes, int]:
        """The compressed font file and its length before compression."""
        # With the common letters always in, nearly every document shares one file, made once.
        return _subset(self.face, frozenset(self.glyphs.values()) | _common(self.face))

    def widths(self) -> bytes:
        """The W array, thousandths of an em per code."""
        rows = (f"{code}[{self.face.advances[self.glyphs[code]] * 1000:.0f}]" for code in sorted(self.glyphs))
        return f"[{' '.join(rows)}]".encode()

    def glyph_map(self) -> bytes | None:
        """The CIDToGIDMap, compressed; None where every code is its glyph number."""
        last = max(self.glyphs)
        if last < self.face.glyph_count:
            return None
        return zlib.compress(
            b"".join(self.glyphs.get(code, 0).to_bytes(2, "big") for code in range(last + 1))
        )

    def to_unicode(self) -> bytes:
        """The ToUnicode map (9.10.3), compressed."""
        rows = [f"<{code:04x}><{self.texts[code].encode('utf-16-be').hex()}>" for code in sorted(self.glyphs)]
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
def _common(face: Typeface) -> frozenset[int]:
    """Glyphs of the letters that most documents use, in all their forms."""
    text = _LATIN
    if face.family == "arabic":
        joined = (f"{ch} {ch}\u0628 \u0628{ch}\u0628 \u0628{ch}" for ch in _ARABIC)
        text = " ".join((*joined, "\u0644\u0627 \u0628\u0644\u0627", _LATIN))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    return frozenset(found.codepoint for found in buffer.glyph_infos) - {0}


@lru_cache(maxsize=KEPT_SUBSETS)
def _subset(face: Typeface, glyphs: frozenset[int]) -> tuple[bytes, int]:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(sorted(glyphs))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.RETAIN_GIDS
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    dropped.update(int.from_bytes(tag, "big") for tag in _NOT_NEEDED)
    small = bytes(hb.subset(face.face, wanted).blob.data)
    return zlib.compress(small), len(small)
