"""A step on the full sheet: number, box, what, when, why, and everything one needs beside the phone."""

from __future__ import annotations

from collections.abc import Callable, Collection

from overview.paper.at_the_phone import channels_rows, spare_lines, ways_rows, writing_rows
from overview.paper.blocks import Block, Frame
from overview.paper.canvas import TaggedCanvas
from overview.paper.columns import beside_each_other
from overview.paper.lists import item_rows
from overview.paper.pieces import Piece, run_in
from overview.paper.rows import DrawnRow, Place, Row, SpaceRow, height_of
from overview.paper.setting import Setter
from overview.paper.step_parts import agreed_rows, day_of, make_gutter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, plain_sentence
from overview.words.text import Sentence
from overview.words.view import StepView

_PADDING = 8.0
MOST_WITH_DUTCH_LINES = 0.8
"""Share of a page that a card may take before its lines to write on."""


def step_block(setter: Setter, step: StepView, steps: Tag, said_above: Collection[str]) -> Block:
    """The card of a step; `steps` is the list it is an item of.

    `said_above` are labels that stand above the cards, once for all.
    """
    theme = setter.theme
    item = steps.add("LI")
    gutter = theme.base * 2.6
    draw_gutter = make_gutter(setter, step, item, gutter)
    width = theme.width - 2 * _PADDING
    rows = _Card(setter, step, item.add("LBody"), width, gutter).rows(said_above)
    frame = Frame(
        thickness=1.6 if step.group == "now" else 0.8,
        padding=_PADDING,
        drawing=draw_gutter,
        least=theme.base * 4.3,
    )
    spare = spare_lines(setter, width) if step.number is not None else None
    again = _title_again(setter, step, width)
    return Block(tuple(rows), before=theme.base * 0.6, frame=frame, spare=spare, again=again)


