"""Headings of the full sheet."""

from __future__ import annotations

from overview.paper.blocks import Block
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.words.text import Sentence


def heading_block(setter: Setter, own: Sentence, dutch: Sentence | None, parent: Tag) -> Block:
    """A heading of the sheet, kept with what stands under it."""
    rows = setter.in_one(own, dutch, "heading", parent, setter.theme.width, kind="H2")
    return Block(tuple(rows), before=setter.theme.base * 0.9, is_heading=True)
