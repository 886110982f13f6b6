"""Laying sentences in lines and rows, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field

from overview.paper.atoms import Scratch, make_scratch
from overview.paper.paragraph import Paragraph, Setting, kept_paragraphs, lay_out
from overview.paper.pieces import Look, Piece, pieces_of
from overview.paper.rows import Row
from overview.paper.tagging import Tag
from overview.paper.text_row import TextRow
from overview.paper.theme import Theme
from overview.paper.wording import Wording
from overview.words.text import Sentence


@dataclass(frozen=True, slots=True)
class LineSetter:
    """Zetter: knows the look and the words of one document."""

    theme: Theme
    wording: Wording
    memory: dict[Setting, Paragraph] = field(default_factory=dict)
    """Layouts of this document, gone with it: the same hours stand under many steps."""
    scratch: Scratch = field(default_factory=make_scratch)

    def lay(self, sentence: Sentence, look: str, width: float, max_lines: int = 0) -> Paragraph:
        """Lines of a sentence in a look of the theme."""
        made = self.theme.look(look, sentence.language, max_lines=max_lines)
        return self.lay_pieces(pieces_of(sentence), sentence.language, made, width, self.theme.is_mirrored)

    def lay_pieces(
        self, pieces: tuple[Piece, ...], language: str, look: Look, width: float, is_mirrored: bool
    ) -> Paragraph:
        """Lines of pieces in a look."""
        setting = (pieces, language, look, width, is_mirrored, self.theme.is_strict)
        found = kept_paragraphs.get(setting) or self.memory.get(setting)
        if found is None:
            found = self.memory[setting] = lay_out(*setting, self.scratch)
        return found

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
        return self.rows_of(
            pieces_of(sentence),
            sentence.language,
            look,
            tag,
            width,
            start=start,
            keeps=keeps,
            address=address,
            max_lines=max_lines,
        )

    def rows_of(
        self,
        pieces: tuple[Piece, ...],
        language: str,
        look: str,
        tag: Tag,
        width: float,
        *,
        start: float = 0.0,
        keeps: bool = False,
        address: str = "",
        max_lines: int = 0,
        is_mirrored: bool | None = None,
    ) -> list[Row]:
        """Pieces as rows, content of `tag`, whose language is `language`."""
        theme = self.theme
        look_of = theme.look(look, language, max_lines=max_lines)
        mirrored = theme.is_mirrored if is_mirrored is None else is_mirrored
        made = self.lay_pieces(pieces, language, look_of, width - start, mirrored)
        if not made.count:
            return []
        words = "".join([piece.text for piece in pieces])[:200] if address else ""
        rows: list[Row] = [TextRow(made, start, width - start, tag, keeps, address, words)]
        if made.is_cut and not max_lines:
            note = self.wording.say("text_cut")
            rows += self.rows(note, "label", (tag.parent or tag).add("P", note.language), width)
        return rows
