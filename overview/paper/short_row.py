"""A step that can wait, in a few lines: number, box, title, day, who, why, and what it is."""

from __future__ import annotations

from dataclasses import replace

from overview.paper.at_the_phone import phone_of
from overview.paper.flow import Block, Frame
from overview.paper.setting import Setter
from overview.paper.step_card import make_gutter
from overview.paper.tagging import Tag
from overview.paper.units import Piece, pieces_of
from overview.paper.wording import after_first_sentence, first_sentence, joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import StepView


def short_block(setter: Setter, step: StepView, steps: Tag) -> Block:
    """The row of a step; what it leaves out is said once under all rows to be at the counter."""
    theme, dutch = setter.theme, setter.wording.find_beside(step)
    item = steps.add("LI")
    gutter, padding = theme.base * 2.6, theme.base * 0.36
    drawing = make_gutter(setter, step, item, gutter)
    body, width = item.add("LBody"), theme.width - gutter - padding
    rows = setter.said(
        step.title, dutch.title if dutch else None, body, "row_title", width, kind="H3", keeps=True
    )
    rows += setter.stacked(_line(step), _line(dutch) if dutch else None, body, width)
    for at, label in enumerate(step.labels):
        twin = dutch.labels[at] if dutch and at < len(dutch.labels) else None
        rows += setter.said(label, twin, body, "label", width)
    told, other = _told(step), _told(dutch) if dutch else None
    rows += setter.stacked(
        (pieces_of(told), told.language), (pieces_of(other), other.language) if other else None, body, width
    )
    least = theme.base * (1.8 if step.number is None else 3.9)
    frame = Frame(0.0, padding, gutter, drawing=drawing, least=least)
    return Block(tuple(rows), before=theme.base * 0.25, frame=frame)


def _line(step: StepView) -> tuple[tuple[Piece, ...], str]:
    """The day in bold, the organisation and its phone, on one line; how long that is stands in the picture."""
    language = step.title.language
    who: list[Sentence] = [step.agency.name]
    if step.agency.explained:
        who.append(step.agency.explained)
    phone = phone_of(step)
    if phone:
        who.append(plain_sentence(phone[0], "nl", is_isolate=True, is_strong=True))
    day = step.due
    if day is None:
        return pieces_of(joined(who, language=language)), language
    bold = replace(day, spans=tuple(replace(span, is_strong=True) for span in day.spans))
    return pieces_of(joined([bold, *who], language=language)), language


def _told(step: StepView) -> Sentence:
    """Why it stands here, what settles it, and the first sentence of what it is."""
    parts = [step.reason]
    if step.question:
        parts.append(step.question)
    if step.who:
        # Under Waiting the reason has already said that another does it, and who.
        parts.append(after_first_sentence(step.who) if step.group == "waiting" else step.who)
    if step.what and step.group != "done":
        parts.append(first_sentence(step.what))
    return joined(parts, " ")
