"""Words wider than their column are cut, after a sign where there is one."""

from __future__ import annotations

from collections.abc import Iterable

from overview.paper.line_ops import Atom
from overview.paper.shaping import shape
from overview.paper.units import Unit

_CUT_AFTER = "/-.?&=@_"


def narrow_enough(units: list[Unit], width: float, size: float) -> Iterable[Unit]:
    """The units, each that is wider than the column cut into parts that are not."""
    for unit in units:
        if unit[2] * size <= width + 0.01:
            yield unit
            continue
        glue = unit[0]
        for atom in unit[1]:
            for part in _cut(atom, width / size):
                yield glue, [part], part.shape.width
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
    face = atom.shape.face
    made = shape(text, face.family, face.is_strong, atom.level % 2 == 1, atom.language)
    return Atom(made, text, atom.level, atom.language, atom.ink)
