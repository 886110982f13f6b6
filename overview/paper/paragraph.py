"""From a sentence to lines: font runs, levels, line breaking, and the PDF text of each line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from overview.paper.bidi import find_levels, visual_order
from overview.paper.clean import MAX_SENTENCE, cleaned
from overview.paper.line_ops import Atom, Line, make_line
from overview.paper.shaping import Shape, shape
from overview.paper.typefaces import REPLACEMENT, MissingCharacterError, find_family, get_typeface
from overview.words.text import Sentence

KEPT_PARAGRAPHS = 2_048
"""Laid-out catalogue sentences kept in memory (about 4 KB each)."""
NO_BREAK_UNDER = 30
"""An isolated value (phone, date, name) shorter than this is never broken."""
ELLIPSIS = "\u2026"
_BLANKS = re.compile(r"( +)")
_CUT_AFTER = "/-.?&=@_"


@dataclass(frozen=True, slots=True)
class Piece:
    """Stuk van een alinea: a span with its ink ("black", "grey", "accent" or "" for the default)."""

    text: str
    language: str
    is_isolate: bool = False
    is_strong: bool = False
    is_personal: bool = False
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Hoe een alinea eruitziet: size in points, line height in sizes, weight and ink.

    `max_lines` cuts with an ellipsis; whoever sets it says on the sheet that more is elsewhere.
    """

    size: float
    leading: float = 1.34
    is_strong: bool = False
    ink: str = "black"
    max_lines: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Alinea: lines, all of height `leading` points, in a column of `width` points."""

    lines: tuple[Line, ...]
    language: str
    leading: float
    is_cut: bool

    @property
    def widest(self) -> float:
        """Width of the longest line in points."""
        return max((line.width for line in self.lines), default=0.0)


def pieces_of(sentence: Sentence) -> tuple[Piece, ...]:
    """The spans of a sentence, for `lay_out`."""
    return tuple(
        Piece(span.text, span.language, span.is_isolate, span.is_strong, span.is_personal)
        for span in sentence.spans
    )


def lay_out(
    pieces: tuple[Piece, ...], language: str, look: Look, width: float, is_mirrored: bool, is_strict: bool
) -> Paragraph:
    """Lines of `pieces`. `is_mirrored` aligns at the right edge, as everything on an Arabic page.

    Kept for the next document only when it is catalogue text without a value: one plain span
    without a digit. Dates, names and whatever a citizen says are laid out anew each time.
    """
    can_keep = len(pieces) == 1 and not pieces[0].is_isolate and not _has_digit(pieces[0].text)
    can_keep = can_keep and not pieces[0].is_personal and len(pieces[0].text) <= MAX_SENTENCE
    make = _kept if can_keep else _kept.__wrapped__
    return make(pieces, language, look, width, is_mirrored, is_strict)


def forget_kept() -> None:
    """Empty the store of laid-out sentences (for measurements and tests)."""
    _kept.cache_clear()


@lru_cache(maxsize=KEPT_PARAGRAPHS)
def _kept(
    pieces: tuple[Piece, ...], language: str, look: Look, width: float, is_mirrored: bool, is_strict: bool
) -> Paragraph:
    is_rtl = is_right_to_left(language)
    limited, is_cut = _limited(pieces)
    units = _units(limited, is_rtl, look, is_strict)
    rows: list[list[Atom]] = []
    row: list[Atom] = []
    used = 0.0
    for glue, atoms in _narrow_enough(units, width, look.size):
        needed = sum(atom.shape.width for atom in atoms) * look.size
        gap = glue.shape.width * look.size if glue else 0.0
        if row and used + gap + needed > width + 0.01:
            rows.append(row)
            row, used = [], 0.0
        if row and glue:
            row.append(glue)
            used += gap
        row += atoms
        used += needed
    if row:
        rows.append(row)
    if look.max_lines and len(rows) > look.max_lines:
        rows, is_cut = _shortened(rows, look, width, language), True
    lines = tuple(make_line(line, look.size, look.ink, language, _order(line)) for line in rows)
    # Left-to-right text on a mirrored page is ragged at the right, in a block at the right edge.
    block = max((line.width for line in lines), default=0.0)
    placed = tuple(line.at(_left(line.width, block, width, is_rtl, is_mirrored), look.size) for line in lines)
    return Paragraph(placed, language, look.size * look.leading, is_cut)


def is_right_to_left(language: str) -> bool:
    """Whether text in `language` runs from right to left."""
    return language in {"ar", "fa", "prs", "ps", "ckb", "ur", "he"}


def _left(width: float, block: float, column: float, is_rtl: bool, is_mirrored: bool) -> float:
    if is_mirrored:
        return column - width if is_rtl else column - block
    return block - width if is_rtl else 0.0


def _order(row: list[Atom]) -> list[int]:
    return visual_order([atom.level for atom in row])


def _has_digit(text: str) -> bool:
    return any(ch.isdigit() for ch in text)


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


Unit = tuple[Atom | None, list[Atom]]
"""What cannot be broken: the blank before it, and its atoms in reading order."""


def _units(pieces: list[tuple[Piece, str]], is_rtl: bool, look: Look, is_strict: bool) -> list[Unit]:
    levels = find_levels(
        [(text, piece.is_isolate, is_right_to_left(piece.language)) for piece, text in pieces], is_rtl
    )
    is_flat = not any(levels)
    units: list[Unit] = []
    glue: Atom | None = None
    is_open = False
    at = 0
    for piece, text in pieces:
        is_whole = piece.is_isolate and len(text) < NO_BREAK_UNDER
        for token in [text] if is_whole else _BLANKS.split(text):
            if not token:
                continue
            if not is_whole and token[0] == " ":
                glue = next(iter(_atoms(" ", piece, levels[at : at + 1], False, look, is_strict)))
                is_open = False
            else:
                atoms = list(_atoms(token, piece, levels[at : at + len(token)], is_flat, look, is_strict))
                if is_open:
                    units[-1][1].extend(atoms)
                else:
                    units.append((glue, atoms))
                glue, is_open = None, True
            at += len(token)
    return units


def _atoms(
    token: str, piece: Piece, levels: list[int], is_flat: bool, look: Look, is_strict: bool
) -> Iterable[Atom]:
    start = 0
    while start < len(token):
        end = len(token)
        if not is_flat:
            end = next((i for i in range(start + 1, end) if levels[i] != levels[start]), end)
        for text, said in _in_one_family(token[start:end], piece.language, is_strict):
            yield make_atom(text, said, piece, 0 if is_flat else levels[start], look)
        start = end


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


def make_atom(text: str, family: str, piece: Piece, level: int, look: Look) -> Atom:
    """One shaped stretch of a piece."""
    strong = piece.is_strong or look.is_strong
    made = shape(text, family, strong, level % 2 == 1, piece.language, not piece.is_personal)
    return Atom(made, text, level, piece.language, piece.ink or look.ink, piece.is_personal)


def _narrow_enough(units: list[Unit], width: float, size: float) -> Iterable[Unit]:
    """The units, each that is wider than the column cut into parts that are not."""
    for glue, atoms in units:
        if sum(atom.shape.width for atom in atoms) * size <= width + 0.01:
            yield glue, atoms
            continue
        for atom in atoms:
            for part in _cut(atom, width / size):
                yield glue, [part]
                glue = None


def _cut(atom: Atom, room: float) -> Iterable[Atom]:
    text = atom.text
    average = max(atom.shape.width / max(len(text), 1), 0.05)
    while text:
        count = max(1, min(len(text), int(room / average)))
        part = _reshaped(atom, text[:count])
        while part.shape.width > room and count > 1:
            count = max(1, min(count - 1, int(count * room / part.shape.width)))
            part = _reshaped(atom, text[:count])
        nice = max(text.rfind(ch, count // 2, count) for ch in _CUT_AFTER) + 1
        if 0 < nice < count < len(text):
            count, part = nice, _reshaped(atom, text[:nice])
        yield part
        text = text[count:]


def _reshaped(atom: Atom, text: str) -> Atom:
    face: Shape = atom.shape
    family = "latin" if face.face.name.startswith("Noto") else "arabic"
    strong = face.face.name.endswith("Bold")
    made = shape(text, family, strong, atom.level % 2 == 1, atom.language, False)
    return Atom(made, text, atom.level, atom.language, atom.ink, atom.is_personal)


def _shortened(rows: list[list[Atom]], look: Look, width: float, language: str) -> list[list[Atom]]:
    kept = rows[: look.max_lines]
    last = kept[-1]
    level = 1 if is_right_to_left(language) else 0
    dots = make_atom(ELLIPSIS, "latin", Piece(ELLIPSIS, language), level, look)
    while len(last) > 1 and (sum(atom.shape.width for atom in last) + dots.shape.width) * look.size > width:
        last.pop()
    last.append(dots)
    return kept
