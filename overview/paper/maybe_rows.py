"""What may apply: under each question the steps that its answer decides, a few lines each."""

from __future__ import annotations

from collections.abc import Sequence

from overview.paper import marks
from overview.paper.at_the_phone import phone_of
from overview.paper.blocks import Block, Frame
from overview.paper.canvas import TaggedCanvas
from overview.paper.lists import bullet_lead
from overview.paper.rows import ColumnsRow, Place
from overview.paper.setting import Setter
from overview.paper.step_parts import agreed_rows
from overview.paper.tagging import Tag
from overview.paper.text_row import with_lead
from overview.paper.wording import joined, plain_sentence, strong
from overview.words.text import Sentence
from overview.words.view import StepView


def maybe_blocks(setter: Setter, steps: Sequence[StepView], part: Tag) -> list[Block]:
    """The steps in their order, those of one question together: it is asked once, and so is why."""
    blocks: list[Block] = []
    for members in _by_question(steps):
        blocks.append(_question_block(setter, members[0], part))
        found = part.list_of("Disc")
        blocks += [_step_block(setter, step, found) for step in members]
    return blocks


def _by_question(steps: Sequence[StepView]) -> list[list[StepView]]:
    grouped: dict[tuple[str, str], list[StepView]] = {}
    for step in steps:
        question = step.question.plain if step.question else ""
        grouped.setdefault((question, step.reason.plain), []).append(step)
    return list(grouped.values())


def _question_block(setter: Setter, step: StepView, part: Tag) -> Block:
    theme, dutch = setter.theme, setter.wording.find_beside(step)
    gutter, padding, size = theme.base * 2.6, theme.base * 0.3, theme.base * 1.75
    width = theme.width - gutter - 2 * padding
    asked, why = (step.question or step.reason), (step.reason if step.question else None)
    rows = setter.said(asked, _asked(dutch), part, "row_title", width, kind="H3", keeps=True)
    rows += setter.said(why, dutch.reason if dutch else None, part, "body", width, keeps=True)

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        marks.question_mark(canvas, place.left_of(0, size), place.top, size)

    frame = Frame(0.0, padding, gutter, drawing=draw, least=size)
    return Block(tuple(rows), before=theme.base * 0.3, frame=frame, is_heading=True)


def _asked(step: StepView | None) -> Sentence | None:
    return (step.question or step.reason) if step else None


def _step_block(setter: Setter, step: StepView, found: Tag) -> Block:
    """Its title, its day, who it is with, and the number to call."""
    base, dutch = setter.theme.base, setter.wording.find_beside(step)
    item = found.add("LI")
    lead = bullet_lead(setter, item.add("Lbl"))
    body, start = item.add("LBody"), base * 1.1
    # Under its question, beside the mark of that.
    edge = base * 2.9
    width = setter.theme.width - edge - base * 0.3
    told = setter.said(_told(step), _told(dutch) if dutch else None, body, "body", width, start=start)
    rows = with_lead(told, lead)
    for at, label in enumerate(step.labels):
        twin = dutch.labels[at] if dutch and at < len(dutch.labels) else None
        rows += setter.said(label, twin, body, "label", width, start=start)
    rows += agreed_rows(setter, step.agreed, dutch.agreed if dutch else (), body, width)
    return Block((ColumnsRow(((edge, width, rows),)),), before=base * 0.15)


def _told(step: StepView) -> Sentence:
    parts = [strong(step.title)]
    if step.due:
        parts.append(step.due)
    parts.append(step.agency.name)
    if step.agency.explained:
        parts.append(step.agency.explained)
    phone = phone_of(step)
    if phone:
        parts.append(plain_sentence(phone[0], "nl", is_isolate=True, is_strong=True))
    return joined(parts, language=step.title.language)
