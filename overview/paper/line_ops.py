"""One line of text as PDF operators (PDF 32000-1, 9.4), runs in reading order.

Within a right-to-left run the glyphs stand from left to right, as HarfBuzz gives them and as
readers of PDF expect; `/ReversedChars` says so (14.8.2.3.3). The runs follow each other in
reading order, so that a screen reader meets them as they are said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from overview.paper.embedding import Codes, find_rare
from overview.paper.shaping import Said, Shape
from overview.paper.typefaces import Typeface

INKS = {"black": "0 g", "grey": "0.29 g", "accent": "0.043 0.333 0.38 rg", "white": "1 g"}


class Atom(NamedTuple):
    """Deel van een regel: one shape in one direction, language and ink."""

    shape: Shape
    text: str
    level: int
    language: str
    ink: str


class Run(NamedTuple):
    """Reeks vormen: same typeface, direction, language and ink, from left to right."""

    x: float
    shapes: tuple[Shape, ...]
    is_odd: bool
    language: str
    ink: str


@dataclass(frozen=True, eq=False)
class Line:
    """Regel: its runs in reading order, and how far from the left of the column it begins."""

    runs: tuple[Run, ...]
    width: float
    size: float
    language: str
    left: float

    @cached_property
    def said(self) -> dict[Typeface, Said]:
        """What codes besides the common ones say on this line, for each of its typefaces."""
        found: dict[Typeface, Said] = {}
        for run in self.runs:
            for shape in run.shapes:
                face = shape.face
                rare = found.get(face)
                if rare is None:
                    rare = found[face] = {}
                for pair in find_rare(shape):
                    rare[pair] = None
        return found

    @cached_property
    def operators(self) -> str:
        """PDF operators, from the left of the column, where no code had to be renamed."""
        return self.written({})

    def written(self, renamed: Mapping[Typeface, Codes]) -> str:
        """PDF operators, from the left of the column, with some codes renamed."""
        out: list[str] = []
        face = None
        ink = ""
        x = 0.0
        for run in self.runs:
            if run.ink != ink:
                ink = run.ink
                out.append(INKS[ink])
            if run.shapes[0].face is not face:
                face = run.shapes[0].face
                out.append(f"/{face.resource} {self.size:g} Tf")
            is_other = run.language != self.language
            if is_other:
                out.append(f"/Span <</Lang ({run.language})>> BDC")
            if run.is_odd:
                out.append("/ReversedChars BMC")
            step = round(self.left + run.x - x, 2)
            x += step
            out.append(f"{step:g} 0 Td")
            out.append(_shown(run, self.size, renamed.get(face) if renamed else None))
            if is_other:
                out.append("EMC")
            if run.is_odd:
                out.append("EMC")
        return "\n".join(out)


def _shown(run: Run, size: float, renamed: Codes | None) -> str:
    out: list[str] = []
    level = 0.0
    inside: list[str] = []
    for shape in run.shapes:
        for rise, text in shape.renamed(renamed) if renamed else shape.shows:
            if rise != level:
                if inside:
                    out.append(f"[{''.join(inside)}]TJ")
                    inside = []
                out.append(f"{rise * size:.2f} Ts")
                level = rise
            inside.append(text)
    out.append(f"[{''.join(inside)}]TJ")
    if level:
        out.append("0 Ts")
    return "\n".join(out)


def order_runs(row: list[Atom], size: float, order: list[int]) -> tuple[tuple[Run, ...], float]:
    """The runs of atoms in reading order, and their width; `order` is that from left to right."""
    places = [0.0] * len(row)
    x = 0.0
    for index in order:
        places[index] = x
        x += row[index].shape.width * size
    runs: list[Run] = []
    start = 0
    while start < len(row):
        first = row[start]
        face, level, language, ink = first.shape.face, first.level, first.language, first.ink
        end = start + 1
        while end < len(row):
            other = row[end]
            if other.shape.face is not face or other.level != level:
                break
            if other.language != language or other.ink != ink:
                break
            end += 1
        is_odd = first.level % 2 == 1
        members = row[start:end][::-1] if is_odd else row[start:end]
        left = places[end - 1] if is_odd else places[start]
        runs.append(Run(left, tuple([m.shape for m in members]), is_odd, first.language, first.ink))
        start = end
    return tuple(runs), x
