"""From pieces to units: what cannot be broken, in one typeface, direction and language each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from overview.paper.bidi import find_levels
from overview.paper.clean import MAX_SENTENCE, cleaned
from overview.paper.line_ops import Atom
from overview.paper.shaping import shape
from overview.paper.typefaces import (
    REPLACEMENT,
    MissingCharacterError,
    find_family,
    get_typeface,
    is_right_to_left,
)
from overview.words.text import Sentence

KEPT_WORDS = 4_096
"""Shaped words of the catalogue kept in memory (about 1.5 KB each): no values, nothing personal."""
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
            make = scratch if piece.is_personal and not is_number else _word
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
        _token(
            part[0] == " ", _word(" " if part[0] == " " else part, language, is_strong, level, ink, is_strict)
        )
        for part in _BLANKS.split(text)
        if part
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


Word = tuple[str, str, bool, int, str, bool]
"""Text, language, whether bold, level, ink, strictness: what the atoms of a word depend on."""
_kept_words: dict[Word, tuple[Atom, ...]] = {}


def _word(
    text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool
) -> tuple[Atom, ...]:
    """The atoms of a word of the catalogue in one direction; more than one where typefaces change."""
    key = (text, language, is_strong, level, ink, is_strict)
    found = _kept_words.get(key)
    if found is None:
        if len(_kept_words) >= KEPT_WORDS:
            # All at once: rare, and no bookkeeping at each word.
            _kept_words.clear()
        found = _kept_words[key] = _shaped(*key)
    return found


def _shaped(
    text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool
) -> tuple[Atom, ...]:
    return tuple(
        Atom(shape(part, family, is_strong, level % 2 == 1, language), part, level, language, ink)
        for part, family in _in_one_family(text, language, is_strict)
    )


Scratch = Callable[[str, str, bool, int, str, bool], tuple[Atom, ...]]
"""Makes the atoms of a word that is not kept; may remember them as long as one document."""


def make_scratch() -> Scratch:
    """A memory for the values of one document, gone with it.

    It uses the words that the catalogue has left ("november", "Gemeente"), and leaves none there.
    """
    own: dict[Word, tuple[Atom, ...]] = {}

    def make(
        text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool
    ) -> tuple[Atom, ...]:
        key = (text, language, is_strong, level, ink, is_strict)
        found = own.get(key) or _kept_words.get(key)
        if found is None:
            found = own[key] = _shaped(*key)
        return found

    return make


def count_kept_words() -> int:
    """How many words are kept at the moment."""
    return len(_kept_words)


def forget_words() -> None:
    """Empty the store of shaped words."""
    _kept_words.clear()
    _phrase.cache_clear()


def _in_one_family(text: str, language: str, is_strict: bool) -> Iterable[tuple[str, str]]:
    """Parts that one family has, each with its family; a character that none has is shown as such."""
    whole = find_family(text, language)
    if whole:
        yield text, whole
        return
    at = 0
    while at < len(text):
        family = find_family(text[at], language)
        if family is None:
            if is_strict:
                raise MissingCharacterError(text[at])
            yield REPLACEMENT, "latin"
            at += 1
            continue
        end = at + 1
        while end < len(text) and get_typeface(family, False).has_all(text[end]):
            end += 1
        yield text[at:end], family
        at = end


def ellipsis(language: str, look: Look) -> Atom:
    """Three dots that end a sentence in `language`."""
    level = int(is_right_to_left(language))
    return _word(ELLIPSIS, language, look.is_strong, level, look.ink, False)[0]
