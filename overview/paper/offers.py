"""What ends the full sheet beside the steps: what may be for this citizen, and who helps around them."""

from __future__ import annotations

from dataclasses import dataclass

from overview.paper.flow import Block
from overview.paper.headings import heading_block
from overview.paper.rows import Row
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import plain_sentence
from overview.words.text import Sentence
from overview.words.view import OverviewView


@dataclass(frozen=True, slots=True)
class _Offer:
    name: Sentence
    text: Sentence
    phone: str = ""
    tel: str = ""


def sign_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """Early signs: each with where to check it."""
    view = setter.wording.view
    return _blocks(setter, parent, "signs_heading", _signs(view)) if view.signs else []


def help_around_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """A few who help beside the organisations, and how to reach them."""
    view = setter.wording.view
    return _blocks(setter, parent, "help_around_heading", _helpers(view)) if view.help_around else []


def _signs(view: OverviewView) -> list[_Offer]:
    return [_Offer(sign.title, sign.check) for sign in view.signs]


def _helpers(view: OverviewView) -> list[_Offer]:
    return [_Offer(found.name, found.how, found.phone, found.tel) for found in view.help_around]


def _blocks(setter: Setter, parent: Tag, heading: str, owns: list[_Offer]) -> list[Block]:
    view, beside = setter.wording.view, setter.wording.beside
    own, dutch = getattr(view, heading), getattr(beside, heading) if beside else None
    if own is None:
        return []
    others: list[_Offer] = []
    if beside:
        others = _signs(beside) if heading == "signs_heading" else _helpers(beside)
    blocks = [heading_block(setter, own, dutch, parent)]
    items = parent.list_of()
    for index, offer in enumerate(owns):
        twin = others[index] if index < len(others) else None
        blocks.append(Block(tuple(_rows(setter, items, offer, twin)), before=setter.theme.base * 0.5))
    return blocks


def _rows(setter: Setter, items: Tag, offer: _Offer, twin: _Offer | None) -> list[Row]:
    width = setter.theme.width
    item = items.add("LI")
    rows = setter.rows(offer.name, "strong", item.add("Lbl", offer.name.language), width, keeps=True)
    body = item.add("LBody")
    # The Dutch name stands beside its translation: it is what stands on the door.
    if twin and twin.name.plain != offer.name.plain:
        rows += setter.rows(twin.name, "beside", body.add("P", twin.name.language), width, keeps=True)
    rows += setter.said(offer.text, twin.text if twin else None, body, "body", width)
    if offer.phone:
        number = plain_sentence(offer.phone, "nl", is_isolate=True)
        link = body.add("P", "nl").add("Link", "nl")
        rows += setter.rows(number, "strong", link, width, address=f"tel:{offer.tel}")
    return rows
