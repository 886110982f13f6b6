"""Lines of text as PDF operators (PDF 32000-1, 9.4), runs in reading order.

Within a right-to-left run the glyphs stand from left to right, as HarfBuzz gives them and as
readers of PDF expect; `/ReversedChars` says so (14.8.2.3.3). The runs follow each other in
reading order, so that a screen reader meets them as they are said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from overview.paper.bidi import visual_order
from overview.paper.embedding import Codes
from overview.paper.shaping import Said, Shape
from overview.paper.typefaces import Typeface

INKS = {"black": "0 g", "grey": "0.29 g", "accent": "0.043 0.333 0.38 rg", "white": "1 g"}


class Kind(NamedTuple):
    """Soort tekst: what neighbours on a line share to be one run."""

    face: Typeface
    level: int
    language: str
    ink: str


@lru_cache(maxsize=512)
def kind_of(face: Typeface, level: int, language: str, ink: str) -> Kind:
    """The kind with these traits; nearly always the same object, so that comparing is quick."""
    return Kind(face, level, language, ink)


class Atom(NamedTuple):
    """Deel van een regel: one shape, its text and its kind."""

    shape: Shape
    text: str
    kind: Kind


_KIND = attrgetter("kind")


class Run(NamedTuple):
    """Reeks vormen: same typeface, direction, language and ink, from left to right."""

    x: float
    shapes: list[Shape]
    is_odd: bool
    language: str
    ink: str


class Line(NamedTuple):
    """Regel: its runs in reading order, its width, and how far from the left of the column it begins."""

    runs: Sequence[Run]
    width: float
    left: float


def find_said(lines: Sequence[Line]) -> dict[Typeface, Said]:
    """What codes besides the common ones say on these lines, for each of their typefaces."""
    said: dict[Typeface, Said] = {}
    for line in lines:
        for run in line.runs:
            face = run.shapes[0].face
            if face not in said:
                said[face] = {}
            rare = [pair for shape in run.shapes for pair in shape.rare]
            if rare:
                said[face].update(dict.fromkeys(rare))
    return said


def write_lines(
    lines: Sequence[Line], size: float, language: str, renamed: Mapping[Typeface, Codes] | None = None
) -> str:
    """PDF operators from the left of the column, with some codes renamed.

    The distance between lines is whatever `TL` says before them.
    """
    out: list[str] = []
    face = None
    ink = ""
    x = 0.0
    for at, line in enumerate(lines):
        if at:
            out.append("T*")
        for run in line.runs:
            if run.ink != ink:
                ink = run.ink
                out.append(INKS[ink])
            if run.shapes[0].face is not face:
                face = run.shapes[0].face
                out.append(f"/{face.resource} {size:g} Tf")
            is_other = run.language != language
            if is_other:
                out.append(f"/Span <</Lang ({run.language})>> BDC")
            if run.is_odd:
                out.append("/ReversedChars BMC")
            step = round(line.left + run.x - x, 2)
            if step:
                x += step
                out.append(f"{step:g} 0 Td")
            out.append(_shown(run, size, renamed.get(face) if renamed else None))
            if is_other:
                out.append("EMC")
            if run.is_odd:
                out.append("EMC")
    return "\n".join(out)


def _shown(run: Run, size: float, renamed: Codes | None) -> str:
    if not renamed:
        inside = [shape.inside for shape in run.shapes]
        if "" not in inside:
            return f"[{''.join(inside).replace('><', '')}]TJ"
    out: list[str] = []
    level = 0.0
    inside = []
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


def order_runs(row: Sequence[Atom], size: float) -> tuple[list[Run], float]:
    """The runs of a line's atoms in reading order, each in its place, and their width."""
    kind = row[0].kind
    if all([atom.kind is kind for atom in row]):
        shapes = [atom.shape for atom in row]
        width = sum([shape.width for shape in shapes]) * size
        is_odd = kind.level % 2 == 1
        return [Run(0.0, shapes[::-1] if is_odd else shapes, is_odd, kind.language, kind.ink)], width
    groups = [(kind, [atom[0] for atom in atoms]) for kind, atoms in groupby(row, _KIND)]
    places = [0.0] * len(groups)
    x = 0.0
    for index in visual_order([kind.level for kind, _ in groups]) if len(groups) > 1 else range(len(groups)):
        places[index] = x
        x += sum([shape.width for shape in groups[index][1]]) * size
    return [
        Run(place, shapes[::-1] if kind.level % 2 else shapes, kind.level % 2 == 1, kind.language, kind.ink)
        for place, (kind, shapes) in zip(places, groups, strict=True)
    ], x
