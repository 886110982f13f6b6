"""From pieces to units: what cannot be broken, in one typeface, direction and language each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from overview.paper.atoms import Scratch, kept_words, make_word
from overview.paper.bidi import find_levels
from overview.paper.clean import MAX_SENTENCE, cleaned
from overview.paper.line_ops import Atom
from overview.paper.typefaces import (
    is_right_to_left,
)
from overview.words.text import Sentence

KEPT_PHRASES = 2_048
"""Pieces of catalogue text kept as words (about 1 KB each; the words are shared)."""
NO_BREAK_UNDER = 30
"""An isolated value (phone, date, name) shorter than this is never broken."""
ELLIPSIS = "\u2026"
_BLANKS = re.compile(r"( +)")


class Piece(NamedTuple):
    """Stuk van een alinea: a span with its ink ("black", "grey", "accent" or "" for the default)."""

    text: str
    language: str
    is_isolate: bool = False
    is_strong: bool = False
    is_personal: bool = False
    ink: str = ""


class Look(NamedTuple):
    """Hoe een alinea eruitziet: size in points, line height in sizes, weight and ink.

    `max_lines` cuts with an ellipsis; whoever sets it says on the sheet that more is elsewhere.
    """

    size: float
    leading: float = 1.34
    is_strong: bool = False
    ink: str = "black"
    max_lines: int = 0


def pieces_of(sentence: Sentence) -> tuple[Piece, ...]:
    """The spans of a sentence, for `lay_out`."""
    return tuple(
        [
            Piece(span.text, span.language, span.is_isolate, span.is_strong, span.is_personal)
            for span in sentence.spans
        ]
    )


Token = tuple[bool, tuple[Atom, ...], float]
"""Whether it is a blank, its atoms, and their width in em."""
Unit = tuple[Atom | None, list[Atom], float]
"""What cannot be broken: the blank before it, its atoms in reading order, and their width in em."""


def make_units(
    pieces: tuple[Piece, ...], language: str, look: Look, is_strict: bool, scratch: Scratch
) -> tuple[list[Unit], bool]:
    """The units of a sentence in `language`, and whether it was too long and is cut."""
    limited, is_cut = _limited(pieces)
    spans = [(text, piece.is_isolate, is_right_to_left(piece.language)) for piece, text in limited]
    levels = find_levels(spans, is_right_to_left(language))
    units: list[Unit] = []
    glue: Atom | None = None
    is_open = False
    at = 0
    for piece, text in limited:
        tokens = _tokens(text, piece, levels[at : at + len(text)], look, is_strict, scratch)
        for is_blank, atoms, width in tokens:
            if is_blank:
                glue, is_open = atoms[0], False
            elif is_open:
                before, others, used = units[-1]
                units[-1] = (before, [*others, *atoms], used + width)
            else:
                units.append((glue, list(atoms), width))
                glue, is_open = None, True
        at += len(text)
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


def _tokens(
    text: str, piece: Piece, levels: list[int], look: Look, is_strict: bool, scratch: Scratch
) -> tuple[Token, ...]:
    """The words and blanks of a piece; a short value is one word."""
    strong, ink, first = piece.is_strong or look.is_strong, piece.ink or look.ink, levels[0]
    is_even = levels.count(first) == len(levels)
    if piece.is_isolate and len(text) < NO_BREAK_UNDER:
        if is_even:
            return (_token(False, scratch(text, piece.language, strong, first, ink, is_strict)),)
        return (_token(False, _mixed(text, piece, levels, strong, ink, is_strict, scratch)),)
    if is_even and not piece.is_personal:
        return _phrase(text, piece.language, strong, first, ink, is_strict)
    tokens: list[Token] = []
    at = 0
    for token in _BLANKS.split(text):
        end = at + len(token)
        if token:
            # A short number by itself says nothing about anyone.
            is_number = len(token) <= 4 and token.isdecimal()
            make = scratch if piece.is_personal and not is_number else make_word
            if token[0] == " ":
                atoms = make(" ", piece.language, strong, levels[at], ink, is_strict)
            elif is_even:
                atoms = make(token, piece.language, strong, first, ink, is_strict)
            else:
                atoms = _mixed(token, piece, levels[at:end], strong, ink, is_strict, make)
            tokens.append(_token(token[0] == " ", atoms))
        at = end
    return tuple(tokens)


def _token(is_blank: bool, atoms: tuple[Atom, ...]) -> Token:
    if len(atoms) == 1:
        return is_blank, atoms, atoms[0].shape.width
    return is_blank, atoms, sum([atom.shape.width for atom in atoms])


@lru_cache(maxsize=KEPT_PHRASES)
def _phrase(
    text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool
) -> tuple[Token, ...]:
    """The words and blanks of catalogue text in one direction."""
    return tuple(
        _token(part == " ", make_word(part, language, is_strong, level, ink, is_strict))
        for part in (" " if run[0] == " " else run for run in _BLANKS.split(text) if run)
    )


def _mixed(
    token: str, piece: Piece, levels: list[int], strong: bool, ink: str, is_strict: bool, make: Scratch
) -> tuple[Atom, ...]:
    """The atoms of a word, cut where its direction changes."""
    atoms: list[Atom] = []
    start = 0
    while start < len(token):
        end = next((i for i in range(start + 1, len(token)) if levels[i] != levels[start]), len(token))
        atoms += make(token[start:end], piece.language, strong, levels[start], ink, is_strict)
        start = end
    return tuple(atoms)


def forget_words() -> None:
    """Empty the store of shaped words."""
    kept_words.clear()
    _phrase.cache_clear()


def ellipsis(language: str, look: Look) -> Atom:
    """Three dots that end a sentence in `language`."""
    level = int(is_right_to_left(language))
    return make_word(ELLIPSIS, language, look.is_strong, level, look.ink, False)[0]
