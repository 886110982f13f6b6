"""A step on the full sheet: number, box, what, when, why, and everything one needs beside the phone."""

from __future__ import annotations

from collections.abc import Callable

from overview.paper import marks
from overview.paper.at_the_phone import channels_rows, writing_rows
from overview.paper.canvas import TaggedCanvas
from overview.paper.flow import Block, Frame
from overview.paper.lists import item_rows
from overview.paper.rows import Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import StepView


def step_block(setter: Setter, step: StepView, steps: Tag) -> Block:
    """The card of a step; `steps` is the list it is an item of."""
    theme = setter.theme
    item = steps.add("LI")
    gutter = theme.base * 3.0
    draw_gutter = make_gutter(setter, step, item, gutter)
    padding = 11.0
    rows = _rows(setter, step, item.add("LBody"), theme.width - 2 * padding, gutter)
    frame = Frame(
        thickness=1.6 if step.group == "now" else 0.8,
        padding=padding,
        drawing=draw_gutter,
        least=theme.base * 4.3,
    )
    return Block(tuple(rows), before=theme.base * 0.75, frame=frame)


def _rows(setter: Setter, step: StepView, body: Tag, width: float, gutter: float) -> list[Row]:
    dutch = setter.wording.find_beside(step)
    rows = setter.said(
        step.title,
        dutch.title if dutch else None,
        body,
        "step_title",
        width,
        beside_look="beside_title",
        kind="H3",
        keeps=True,
        start=gutter,
    )
    rows += _agency(setter, step, body, width, gutter)
    if step.group == "done":
        return rows
    rows += _when(setter, step, dutch, body, width, gutter)
    # Beside number and box the text is narrow; under them it has the whole width of the card.
    beside_gutter = sum(row.height for row in rows)
    rows.append(SpaceRow(max(setter.theme.base * 3.9 - beside_gutter, setter.theme.base * 0.2)))
    for label, beside in _both(step.labels, dutch.labels if dutch else ()):
        rows += setter.said(label, beside, body, "label", width)
    for name in ("question", "who", "reason", "what"):
        rows += _named(setter, step, dutch, name, body, width)
    rows += _details(setter, step, dutch, body, width)
    # Notes on a call are for one's own steps; what another does has no call to note yet.
    return rows + (writing_rows(setter, body, width) if step.number is not None else [])


def _details(setter: Setter, step: StepView, dutch: StepView | None, body: Tag, width: float) -> list[Row]:
    rows: list[Row] = []
    if step.needs:
        rows += setter.label("you_need", body, width)
        rows += item_rows(setter, step.needs, dutch.needs if dutch else (), body, width)
    rows += _named(setter, step, dutch, "effort", body, width)
    if step.channels:
        rows += setter.label("ways_to_do_it", body, width)
        rows += channels_rows(setter, step.channels, dutch.channels if dutch else (), body, width)
    rows += _phone_words(setter, step, body, width)
    rows += _named(setter, step, dutch, "also_there", body, width)
    for key in ("otherwise", "when_late", "mistake"):
        own, beside_text = getattr(step, key), getattr(dutch, key) if dutch else None
        rows += setter.titled(key, own, beside_text, body, width)
    if step.told_conditions:
        rows += setter.label("ask_a_person", body, width)
        rows += item_rows(setter, step.told_conditions, dutch.told_conditions if dutch else (), body, width)
    return rows + _sources(setter, step, body, width)


def _named(
    setter: Setter, step: StepView, dutch: StepView | None, name: str, body: Tag, width: float
) -> list[Row]:
    own: Sentence | None = getattr(step, name)
    return setter.said(own, getattr(dutch, name) if dutch else None, body, "body", width)


def _both(
    owns: tuple[Sentence, ...], dutches: tuple[Sentence, ...]
) -> list[tuple[Sentence, Sentence | None]]:
    return [(own, dutches[at] if at < len(dutches) else None) for at, own in enumerate(owns)]


def _agency(setter: Setter, step: StepView, body: Tag, width: float, gutter: float) -> list[Row]:
    agency = step.agency
    named = [agency.name] if agency.explained is None else [agency.name, agency.explained]
    line = joined(named, language=setter.wording.view.language)
    return setter.rows(line, "quiet", body.add("P", line.language), width, start=gutter)


def _when(
    setter: Setter, step: StepView, dutch: StepView | None, body: Tag, width: float, gutter: float
) -> list[Row]:
    if step.due is None:
        return []
    own = joined([step.due, step.distance], " \u2013 ") if step.distance else step.due
    beside = dutch.due if dutch else None
    if dutch and dutch.due and dutch.distance:
        beside = joined([dutch.due, dutch.distance], " \u2013 ")
    space = SpaceRow(setter.theme.base * 0.3)
    return [space, *setter.said(own, beside, body, "strong", width, start=gutter)]


def _phone_words(setter: Setter, step: StepView, body: Tag, width: float) -> list[Row]:
    """What to say: in one's own language to understand it, in Dutch to speak it."""
    if not step.say:
        return []
    rows = setter.label("what_to_say", body, width)
    quote = body.add("BlockQuote", step.say.language)
    return rows + setter.said(step.say, step.say_dutch, quote, "body", width, beside_look="strong")


def _sources(setter: Setter, step: StepView, body: Tag, width: float) -> list[Row]:
    """Where it comes from and when that was looked at, in few words; the addresses are on screen."""
    if not step.sources:
        return []
    language = setter.wording.view.language
    parts = [setter.wording.say("source")]
    for index, source in enumerate(step.sources):
        parts.append(source.title)
        is_last = index == len(step.sources) - 1
        if is_last or step.sources[index + 1].checked.plain != source.checked.plain:
            parts.append(source.checked)
    line = joined(parts, language=language)
    return [SpaceRow(setter.theme.base * 0.4), *setter.rows(line, "quiet", body.add("P", language), width)]


def make_gutter(
    setter: Setter, step: StepView, item: Tag, width: float
) -> Callable[[TaggedCanvas, Place], None]:
    """The number and the tick box, or a mark for what has no number."""
    base = setter.theme.base
    size = base * 1.75
    number = None
    if step.number is not None:
        label = item.add("Lbl")
        sentence = plain_sentence(str(step.number), setter.wording.view.language)
        number = setter.lay(sentence, "number", size)

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        left = place.left_of(0, size)
        top = place.top
        if number is not None:
            line = number.lines[0]
            canvas.marked_line(label, line, left - line.left + (size - line.width) / 2, top + base * 1.45)
            top += base * 2.1
        if step.group == "maybe":
            marks.question_mark(canvas, left, top, size)
        elif step.group == "waiting":
            marks.clock(canvas, left, top, size)
        else:
            marks.tick_box(canvas, left, top, size, is_ticked=step.group == "done")

    return draw
