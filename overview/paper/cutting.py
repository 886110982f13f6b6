"""Words wider than their column are cut, after a sign where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from overview.paper.atoms import make_shape
from overview.paper.line_ops import Atom
from overview.paper.units import Unit

_CUT_AFTER = "/-.?&=@_"


def narrow_enough(units: Sequence[Unit], room: float) -> list[Unit]:
    """The units, each that is wider than `room` (in em) cut into parts that are not."""
    narrow: list[Unit] = []
    for glue, atoms, wide in units:
        if wide <= room:
            narrow.append((glue, atoms, wide))
            continue
        for atom in atoms:
            for part in _cut(atom, room):
                narrow.append((glue, (part,), part.shape.width))
                glue = None
    return narrow


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
    face, level, language, _ = atom.kind
    return Atom(make_shape(text, face.family, face.is_strong, level % 2 == 1, language), text, atom.kind)
