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
Move = tuple[int, int, int]
"""Advance, x offset and y offset of a glyph, in units of the typeface."""


_ARABIC = re.compile("[\u0600-\u08ff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(slots=True, eq=False)
class Shape:
    """Gevormd woord: character codes from left to right, their letters, the width in em.

    `moves` is None where every glyph has its own advance and stands in its place. `shows` has one
    pair for most words, and more where marks are raised; `inside` is that of the one pair, else
    empty. `rare` are the codes that a document must note (see `embedding.find_rare`).
    """

    face: Typeface
    width: float
    codes: list[int]
    letters: list[str]
    moves: list[Move] | None
    shows: Shows
    inside: str
    rare: tuple[tuple[int, str], ...] = ()

    def renamed(self, codes: Mapping[tuple[int, str], int]) -> Shows:
        """`shows` with other character codes for some glyphs."""
        others = [codes.get(pair, pair[0]) for pair in zip(self.codes, self.letters, strict=True)]
        return _shows(self.face, others, _glyphs(self.face, self.codes), self.moves)


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
    glyphs = _glyphs(face, codes)
    is_plain = [(nominal[glyph], 0, 0) for glyph in glyphs] == moves
    shown = _shows(face, codes, glyphs, None if is_plain else moves)
    inside = shown[0][1] if len(shown) == 1 and not shown[0][0] else ""
    return Shape(face, width, codes, letters, None if is_plain else moves, shown, inside)


def _glyphs(face: Typeface, codes: list[int]) -> list[int]:
    if max(codes) < face.glyph_count:
        return codes
    return [face.doubled.get(code, code) for code in codes]


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


def _shows(face: Typeface, codes: list[int], glyphs: list[int], moves: list[Move] | None) -> Shows:
    if moves is None:
        return ((0.0, f"<{'%04x' * len(codes) % tuple(codes)}>"),)
    if not any([x or y for _, x, y in moves]):
        return ((0.0, _kerned(face, codes, glyphs, moves)),)
    shows: list[tuple[float, str]] = []
    parts: list[str] = []
    hexes: list[str] = []
    pending = 0.0
    raised = 0
    nominal, scale = face.advances, 1000 / face.em
    for code, glyph, (advance, x, y) in zip(codes, glyphs, moves, strict=True):
        shift = round(pending + x * scale)
        if hexes and (shift or y != raised):
            parts.append(f"<{''.join(hexes)}>")
            hexes = []
        if y != raised:
            if parts:
                shows.append((raised / face.em, "".join(parts)))
                parts = []
            raised = y
        if shift:
            parts.append(str(-shift))
        hexes.append(f"{code:04x}")
        pending += (advance - nominal[glyph]) * scale - shift
    if hexes:
        parts.append(f"<{''.join(hexes)}>")
    if round(pending):
        parts.append(str(-round(pending)))
    if parts:
        shows.append((raised / face.em, "".join(parts)))
    return tuple(shows)


def _kerned(face: Typeface, codes: list[int], glyphs: list[int], moves: list[Move]) -> str:
    """The inside of a TJ array where glyphs only stand closer or further apart."""
    nominal = face.advances
    shown = "<"
    for code, glyph, (advance, _, _) in zip(codes, glyphs, moves, strict=True):
        shown += f"{code:04x}"
        if advance != nominal[glyph]:
            shown += f">{round((nominal[glyph] - advance) * 1000 / face.em)}<"
    return f"{shown}>".replace("<>", "")