class _Card:
    """Kaart: the rows of a step in one column, or two where each stays wide enough to read."""

    def __init__(self, setter: Setter, step: StepView, body: Tag, width: float, gutter: float) -> None:
        self._setter, self._step, self._body = setter, step, body
        self._width, self._gutter = width, gutter
        self._dutch = setter.wording.find_beside(step)

    def rows(self, said_above: Collection[str]) -> list[Row]:
        """All rows, from the title to the lines to write on."""
        setter, step, dutch, base = self._setter, self._step, self._dutch, self._setter.theme.base
        rows = self._head()
        # Beside number and box the text is narrow; under them it has the whole width of the card.
        rows.append(SpaceRow(max(base * 3.9 - sum(row.height for row in rows), base * 0.2)))
        for at, label in enumerate(step.labels):
            if label.plain not in said_above:
                twin = dutch.labels[at] if dutch and at < len(dutch.labels) else None
                rows += setter.said(label, twin, self._body, "label", self._width)
        rows += agreed_rows(setter, step.agreed, dutch.agreed if dutch else (), self._body, self._width)
        for name in ("question", "who"):
            rows += self._named(name)
        rows += self._why_and_what()
        if step.group == "now" and not dutch:
            # The first cards have room: they stand alone on a page more often than not.
            rows += beside_each_other(setter, self._width, self._needs, self._channels, is_apart=True)
            rows += self._phone_words()
            rows += self._named("also_there")
        else:
            rows += self._in_a_line(step.needs, dutch.needs if dutch else (), "you_need")
            rows += self._phone_words()
            rows += ways_rows(setter, step, dutch, self._body, self._width)
        rows += self._consequences()
        rows += self._in_a_line(step.told_conditions, dutch.told_conditions if dutch else (), "ask_a_person")
        if step.number is None:
            # Notes on a call are for one's own steps; what another does has no call to note yet.
            return rows
        # The Dutch of the lines to write on takes room of its own: on the first cards that have it.
        has_dutch = step.group == "now" and height_of(rows) < setter.theme.room * MOST_WITH_DUTCH_LINES
        return rows + writing_rows(setter, self._body, self._width, has_dutch=has_dutch)

    def _head(self) -> list[Row]:
        setter, step, dutch = self._setter, self._step, self._dutch
        own, other = step.title, dutch.title if dutch else None
        rows = setter.said(
            own,
            other,
            self._body,
            "step_title",
            self._width,
            beside_look="beside_title",
            kind="H3",
            keeps=True,
            start=self._gutter,
        )
        if step.due:
            rows += setter.said(
                day_of(step), day_of(dutch), self._body, "strong", self._width, start=self._gutter
            )
        named = [step.agency.name, step.agency.explained, None if dutch else step.effort]
        line = joined([part for part in named if part], language=setter.wording.view.language)
        tag = self._body.add("P", line.language)
        return rows + setter.rows(line, "quiet", tag, self._width, start=self._gutter)

    def _why_and_what(self) -> list[Row]:
        """Why it stands here, what to do, and with Dutch beside it also what it takes."""
        names = ("reason", "what", "effort") if self._dutch else ("reason", "what")
        owns = [said for name in names if (said := getattr(self._step, name))]
        others = [said for name in names if (said := getattr(self._dutch, name, None))]
        if {said.plain for said in owns} & {said.plain for said in others}:
            # What is not translated stands there once, in Dutch.
            return [row for name in names for row in self._named(name)]
        other = joined(others, " ") if others else None
        return self._setter.said(joined(owns, " "), other, self._body, "body", self._width)

    def _named(self, name: str) -> list[Row]:
        own: Sentence | None = getattr(self._step, name)
        other = getattr(self._dutch, name) if self._dutch else None
        return self._setter.said(own, other, self._body, "body", self._width)

    def _needs(self, width: float) -> list[Row]:
        if not self._step.needs:
            return []
        dutch = self._dutch.needs if self._dutch else ()
        rows = self._setter.label("you_need", self._body, width)
        return rows + item_rows(self._setter, self._step.needs, dutch, self._body, width)

    def _channels(self, width: float) -> list[Row]:
        if not self._step.channels:
            return []
        dutch = self._dutch.channels if self._dutch else ()
        rows = self._setter.label("ways_to_do_it", self._body, width)
        return rows + channels_rows(self._setter, self._step.channels, dutch, self._body, width)

    def _phone_words(self) -> list[Row]:
        """What to say: in one's own language to understand it, in Dutch to speak it."""
        setter, step = self._setter, self._step
        if not step.say:
            return []
        names = (setter.wording.say("what_to_say"), setter.wording.say_beside("what_to_say"))
        quote = self._body.add("BlockQuote", step.say.language)
        return setter.named(
            names, step.say, step.say_dutch, quote, self._width, ink="accent", beside_look="strong"
        )

    def _in_a_line(self, owns: tuple[Sentence, ...], dutches: tuple[Sentence, ...], key: str) -> list[Row]:
        """A short list as one running text under a small heading."""
        if not owns:
            return []
        own, other = joined(list(owns)), joined(list(dutches)) if dutches else None
        wording = self._setter.wording
        return self._setter.named(
            (wording.say(key), wording.say_beside(key)), own, other, self._body, self._width, ink="accent"
        )

    def _consequences(self) -> list[Row]:
        """What happens otherwise, and what is still possible when late; on the first cards also mistakes."""
        setter, step, dutch = self._setter, self._step, self._dutch
        if step.group == "now" and not dutch:
            rows: list[Row] = []
            for key in ("otherwise", "when_late", "mistake"):
                rows += setter.titled(key, getattr(step, key), None, self._body, self._width)
            return rows
        own = _run_together(setter.wording.say, step)
        if not own:
            return []
        other = _run_together(setter.wording.say_beside, dutch) if dutch else ()
        pair = ((own, step.title.language), (other, "nl") if other else None)
        return [SpaceRow(setter.theme.base * 0.2), *setter.pair_of(*pair, self._body, self._width)]


def _title_again(setter: Setter, step: StepView, width: float) -> Row:
    """Number and title above the rest of a card on its next page: repeated, so an artifact."""
    named = [plain_sentence(f"{step.number}.", step.title.language)] if step.number is not None else []
    text = setter.lay(joined([*named, step.title], " "), "quiet", width, 1)

    def draw(canvas: TaggedCanvas, place: Place) -> None:
        with canvas.artifact("Pagination"):
            canvas.text(text, place.left_of(0, width), place.top + text.leading / 2 + text.size * 0.34)

    return DrawnRow(text.leading * 1.3, draw, keeps=True)


def _run_together(say: Callable[[str], Sentence | None], step: StepView) -> tuple[Piece, ...]:
    pieces: tuple[Piece, ...] = ()
    for key in ("otherwise", "when_late", "mistake") if step.group == "now" else ("otherwise", "when_late"):
        name, said = say(key), getattr(step, key)
        if name and said:
            space = (Piece(" ", said.language),) if pieces else ()
            pieces += (*space, *run_in(name, said, "accent" if say.__name__ == "say" else ""))
    return pieces
