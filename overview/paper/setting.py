"""Setting sentences: from words to rows, with the Dutch beside them and the tags they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from overview.paper.canvas import TaggedCanvas
from overview.paper.paragraph import Paragraph, lay_out, pieces_of
from overview.paper.rows import LineRow, Place, Row, SpaceRow
from overview.paper.tagging import Tag
from overview.paper.theme import Theme
from overview.paper.wording import Wording, plain_sentence
from overview.words.text import Sentence

Lead = Callable[[TaggedCanvas, Place, float], None]

MAX_ITEMS = 40
"""Items of one list on paper."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Zetter: knows the look and the words of one document."""

    theme: Theme
    wording: Wording

    def lay(self, sentence: Sentence, look: str, width: float, max_lines: int = 0) -> Paragraph:
        """Lines of a sentence in a look of the theme."""
        theme = self.theme
        return lay_out(
            pieces_of(sentence),
            sentence.language,
            theme.look(look, sentence.language, max_lines=max_lines),
            width,
            theme.is_mirrored,
            theme.is_strict,
        )

    def rows(
        self,
        sentence: Sentence,
        look: str,
        tag: Tag,
        width: float,
        *,
        start: float = 0.0,
        keeps: bool = False,
        address: str = "",
        max_lines: int = 0,
    ) -> list[Row]:
        """A sentence as rows, content of `tag`; `keeps` holds it to what comes next."""
        made = self.lay(sentence, look, width - start, max_lines)
        last = len(made.lines) - 1
        rows: list[Row] = [
            LineRow(
                line,
                made.leading,
                start,
                width - start,
                tag,
                # No single line of a paragraph is left behind or carried over.
                keeps or index == 0 < last or index == last - 1,
                address,
                sentence.plain[:200],
            )
            for index, line in enumerate(made.lines)
        ]
        if made.is_cut and not max_lines:
            note = self.wording.say("text_cut")
            rows += self.rows(note, "label", tag.parent.add("P", note.language) if tag.parent else tag, width)
        return rows

    def said(
        self,
        own: Sentence | None,
        dutch: Sentence | None,
        parent: Tag,
        look: str,
        width: float,
        *,
        beside_look: str = "beside",
        kind: str = "P",
        keeps: bool = False,
        start: float = 0.0,
    ) -> list[Row]:
        """A sentence and under it the Dutch, each tagged in its own language."""
        if not own:
            return []
        has_beside = bool(dutch) and dutch is not None and dutch.plain != own.plain
        rows = self.rows(
            own, look, parent.add(kind, own.language), width, start=start, keeps=keeps or has_beside
        )
        if has_beside and dutch is not None:
            rows += self.rows(
                dutch, beside_look, parent.add("P", dutch.language), width, start=start, keeps=keeps
            )
        return rows

    def label(self, key: str, parent: Tag, width: float) -> list[Row]:
        """A small heading of the paper, kept with what it names."""
        half = SpaceRow(self.theme.base * 0.45)
        own, dutch = self.wording.say(key), self.wording.say_beside(key)
        return [half, *self.said(own, dutch, parent, "label", width, keeps=True)]

    def titled(
        self, key: str, own: Sentence | None, dutch: Sentence | None, parent: Tag, width: float
    ) -> list[Row]:
        """A small heading and one sentence; nothing when there is no sentence."""
        if not own:
            return []
        return self.label(key, parent, width) + self.said(own, dutch, parent, "body", width)

    def items(
        self, owns: Iterable[Sentence], dutches: Iterable[Sentence], parent: Tag, width: float
    ) -> list[Row]:
        """A bulleted list, with the Dutch under each item."""
        tag = parent.list_of("Disc")
        indent = self.theme.base * 1.1
        all_items, others = list(owns), list(dutches)
        rows: list[Row] = []
        for index, own in enumerate(all_items[:MAX_ITEMS]):
            item = tag.add("LI")
            bullet = self._bullet(item.add("Lbl"))
            body = item.add("LBody")
            dutch = others[index] if index < len(others) else None
            made = self.said(own, dutch, body, "body", width, start=indent)
            if made and isinstance(made[0], LineRow):
                first = made[0]
                made[0] = LineRow(
                    first.line, first.height, first.start, first.width, first.tag, first.keeps, lead=bullet
                )
            rows += made
        if len(all_items) > MAX_ITEMS:
            note = self.wording.say("text_cut")
            rows += self.rows(note, "label", parent.add("P", note.language), width)
        return rows

    def _bullet(self, tag: Tag) -> Lead:
        made = self.lay(plain_sentence("\u2022", self.wording.view.language), "label", self.theme.base)

        def draw(canvas: TaggedCanvas, place: Place, baseline: float) -> None:
            with canvas.mark(tag):
                canvas.line(made.lines[0], place.left_of(0, self.theme.base), baseline)

        return draw
