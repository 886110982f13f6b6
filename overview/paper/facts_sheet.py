"""All that is kept of a citizen, on paper: facts under headings, in their language and direction."""

from __future__ import annotations

from collections.abc import Sequence

from overview.paper.blocks import Block
from overview.paper.canvas import TaggedCanvas
from overview.paper.flow import fill_pages
from overview.paper.framing import draw_part
from overview.paper.headings import heading_block
from overview.paper.letter_sheet import help_blocks
from overview.paper.setting import Setter
from overview.paper.theme import Theme
from overview.paper.wording import Wording
from overview.words.text import Sentence


def print_facts_sheet(
    title: Sentence, parts: Sequence[tuple[Sentence, Sequence[Sentence]]], wording: Wording, theme: Theme
) -> bytes:
    """The facts as PDF."""
    language = wording.view.language
    canvas = TaggedCanvas(title.plain, language)
    setter, root = Setter(theme, wording), canvas.root.add("Sect", language)
    blocks = [Block(tuple(setter.said(title, None, root, "title", theme.width, kind="H1", keeps=True)))]
    for heading, facts in parts:
        own = root.add("Sect", language)
        blocks.append(heading_block(setter, heading, None, own))
        blocks += [
            Block(tuple(setter.said(fact, None, own, "body", theme.width)), before=theme.base * 0.3)
            for fact in facts
        ]
    blocks += help_blocks(setter, root)
    for drawn in fill_pages(blocks, theme):
        for part in drawn:
            draw_part(canvas, part, theme)
        canvas.next_page()
    return canvas.save()
