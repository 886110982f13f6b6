"""Small changes to pieces and rows: an aside, a run-in heading, a bullet."""

from __future__ import annotations

from collections.abc import Callable

from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import ColumnsRow, Place, Row, TextRow
from overview.paper.units import Piece, pieces_of
from overview.words.text import Sentence

Lead = Callable[[TaggedCanvas, Place, float], None]
"""Draws a bullet or an icon before a line, given its place and baseline."""


def with_lead(rows: list[Row], lead: Lead) -> list[Row]:
    """The same rows with a bullet or an icon before the first line."""
    first = rows[0] if rows else None
    while isinstance(first, ColumnsRow):
        first = first.columns[0][2][0]
    if isinstance(first, TextRow):
        first.lead = lead
    return rows


def faint(piece: Piece) -> Piece:
    """The same words as an aside: Dutch beside a heading."""
    return Piece(piece.text, piece.language, True, piece.is_strong, piece.is_personal, "grey")


def run_in(name: Sentence, said: Sentence, ink: str) -> tuple[Piece, ...]:
    """A small heading and what it names, on one line."""
    is_question = name.plain.endswith(("?", "\u061f"))
    is_other = name.language != said.language
    first = (
        Piece(piece.text, piece.language, piece.is_isolate or is_other, True, piece.is_personal, ink)
        for piece in pieces_of(name)
    )
    colon = () if is_question else (Piece(":", said.language, is_strong=True, ink=ink),)
    return (*first, *colon, Piece(" ", said.language), *pieces_of(said))
