"""Bulleted lists, with the Dutch beside or under each item."""

from __future__ import annotations

from collections.abc import Iterable

from overview.paper.canvas import TaggedCanvas
from overview.paper.rows import Place, Row
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.text_row import Lead, with_lead
from overview.paper.wording import plain_sentence
from overview.words.text import Sentence

MAX_ITEMS = 40
"""Items of one list on paper; a line says so when there are more."""


def item_rows(
    setter: Setter, owns: Iterable[Sentence], dutches: Iterable[Sentence], parent: Tag, width: float
) -> list[Row]:
    """A bulleted list, with the Dutch under each item."""
    tag = parent.list_of("Disc")
    indent = setter.theme.base * 1.1
    all_items, others = list(owns), list(dutches)
    rows: list[Row] = []
    for index, own in enumerate(all_items[:MAX_ITEMS]):
        item = tag.add("LI")
        bullet = bullet_lead(setter, item.add("Lbl"))
        body = item.add("LBody")
        dutch = others[index] if index < len(others) else None
        rows += with_lead(setter.said(own, dutch, body, "body", width, start=indent), bullet)
    if len(all_items) > MAX_ITEMS:
        note = setter.wording.say("text_cut")
        rows += setter.rows(note, "label", parent.add("P", note.language), width)
    return rows


def bullet_lead(setter: Setter, tag: Tag) -> Lead:
    """A bullet at the edge of the column, before the first line of an item."""
    made = setter.lay(plain_sentence("\u2022", setter.wording.view.language), "label", setter.theme.base)

    def draw(canvas: TaggedCanvas, place: Place, baseline: float) -> None:
        canvas.marked_text(tag, made, place.left_of(0, setter.theme.base), baseline)

    return draw
