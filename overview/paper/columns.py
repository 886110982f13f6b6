"""Two parts of a card beside each other, where both stay wide enough to read and are not too tall."""

from __future__ import annotations

from collections.abc import Callable

from overview.paper.rows import ColumnsRow, Row
from overview.paper.setting import LEAST_COLUMN, Setter

_TALLEST = 24
"""Columns of more letter sizes than this are one under the other, so that they can be divided."""


def beside_each_other(
    setter: Setter,
    width: float,
    first: Callable[[float], list[Row]],
    second: Callable[[float], list[Row]],
    *,
    is_apart: bool,
) -> list[Row]:
    """The rows of both parts, each made for the width it gets; `is_apart` allows two columns."""
    base = setter.theme.base
    column = (width - base) / 2
    if is_apart and column >= base * LEAST_COLUMN:
        left, right = first(column), second(column)
        if not left or not right:
            # What was made for half the width stays unused: it has no content, so no tag.
            return first(width) + second(width)
        made = ColumnsRow(((0.0, column, tuple(left)), (column + base, column, tuple(right))))
        if made.height <= base * _TALLEST:
            return [made]
    return first(width) + second(width)
