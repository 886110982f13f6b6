"""What was agreed at a counter, on the full sheet: goals, who helps, who has it now, what is not needed."""

from __future__ import annotations

from overview.paper.blocks import Block
from overview.paper.headings import heading_block
from overview.paper.lists import item_rows
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.words.text import Sentence
from overview.words.view import TogetherView


def together_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """A heading and a list for each kind of agreement that was made; nothing outside the counter."""
    together, beside = setter.wording.view.together, setter.wording.beside
    if together is None:
        return []
    twin = beside.together if beside else None
    blocks: list[Block] = []
    for heading, owns, dutch_heading, dutches in _parts(together, twin):
        if owns:
            blocks.append(heading_block(setter, heading, dutch_heading, parent))
            rows = item_rows(setter, owns, dutches, parent, setter.theme.width)
            blocks.append(Block(tuple(rows)))
    return blocks


Part = tuple[Sentence, tuple[Sentence, ...], Sentence | None, tuple[Sentence, ...]]


def _parts(own: TogetherView, dutch: TogetherView | None) -> list[Part]:
    return [
        (
            own.goals_heading,
            own.goals,
            dutch.goals_heading if dutch else None,
            dutch.goals if dutch else (),
        ),
        (own.heading, own.lines, dutch.heading if dutch else None, dutch.lines if dutch else ()),
        (
            own.not_needed_heading,
            own.not_needed,
            dutch.not_needed_heading if dutch else None,
            dutch.not_needed if dutch else (),
        ),
    ]
