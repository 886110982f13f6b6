"""What stands on the full sheet beside the steps: what may be for this citizen, and who helps around them."""

from __future__ import annotations

from overview.paper.blocks import Block
from overview.paper.headings import heading_block
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import HelpAroundView, OverviewView, SignView

Offer = tuple[Sentence, Sentence]
"""What or who it is, and how to check or reach it."""


def sign_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """Early signs: each with where to check it."""
    view, beside = setter.wording.view, setter.wording.beside
    other = [_sign(sign) for sign in beside.signs] if beside else []
    return _blocks(setter, parent, "signs_heading", [_sign(sign) for sign in view.signs], other)


def help_around_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """A few who help beside the organisations, and how to reach them."""
    view, beside = setter.wording.view, setter.wording.beside
    other = [_helper(found) for found in beside.help_around] if beside else []
    return _blocks(
        setter, parent, "help_around_heading", [_helper(found) for found in view.help_around], other
    )


def _sign(sign: SignView) -> Offer:
    return sign.title, sign.check


def _helper(found: HelpAroundView) -> Offer:
    if not found.phone:
        return found.name, found.how
    number = plain_sentence(found.phone, "nl", is_isolate=True, is_strong=True)
    return found.name, joined([found.how, number], " ")


def _blocks(setter: Setter, parent: Tag, heading: str, owns: list[Offer], others: list[Offer]) -> list[Block]:
    view, beside = setter.wording.view, setter.wording.beside
    own: Sentence | None = getattr(view, heading)
    if own is None or not owns:
        return []
    items = parent.list_of()
    blocks = [heading_block(setter, own, _heading(beside, heading), parent)]
    for index, (name, text) in enumerate(owns):
        twin = others[index] if index < len(others) else None
        body = items.add("LI").add("LBody")
        # The Dutch name comes with the Dutch text: it is what stands on the door.
        other = joined(list(twin), ": ") if twin and twin[0].plain != name.plain else twin and twin[1]
        rows = setter.defined(name, text, other, body, setter.theme.width)
        blocks.append(Block(tuple(rows)))
    return blocks


def _heading(view: OverviewView | None, name: str) -> Sentence | None:
    found: Sentence | None = getattr(view, name) if view else None
    return found
