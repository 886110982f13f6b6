"""Pieces: stretches of a sentence with their ink; an aside, a run-in heading; and how a paragraph looks."""

from __future__ import annotations

from typing import NamedTuple

from overview.words.text import Sentence


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
