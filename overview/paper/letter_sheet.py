"""A letter to sign: the Dutch letter on its own page, then a sheet that explains it to the citizen.

The letter is Dutch and left-to-right for whoever signs it; the sheet after it has the citizen's
language and direction. What a citizen typed is in personal spans, which no store keeps.
"""

from __future__ import annotations

from overview.paper.blocks import Block
from overview.paper.canvas import TaggedCanvas
from overview.paper.flow import fill_pages
from overview.paper.framing import draw_part
from overview.paper.headings import heading_block
from overview.paper.rows import Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.theme import Theme
from overview.paper.wording import Wording, plain_sentence
from overview.words.template_view import LetterToSign
from overview.words.text import Sentence

_LANGUAGE = "nl"
_TITLE = "Brief"
"""Neutral: a title shows in the tab and in the list of prints."""
_LINE = "_" * 30
_BY_HAND = ("Naam", "Adres", "Postcode en plaats", "Telefoon")


def print_letter_sheet(letter: LetterToSign, wording: Wording, theme: Theme) -> bytes:
    """The letter and its explanation as PDF."""
    canvas = TaggedCanvas(_TITLE, _LANGUAGE)
    straight = Theme(theme.base, False, theme.is_strict)
    sent = _letter_blocks(Setter(straight, wording), letter, canvas.root.add("Sect", _LANGUAGE))
    own = _own_blocks(Setter(theme, wording), letter, canvas.root.add("Sect", wording.view.language))
    for blocks, look in ((sent, straight), (own, theme)):
        for parts in fill_pages(blocks, look):
            for part in parts:
                draw_part(canvas, part, look)
            canvas.next_page()
    return canvas.save()


def _letter_blocks(setter: Setter, letter: LetterToSign, part: Tag) -> list[Block]:
    base = setter.theme.base
    top: list[Row] = []
    for name in _BY_HAND:
        top += _line(setter, f"{name}: {_LINE}", part)
    blocks = [Block(tuple(top)), Block(tuple(_named(setter, "Aan: ", letter.to, part)), before=base * 1.5)]
    blocks.append(Block(tuple(_line(setter, f"Plaats en datum: {_LINE}", part)), before=base * 1.2))
    title = _joined("Onderwerp: ", letter.subject)
    rows = setter.said(title, None, part, "step_title", setter.theme.width, kind="H1", keeps=True)
    blocks.append(Block(tuple(rows), before=base * 1.2))
    blocks.append(Block(tuple(_line(setter, "Geachte heer of mevrouw,", part)), before=base))
    for paragraph in letter.paragraphs:
        rows = setter.said(paragraph, None, part, "body", setter.theme.width)
        blocks.append(Block(tuple(rows), before=base * 0.7))
    closing = [*_line(setter, "Met vriendelijke groet,", part), SpaceRow(base * 3.2, keeps=True)]
    closing += _line(setter, f"Handtekening: {_LINE}", part)
    return [*blocks, Block(tuple(closing), before=base * 1.2)]


def _own_blocks(setter: Setter, letter: LetterToSign, part: Tag) -> list[Block]:
    width = setter.theme.width
    rows = setter.said(letter.heading, None, part, "title", width, kind="H1", keeps=True)
    blocks = [Block(tuple(rows))]
    for heading, text in letter.explained:
        own = part.add("Sect", heading.language)
        blocks.append(heading_block(setter, heading, None, own))
        blocks.append(Block(tuple(setter.said(text, None, own, "body", width))))
    return [*blocks, *help_blocks(setter, part)]


def help_blocks(setter: Setter, part: Tag) -> list[Block]:
    """Whom to call, at the end of a sheet."""
    helped, width = setter.wording.view.help, setter.theme.width
    called = part.add("Sect", helped.heading.language)
    blocks = [heading_block(setter, helped.heading, None, called)]
    number = plain_sentence(helped.phone, _LANGUAGE, is_isolate=True)
    link = called.add("P", _LANGUAGE).add("Link", _LANGUAGE)
    told = setter.rows(number, "help", link, width, address=f"tel:{helped.tel}", keeps=True)
    for said in (helped.place, helped.hours, helped.example):
        told += setter.said(said, None, called, "body", width)
    return [*blocks, Block(tuple(told))]


def _line(setter: Setter, text: str, part: Tag) -> list[Row]:
    air: list[Row] = [SpaceRow(setter.theme.base * 0.35, keeps=True)]
    said = setter.said(plain_sentence(text, _LANGUAGE), None, part, "body", setter.theme.width, keeps=True)
    return said + air


def _named(setter: Setter, name: str, value: Sentence, part: Tag) -> list[Row]:
    return setter.said(_joined(name, value), None, part, "body", setter.theme.width)


def _joined(name: str, value: Sentence) -> Sentence:
    spans = (*plain_sentence(name, _LANGUAGE).spans, *value.spans)
    return Sentence(spans, _LANGUAGE)
