"""From pieces to units: what cannot be broken, in one typeface, direction and language each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from overview.paper.atoms import Scratch, make_word
from overview.paper.bidi import find_levels
from overview.paper.clean import MAX_SENTENCE, cleaned
from overview.paper.line_ops import Atom
from overview.paper.pieces import Look, Piece
from overview.paper.typefaces import is_right_to_left

KEPT_PHRASES = 2_048
"""Pieces of catalogue text kept as words (about 1 KB each; the words are shared)."""
NO_BREAK_UNDER = 30
"""An isolated value (phone, date, name) shorter than this is never broken."""
ELLIPSIS = "\u2026"
_BLANKS = re.compile(r"( +)")


Unit = tuple[Atom | None, tuple[Atom, ...], float]
"""What cannot be broken: the blank before it, its atoms in reading order, and their width in em."""
Words = tuple[tuple[Unit, ...], Atom | None, Atom | None]
"""The units of a piece, and the blanks it begins and ends with."""


def make_units(
    pieces: tuple[Piece, ...], language: str, look: Look, is_strict: bool, scratch: Scratch
) -> tuple[list[Unit], bool]:
    """The units of a sentence in `language`, and whether it was too long and is cut."""
    limited, is_cut = _limited(pieces)
    spans = [(text, piece.is_isolate, is_right_to_left(piece.language)) for piece, text in limited]
    levels = find_levels(spans, is_right_to_left(language))
    units: list[Unit] = []
    glue: Atom | None = None
    at = 0
    for piece, text in limited:
        end = at + len(text)
        words, before, after = _words(text, piece, levels[at:end], look, is_strict, scratch)
        at = end
        if not words:
            glue = before or glue
            continue
        _, atoms, width = words[0]
        if units and glue is None and before is None:
            # No blank between two pieces: their words are one.
            blank, others, used = units[-1]
            units[-1] = (blank, others + atoms, used + width)
        else:
            units.append((before or glue, atoms, width))
        units += words[1:]
        glue = after
    return units, is_cut


def _limited(pieces: tuple[Piece, ...]) -> tuple[list[tuple[Piece, str]], bool]:
    """Cleaned texts of the pieces, together at most `MAX_SENTENCE` characters."""
    left = MAX_SENTENCE
    kept: list[tuple[Piece, str]] = []
    for piece in pieces:
        text = cleaned(piece.text[: left + 1])
        if len(text) > left:
            kept.append((piece, text[:left] + ELLIPSIS))
            return kept, True
        left -= len(text)
        if text:
            kept.append((piece, text))
    return kept, False


def _words(text: str, piece: Piece, levels: bytes, look: Look, is_strict: bool, scratch: Scratch) -> Words:
    """The words of a piece; a short value is one word."""
    strong, ink, first = piece.is_strong or look.is_strong, piece.ink or look.ink, levels[0]
    is_even = levels.count(first) == len(levels)
    make = scratch if piece.is_personal else make_word
    if piece.is_isolate and len(text) < NO_BREAK_UNDER:
        if is_even:
            atoms = make(text, piece.language, strong, first, ink, is_strict)
        else:
            atoms = _mixed(text, piece, levels, strong, ink, is_strict, make)
        return ((None, atoms, _width(atoms)),), None, None
    if is_even:
        if not piece.is_personal:
            return _phrase(text, piece.language, strong, first, ink, is_strict)
        blank = make_word(" ", piece.language, strong, first, ink, is_strict)[0]
        parts = [
            (blank, ())
            if token[0] == " "
            else (None, make(token, piece.language, strong, first, ink, is_strict))
            for token in _BLANKS.split(text)
            if token
        ]
        return _in_turns(parts)
    parts = []
    at = 0
    for token in _BLANKS.split(text):
        end = at + len(token)
        if token and token[0] == " ":
            parts.append((make_word(" ", piece.language, strong, levels[at], ink, is_strict)[0], ()))
        elif token:
            parts.append((None, _mixed(token, piece, levels[at:end], strong, ink, is_strict, make)))
        at = end
    return _in_turns(parts)


def _in_turns(parts: Sequence[tuple[Atom | None, tuple[Atom, ...]]]) -> Words:
    """Words, from blanks and the atoms between them in turns."""
    units: list[Unit] = []
    start: Atom | None = None
    glue: Atom | None = None
    for blank, atoms in parts:
        if blank is None:
            units.append((glue, atoms, _width(atoms)))
            glue = None
        else:
            glue = blank
            if not units:
                start = blank
    return tuple(units), start, glue


def _width(atoms: tuple[Atom, ...]) -> float:
    return atoms[0].shape.width if len(atoms) == 1 else sum([atom.shape.width for atom in atoms])


@lru_cache(maxsize=KEPT_PHRASES)
def _phrase(text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool) -> Words:
    """The words and blanks of catalogue text in one direction."""
    blank = make_word(" ", language, is_strong, level, ink, is_strict)[0]
    return _in_turns(
        [
            (blank, ())
            if run[0] == " "
            else (None, make_word(run, language, is_strong, level, ink, is_strict))
            for run in _BLANKS.split(text)
            if run
        ]
    )


def _mixed(
    token: str, piece: Piece, levels: bytes, strong: bool, ink: str, is_strict: bool, make: Scratch
) -> tuple[Atom, ...]:
    """The atoms of a word, cut where its direction changes."""
    atoms: list[Atom] = []
    start = 0
    while start < len(token):
        end = next((i for i in range(start + 1, len(token)) if levels[i] != levels[start]), len(token))
        atoms += make(token[start:end], piece.language, strong, levels[start], ink, is_strict)
        start = end
    return tuple(atoms)


def forget_phrases() -> None:
    """Empty the store of phrases."""
    _phrase.cache_clear()


def ellipsis(language: str, look: Look) -> Atom:
    """Three dots that end a sentence in `language`."""
    level = int(is_right_to_left(language))
    return make_word(ELLIPSIS, language, look.is_strong, level, look.ink, False)[0]
