"""From a word to glyphs: HarfBuzz, with explicit direction, script and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from overview.paper.typefaces import ARABIC_LANGUAGES, Typeface, get_typeface

Glyph = tuple[int, str, float, float, float]
"""Glyph number, the text it stands for, extra advance, x offset, rise (em)."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Gevormd woord: glyphs from left to right, its width in em, and its PDF strings.

    `shows` are pairs of a rise (em) and the inside of a TJ array; most words have one.
    """

    face: Typeface
    width: float
    glyphs: tuple[Glyph, ...]
    shows: tuple[tuple[float, str], ...]

    def renamed(self, codes: Mapping[tuple[int, str], int]) -> tuple[tuple[float, str], ...]:
        """`shows` with other character codes for some glyphs."""
        return _shows(self.glyphs, codes)


def shape(text: str, family: str, is_strong: bool, is_odd: bool, language: str) -> Shape:
    """Glyphs of `text`, which stands in one typeface and one direction."""
    face = get_typeface(family, is_strong)
    # A no-break space has done its work; extraction wants an ordinary one.
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if is_odd else "ltr"
    buffer.script = _script(text, language)
    buffer.language = language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(face.font, buffer)
    clusters = sorted({found.cluster for found in buffer.glyph_infos})
    ends = dict(zip(clusters, [*clusters[1:], len(text)], strict=True))
    glyphs: list[Glyph] = []
    width = 0.0
    told: set[int] = set()
    pairs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    for found, place in pairs:
        advance = place.x_advance / face.em
        said = text[found.cluster : ends[found.cluster]]
        if found.cluster in told:
            # The second glyph of one letter says nothing itself, yet every glyph needs a text.
            said = "\u200b"
        told.add(found.cluster)
        extra = advance - face.advance(found.codepoint)
        glyphs.append((found.codepoint, said, extra, place.x_offset / face.em, place.y_offset / face.em))
        width += advance
    kept = tuple(glyphs)
    return Shape(face, width, kept, _shows(kept, {}))


def _script(text: str, language: str) -> str:
    if any("\u0600" <= ch <= "\u08ff" for ch in text):
        return "Arab"
    if any("\u0400" <= ch <= "\u052f" for ch in text):
        return "Cyrl"
    return "Arab" if language in ARABIC_LANGUAGES and not text.isascii() else "Latn"


def _shows(glyphs: tuple[Glyph, ...], codes: Mapping[tuple[int, str], int]) -> tuple[tuple[float, str], ...]:
    shows: list[tuple[float, str]] = []
    parts: list[str] = []
    hexes: list[str] = []
    pending = rise = 0.0

    def flush() -> None:
        if hexes:
            parts.append(f"<{''.join(hexes)}>")
            hexes.clear()

    for glyph, said, extra, x_offset, y_offset in glyphs:
        if y_offset != rise:
            flush()
            if parts:
                shows.append((rise, "".join(parts)))
                parts = []
            rise = y_offset
        shift = round((pending + x_offset) * 1000)
        if shift:
            flush()
            parts.append(str(-shift))
        hexes.append(f"{codes.get((glyph, said), glyph):04x}")
        pending += extra - shift / 1000
    flush()
    if round(pending * 1000):
        parts.append(str(-round(pending * 1000)))
    if parts:
        shows.append((rise, "".join(parts)))
    return tuple(shows)
