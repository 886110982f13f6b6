"""Lines of text as PDF operators (PDF 32000-1, 9.4), runs in reading order.

Within a right-to-left run the glyphs stand from left to right, as HarfBuzz gives them and as
readers of PDF expect; `/ReversedChars` says so (14.8.2.3.3). The runs follow each other in
reading order, so that a screen reader meets them as they are said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
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
    write = out.append
    face = None
    ink = ""
    x = 0.0
    for at, (runs, _, left) in enumerate(lines):
        if at:
            write("T*")
        for start, shapes, is_odd, run_language, run_ink in runs:
            if run_ink != ink:
                ink = run_ink
                write(INKS[ink])
            if shapes[0].face is not face:
                face = shapes[0].face
                write(f"/{face.resource} {size:g} Tf")
            if run_language != language:
                write(f"/Span <</Lang ({run_language})>> BDC")
            if is_odd:
                write("/ReversedChars BMC")
            step = round(left + start - x, 2)
            if step:
                x += step
                write(f"{step:g} 0 Td")
            write(_shown(shapes, size, renamed.get(face) if renamed else None))
            if is_odd:
                write("EMC")
            if run_language != language:
                write("EMC")
    return "\n".join(out)


def _shown(shapes: Sequence[Shape], size: float, renamed: Codes | None) -> str:
    if not renamed:
        inside = [shape.inside for shape in shapes]
        if "" not in inside:
            return f"[{''.join(inside).replace('><', '')}]TJ"
    out: list[str] = []
    level = 0.0
    inside = []
    for shape in shapes:
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
    kinds: list[Kind] = []
    groups: list[list[Shape]] = []
    last = None
    for shape, _, kind in row:
        if kind is not last:
            last = kind
            kinds.append(kind)
            groups.append([])
        groups[-1].append(shape)
    widths = [sum([shape.width for shape in shapes]) * size for shapes in groups]
    places = [0.0] * len(groups)
    x = 0.0
    for index in visual_order([kind.level for kind in kinds]) if len(groups) > 1 else (0,):
        places[index] = x
        x += widths[index]
    runs: list[Run] = []
    for place, kind, shapes in zip(places, kinds, groups, strict=True):
        if kind.level % 2:
            shapes.reverse()
        runs.append(Run(place, shapes, kind.level % 2 == 1, kind.language, kind.ink))
    return runs, x
