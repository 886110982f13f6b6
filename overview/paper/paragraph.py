"""From a sentence to lines: greedy line breaking, alignment, and which layouts are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from overview.paper.atoms import Scratch, forget_words, make_scratch
from overview.paper.clean import MAX_SENTENCE
from overview.paper.cutting import narrow_enough
from overview.paper.embedding import Codes
from overview.paper.line_ops import Atom, Line, find_said, order_runs, write_lines
from overview.paper.pieces import Look, Piece
from overview.paper.shaping import Said
from overview.paper.typefaces import Typeface, is_right_to_left
from overview.paper.units import ellipsis, forget_phrases, make_units

KEPT_PARAGRAPHS = 2_048
"""Laid-out catalogue sentences kept in memory (about 4 KB each)."""


Setting = tuple[tuple[Piece, ...], str, Look, float, bool, bool]
"""Pieces, language, look, width in points, whether mirrored, strictness: what a layout depends on."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """Alinea: lines of letters of `size` points, in a column; `leading` points from line to line.

    `operators` write all lines where no code had to be renamed; `said` is what codes besides the
    common ones say, for each typeface. How the lines were made is not kept: what is rarely asked for,
    some of the lines or other codes, is laid out once more from `setting`.
    """

    setting: Setting
    widths: tuple[float, ...]
    lefts: tuple[float, ...]
    size: float
    leading: float
    is_cut: bool
    operators: str
    said: tuple[tuple[Typeface, Said], ...]

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.widths)

    @property
    def widest(self) -> float:
        """Width of the longest line in points."""
        return max(self.widths, default=0.0)

    def written(self, first: int, last: int, renamed: Mapping[Typeface, Codes]) -> str:
        """The operators of some of the lines, with some codes renamed."""
        lines, _ = make_lines(*self.setting, make_scratch())
        return write_lines(lines[first:last], self.size, self.setting[1], renamed)


kept_paragraphs: dict[Setting, Paragraph] = {}


def lay_out(
    pieces: tuple[Piece, ...],
    language: str,
    look: Look,
    width: float,
    is_mirrored: bool,
    is_strict: bool,
    scratch: Scratch | None = None,
) -> Paragraph:
    """Lines of `pieces`. `is_mirrored` aligns at the right edge, as everything on an Arabic page.

    Kept for the next document only when nothing in it is personal. The words layer marks every
    value it puts in a sentence so (days, numbers, names); those are laid out anew, and `scratch`
    remembers their words as long as one document.
    """
    setting = (pieces, language, look, width, is_mirrored, is_strict)
    found = kept_paragraphs.get(setting)
    if found is None:
        found = _set(setting, scratch or make_scratch())
        length = sum([len(piece.text) for piece in pieces])
        if length <= MAX_SENTENCE and not any([piece.is_personal for piece in pieces]):
            if len(kept_paragraphs) >= KEPT_PARAGRAPHS:
                # All at once: rare, and no bookkeeping at each sentence.
                kept_paragraphs.clear()
            kept_paragraphs[setting] = found
    return found


def forget_kept() -> None:
    """Empty the stores of laid-out sentences and words (for measurements and tests)."""
    kept_paragraphs.clear()
    forget_phrases()
    forget_words()


def _set(setting: Setting, scratch: Scratch) -> Paragraph:
    lines, is_cut = make_lines(*setting, scratch)
    _, language, look, *_ = setting
    return Paragraph(
        setting,
        tuple([width for _, width, _ in lines]),
        tuple([left for _, _, left in lines]),
        look.size,
        look.size * look.leading,
        is_cut,
        write_lines(lines, look.size, language),
        tuple(find_said(lines).items()),
    )


def make_lines(
    pieces: tuple[Piece, ...],
    language: str,
    look: Look,
    width: float,
    is_mirrored: bool,
    is_strict: bool,
    scratch: Scratch,
) -> tuple[list[Line], bool]:
    """The lines of `pieces`, and whether something is cut."""
    is_rtl = is_right_to_left(language)
    units, is_cut = make_units(pieces, language, look, is_strict, scratch)
    size = look.size
    room = (width + 0.01) / size
    if any([wide > room for _, _, wide in units]):
        units = narrow_enough(units, room)
    rows: list[list[Atom]] = []
    row: list[Atom] = []
    used = 0.0
    for glue, atoms, wide in units:
        if row:
            gap = glue.shape.width if glue else 0.0
            if used + gap + wide <= room:
                if glue:
                    row.append(glue)
                row += atoms
                used += gap + wide
                continue
            rows.append(row)
        row, used = list(atoms), wide
    if row:
        rows.append(row)
    if look.max_lines and len(rows) > look.max_lines:
        rows, is_cut = _shortened(rows, look, width, language), True
    ordered = [order_runs(line, size) for line in rows]
    # Left-to-right text on a mirrored page is ragged at the right, in a block at the right edge.
    block = max([line_width for _, line_width in ordered], default=0.0)
    return [
        Line(runs, used, _left(used, block, width, is_rtl, is_mirrored)) for runs, used in ordered
    ], is_cut


def _left(width: float, block: float, column: float, is_rtl: bool, is_mirrored: bool) -> float:
    if is_mirrored:
        return column - width if is_rtl else column - block
    return block - width if is_rtl else 0.0


def _shortened(rows: list[list[Atom]], look: Look, width: float, language: str) -> list[list[Atom]]:
    kept = rows[: look.max_lines]
    last = kept[-1]
    dots = ellipsis(language, look)
    while len(last) > 1 and (sum(atom.shape.width for atom in last) + dots.shape.width) * look.size > width:
        last.pop()
    last.append(dots)
    return kept
