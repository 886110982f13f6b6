"""From a word to glyphs: HarfBuzz, with explicit direction, script and language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

import uharfbuzz as hb

from overview.paper.typefaces import ARABIC_LANGUAGES, Typeface, get_typeface

Shows = tuple[tuple[float, str], ...]
"""Pairs of a rise (em) and the inside of a TJ array (PDF 32000-1, 9.4.3)."""
Said = dict[tuple[int, str], None]
"""An ordered set of a character code and the text it stands for."""
Glyph = tuple[int, str, float, float, float]
"""Character code, the text it stands for, extra advance, x offset, rise (em)."""


_ARABIC = re.compile("[\u0600-\u08ff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Gevormd woord: glyphs from left to right, its width in em, and its PDF strings.

    `shows` has one pair for most words; more where marks are raised.
    """

    face: Typeface
    width: float
    glyphs: tuple[Glyph, ...]
    shows: Shows
    said: Said

    def renamed(self, codes: Mapping[tuple[int, str], int]) -> Shows:
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
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    codes = [found.codepoint for found in infos]
    letters = _said(text, [found.cluster for found in infos], is_odd)
    nominal = face.advances
    moves = [(at.x_advance, at.x_offset, at.y_offset) for at in positions]
    width = sum([move[0] for move in moves]) / face.em
    if is_odd and len(letters) != sum(map(len, letters)):
        codes, letters, moves = _spread(face, codes, letters, moves)
    if not face.doubled_glyphs.isdisjoint(codes):
        codes = [face.doubles.get(pair, pair[0]) for pair in zip(codes, letters, strict=True)]
    said = dict.fromkeys(zip(codes, letters, strict=True))
    glyphs = [face.doubled.get(code, code) for code in codes] if max(codes) >= face.glyph_count else codes
    if all([move == (nominal[glyph], 0, 0) for glyph, move in zip(glyphs, moves, strict=True)]):
        whole = tuple((code, letter, 0.0, 0.0, 0.0) for code, letter in zip(codes, letters, strict=True))
        return Shape(face, width, whole, ((0.0, f"<{'%04x' * len(codes) % tuple(codes)}>"),), said)
    em = face.em
    kept = tuple(
        (code, letter, (advance - nominal[glyph]) / em, x / em, y / em)
        for code, letter, glyph, (advance, x, y) in zip(codes, letters, glyphs, moves, strict=True)
    )
    return Shape(face, width, kept, _shows(kept, {}), said)


Move = tuple[int, int, int]
"""Advance, x offset and y offset of a glyph, in units of the typeface."""


def _spread(
    face: Typeface, codes: list[int], letters: list[str], moves: list[Move]
) -> tuple[list[int], list[str], list[Move]]:
    """A glyph for each letter of a ligature.

    Readers of PDF turn a right-to-left run around letter by letter, which would turn around a
    ligature's letters once too often. So each letter after its first stands on a blank glyph
    without width, to the left of the ligature.
    """
    spread: list[tuple[int, str, Move]] = []
    blank = (face.advances[face.blank], 0, 0)
    for code, said, move in zip(codes, letters, moves, strict=True):
        spread += [(face.blank, letter, blank) for letter in reversed(said[1:])]
        spread.append((code, said[:1], move))
    return [one[0] for one in spread], [one[1] for one in spread], [one[2] for one in spread]


def _said(text: str, clusters: list[int], is_odd: bool) -> list[str]:
    """What each glyph says, given the place in `text` where each one's letters begin."""
    if len(clusters) == len(text) == len(set(clusters)):
        return [text[cluster] for cluster in clusters]
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    said: list[str] = []
    for start, members in ((key, len(list(group))) for key, group in groupby(clusters)):
        letters = text[start : ends[start]]
        if members == 1:
            said.append(letters)
            continue
        # As many letters as glyphs (a letter with its vowel), or one letter as several glyphs
        # (hamza over yeh): each says its part, and from right to left the mark comes first.
        parts = list(letters)
        if len(parts) != members:
            parts = list(unicodedata.normalize("NFD", letters))
        parts = [*parts[: members - 1], "".join(parts[members - 1 :])]
        parts += ["\u200b"] * (members - len(parts))
        said += [part or "\u200b" for part in (reversed(parts) if is_odd else parts)]
    return said


def _script(text: str, language: str) -> str:
    if text.isascii():
        return "Latn"
    if _ARABIC.search(text):
        return "Arab"
    if _CYRILLIC.search(text):
        return "Cyrl"
    return "Arab" if language in ARABIC_LANGUAGES else "Latn"


def _shows(glyphs: tuple[Glyph, ...], codes: Mapping[tuple[int, str], int]) -> Shows:
    if not any(extra or x_offset or rise for _, _, extra, x_offset, rise in glyphs):
        plain = "".join([f"{codes.get((code, said), code):04x}" for code, said, *_ in glyphs])
        return ((0.0, f"<{plain}>"),)
    shows: list[tuple[float, str]] = []
    parts: list[str] = []
    hexes: list[str] = []
    pending = rise = 0.0

    def flush() -> None:
        if hexes:
            parts.append(f"<{''.join(hexes)}>")
            hexes.clear()

    for code, said, extra, x_offset, y_offset in glyphs:
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
        hexes.append(f"{codes.get((code, said), code):04x}")
        pending += extra - shift / 1000
    flush()
    if round(pending * 1000):
        parts.append(str(-round(pending * 1000)))
    if parts:
        shows.append((rise, "".join(parts)))
    return tuple(shows)
