"""What one needs at the phone: the ways to do a step, and lines to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from overview.paper import marks
from overview.paper.canvas import TaggedCanvas
from overview.paper.paragraph import Paragraph
from overview.paper.rows import DrawnRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.text_row import with_lead
from overview.paper.wording import joined, plain_sentence, strong
from overview.words.text import Sentence
from overview.words.view import ChannelView, StepView

MOST_SPARE = 8
"""Lines to write on besides those with a name."""
_WRITTEN = ("called_on", "spoke_to", "reference", "promised")


def phone_of(step: StepView) -> tuple[str, str] | None:
    """The number to call for a step, as printed and as a link."""
    numbers = {f"tel:{phone.tel}": phone.number for phone in step.agency.phones}
    for channel in step.channels:
        if channel.target in numbers:
            return numbers[channel.target], channel.target
    return next(((number, target) for target, number in numbers.items()), None)


def channels_rows(
    setter: Setter, channels: Sequence[ChannelView], dutches: Sequence[ChannelView], body: Tag, width: float
) -> list[Row]:
    """The ways to do a step: phones large, web addresses written out, the rest on one line."""
    pairs = [(own, dutches[at] if at < len(dutches) else None) for at, own in enumerate(channels)]
    rows: list[Row] = []
    for own, dutch in pairs:
        if own.target or own.detail:
            rows += _channel(setter, own, dutch, body, width)
    plain = [(own, dutch) for own, dutch in pairs if not own.target and not own.detail]
    if plain:
        named = joined([own.label for own, _ in plain])
        others = [dutch.label for _, dutch in plain if dutch]
        rows += setter.said(named, joined(others) if others else None, body, "body", width)
    return rows


def _channel(
    setter: Setter, channel: ChannelView, dutch: ChannelView | None, body: Tag, width: float
) -> list[Row]:
    is_phone = channel.target.startswith("tel:")
    indent = setter.theme.base * 1.5 if is_phone else 0.0
    if is_phone:
        tag = body.add("P", channel.label.language).add("Link", channel.label.language)
        made = setter.rows(channel.label, "big", tag, width, start=indent, address=channel.target)
        # The number is the same in every language; only its hours need the Dutch.
        rows = with_lead(made, marks.phone_lead(setter))
    else:
        label = channel.label
        if channel.target.startswith("https://"):
            address = channel.target.removeprefix("https://").rstrip("/")
            label = joined([label, plain_sentence(address, "nl", is_isolate=True)], language=label.language)
        other = dutch.label if dutch else None
        rows = setter.said(label, other, body, "body", width, address=channel.target)
    return rows + setter.said(
        channel.detail, dutch.detail if dutch else None, body, "body", width, start=indent
    )


def ways_rows(setter: Setter, step: StepView, dutch: StepView | None, body: Tag, width: float) -> list[Row]:
    """The ways to do a step as one running text, the number to call first."""
    if not step.channels:
        return []
    is_called = any(channel.target.startswith("tel:") for channel in step.channels)
    own, other = _ways(step), _ways(dutch) if dutch and dutch.channels else None
    if not is_called:
        names = (setter.wording.say("ways_to_do_it"), setter.wording.say_beside("ways_to_do_it"))
        return setter.named(names, own, other, body, width, ink="accent")
    indent = setter.theme.base * 1.5
    rows = setter.said(own, other, body, "body", width, start=indent)
    return [SpaceRow(setter.theme.base * 0.3), *with_lead(rows, marks.phone_lead(setter))]


def _ways(step: StepView) -> Sentence:
    called: list[Sentence] = []
    others: list[Sentence] = []
    for channel in step.channels:
        label = channel.label
        if channel.target.startswith("tel:"):
            label = strong(label)
        parts = [label]
        if channel.target.startswith("https://"):
            address = channel.target.removeprefix("https://").rstrip("/")
            parts.append(plain_sentence(address, "nl", is_isolate=True))
        if channel.detail:
            parts.append(channel.detail)
        (called if channel.target.startswith("tel:") else others).extend(parts)
    told = [*called, *others]
    if step.also_there:
        told.append(step.also_there)
    return joined(told)


def writing_rows(setter: Setter, body: Tag, width: float, *, has_dutch: bool) -> list[Row]:
    """Lines to write down who said what; a promise one can name is a promise that is kept."""
    base = setter.theme.base
    half = (width - base) / 2
    words = [_written_label(setter, key, has_dutch=has_dutch) for key in _WRITTEN]
    widest = max([setter.lay(word, "body", width).widest for word in words])
    column = half if widest < half * 0.62 else width
    fields = [(setter.lay(word, "body", column), body.add("P", word.language)) for word in words]
    height = base * 1.55
    rows: list[Row] = [SpaceRow(base * 0.4)]
    if column == half:
        for at in (0, 2):
            beside = [(0.0, *fields[at]), (half + base, *fields[at + 1])]
            rows.append(DrawnRow(height, _fields_drawing(beside, column, height, base), keeps=at == 0))
        return rows
    for field in fields:
        drawing = _fields_drawing([(0.0, *field)], column, height, base)
        rows.append(DrawnRow(height, drawing, keeps=field is not fields[-1]))
    return rows


def _fields_drawing(
    fields: Sequence[tuple[float, Paragraph, Tag]], column: float, height: float, base: float
) -> Callable[[TaggedCanvas, Place], None]:
    """Labels beside each other (start, text, tag), each with a line to write on to the end of its column."""

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        lines: list[str] = []
        down = place.top + height * 0.8
        for start, text, tag in fields:
            canvas.marked_text(tag, text, place.left_of(start, column), down - base * 0.1)
            used = min(text.widest + base * 0.5, column)
            left = place.left_of(start + used, column - used)
            lines.append(f"{left:.2f} {down:.2f} m {left + column - used:.2f} {down:.2f} l")
        with canvas.artifact():
            canvas.path(f"{' '.join(lines)} S", thickness=0.8)

    return draw


def spare_lines(setter: Setter, width: float) -> Callable[[float], Row]:
    """More lines to write on, where a page has room left: what was promised seldom fits on one."""
    height = setter.theme.base * 1.75

    def make(blank: float) -> Row:
        count = min(int(blank * 0.8 / height), MOST_SPARE)

        def draw(canvas: TaggedCanvas, place: Place) -> None:
            left, right = place.left, place.left + width
            downs = [place.top + height * (at + 0.9) for at in range(count)]
            lines = [f"{left:.2f} {down:.2f} m {right:.2f} {down:.2f} l" for down in downs]
            with canvas.artifact():
                canvas.path(f"{' '.join(lines)} S", thickness=0.8)

        return DrawnRow(height * (count + 0.4), draw)

    return make


def _written_label(setter: Setter, key: str, *, has_dutch: bool) -> Sentence:
    """In both languages, or in the citizen's: the lines are the same in the same order on every card."""
    own, dutch = setter.wording.say(key), setter.wording.say_beside(key)
    return joined([own, dutch]) if has_dutch and dutch and dutch.plain != own.plain else own
