"""A step that can wait, in a few lines: number, box, title, day, who, why, and what it is."""

from __future__ import annotations

from overview.paper.at_the_phone import phone_of
from overview.paper.blocks import Block, Frame
from overview.paper.pieces import pieces_of
from overview.paper.setting import Said, Setter
from overview.paper.step_parts import agreed_rows, make_gutter
from overview.paper.tagging import Tag
from overview.paper.wording import after_first_sentence, first_sentence, joined, plain_sentence, strong
from overview.words.text import Sentence
from overview.words.view import StepView


def short_block(setter: Setter, step: StepView, steps: Tag) -> Block:
    """The row of a step; what it leaves out is said once under all rows to be at the counter."""
    theme, dutch = setter.theme, setter.wording.find_beside(step)
    item = steps.add("LI")
    gutter, padding = theme.base * 2.6, theme.base * 0.3
    drawing = make_gutter(setter, step, item, gutter)
    body, width = item.add("LBody"), theme.width - gutter - 2 * padding
    rows = setter.said(
        step.title, dutch.title if dutch else None, body, "row_title", width, kind="H3", keeps=True
    )
    for at, label in enumerate(step.labels):
        twin = dutch.labels[at] if dutch and at < len(dutch.labels) else None
        rows += setter.said(label, twin, body, "label", width)
    rows += agreed_rows(setter, step.agreed, dutch.agreed if dutch else (), body, width)
    others = _told(dutch) if dutch else ()
    for at, told in enumerate(_told(step)):
        rows += setter.stacked(told, others[at] if at < len(others) else None, body, width)
    least = theme.base * (1.8 if step.number is None else 3.9)
    frame = Frame(0.0, padding, gutter, drawing=drawing, least=least)
    return Block(tuple(rows), before=theme.base * 0.2, frame=frame)


def _told(step: StepView) -> tuple[Said, ...]:
    """The day in bold with who, and under it the rest; all in one where there is no day."""
    language = step.title.language
    who, why = joined(_who(step), language=language), joined(_why(step), " ")
    if step.due is None:
        return ((pieces_of(joined([who, why], language=language)), language),)
    first = joined([strong(step.due), who], language=language)
    return (pieces_of(first), language), (pieces_of(why), why.language)


def _who(step: StepView) -> list[Sentence]:
    """The organisation and its phone; how long a day still is stands in the picture of time."""
    parts = [step.agency.name]
    if step.agency.explained:
        parts.append(step.agency.explained)
    phone = phone_of(step)
    if phone:
        parts.append(plain_sentence(phone[0], "nl", is_isolate=True, is_strong=True))
    return parts


def _why(step: StepView) -> list[Sentence]:
    """Why it stands here, what settles it, and the first sentence of what it is."""
    parts = [step.reason]
    if step.question:
        parts.append(step.question)
    if step.who:
        # Under Waiting the reason has already said that another does it, and who.
        parts.append(after_first_sentence(step.who) if step.group == "waiting" else step.who)
    if step.what and step.group != "done":
        parts.append(first_sentence(step.what))
    return parts
