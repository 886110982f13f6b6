"""Setting sentences: from words to rows, with the Dutch beside them and the tags they need."""

from __future__ import annotations

from overview.paper.canvas import ALLOWED_LINKS
from overview.paper.laying import LineSetter
from overview.paper.pieces import Piece, faint, pieces_of, run_in
from overview.paper.rows import ColumnsRow, Row, SpaceRow, height_of
from overview.paper.tagging import Tag
from overview.paper.typefaces import is_right_to_left
from overview.paper.wording import says_the_same
from overview.words.text import Sentence

LEAST_COLUMN = 14
"""Two languages stand side by side when each column is at least this many letter sizes wide."""
_SIDE_BY_SIDE = ("body",)
LONGEST_TOGETHER = 10.5
"""A pair of this many letter sizes high stays together; a longer one may be divided over pages."""


Said = tuple[tuple[Piece, ...], str]
"""Pieces and the language they are in."""


class Setter(LineSetter):
    """Zetter: sets a sentence with the Dutch beside, under or after it."""

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
        address: str = "",
    ) -> list[Row]:
        """A sentence and under it the Dutch, each tagged in its own language."""
        if not own:
            return []
        has_beside = bool(dutch) and dutch is not None and not says_the_same(own, dutch)
        pair = (pieces_of(own), pieces_of(dutch)) if has_beside and dutch else (pieces_of(own), ())
        return self._pair(
            pair,
            (own.language, dutch.language if dutch else ""),
            (look, beside_look),
            parent,
            width,
            kind=kind,
            keeps=keeps,
            start=start,
            address=address,
        )

    def _pair(
        self,
        pieces: tuple[tuple[Piece, ...], tuple[Piece, ...]],
        languages: tuple[str, str],
        looks: tuple[str, str],
        parent: Tag,
        width: float,
        *,
        kind: str = "P",
        keeps: bool = False,
        start: float = 0.0,
        address: str = "",
    ) -> list[Row]:
        """Two languages side by side where both columns are wide enough, else one under the other."""
        (own, dutch), base = pieces, self.theme.base
        tag = parent.add(kind, languages[0])
        if address.startswith(ALLOWED_LINKS):
            tag = tag.add("Link", languages[0])
        first = (languages[0], looks[0], tag)
        if not dutch:
            return self.rows_of(own, *first, width, start=start, keeps=keeps, address=address)
        second = (languages[1], looks[1], parent.add("P", languages[1]))
        # Air between pairs, so that the eye sees which two belong together.
        air = SpaceRow(base * 0.12, keeps=keeps)
        column, other = self._columns(width - base)
        if looks[0] not in _SIDE_BY_SIDE or column < base * LEAST_COLUMN:
            rows = self.rows_of(own, *first, width, start=start, keeps=True, address=address)
            return [*rows, *self.rows_of(dutch, *second, width, start=start, keeps=keeps), air]
        left = self.rows_of(own, *first, column, start=start, keeps=keeps, address=address)
        flips = is_right_to_left(languages[1])
        right = self.rows_of(dutch, *second, other, keeps=keeps, is_mirrored=flips)
        far = column + base
        is_long = max(height_of(left), height_of(right)) > base * LONGEST_TOGETHER
        both = ((0.0, column, left), (far, other, right))
        return [ColumnsRow(both, keeps=keeps, is_divisible=is_long), air]

    def _columns(self, room: float) -> tuple[float, float]:
        """Widths for two languages: Dutch takes more room than Arabic to say the same."""
        own = room * (0.47 if self.theme.is_mirrored else 0.5)
        return own, room - own

    def label(self, key: str, parent: Tag, width: float) -> list[Row]:
        """A small heading of the paper in both languages, kept with what it names."""
        half = SpaceRow(self.theme.base * 0.3)
        said = self.in_one(self.wording.say(key), self.wording.say_beside(key), "label", parent, width)
        return [half, *said]

    def in_one(
        self,
        own: Sentence,
        dutch: Sentence | None,
        look: str,
        parent: Tag,
        width: float,
        *,
        kind: str = "P",
    ) -> list[Row]:
        """A few words and their Dutch in one line, kept with what comes next."""
        pieces = pieces_of(own)
        if dutch and dutch.plain != own.plain:
            between = Piece(" \u00b7 ", own.language, ink="grey")
            pieces += (between, *(faint(piece) for piece in pieces_of(dutch)))
        return self.rows_of(pieces, own.language, look, parent.add(kind, own.language), width, keeps=True)

    def titled(
        self, key: str, own: Sentence | None, dutch: Sentence | None, parent: Tag, width: float
    ) -> list[Row]:
        """A sentence that begins with a small heading of the paper; nothing without a sentence."""
        return self.named(
            (self.wording.say(key), self.wording.say_beside(key)), own, dutch, parent, width, ink="accent"
        )

    def named(
        self,
        names: tuple[Sentence, Sentence | None],
        own: Sentence | None,
        dutch: Sentence | None,
        parent: Tag,
        width: float,
        *,
        ink: str = "",
        beside_look: str = "beside",
    ) -> list[Row]:
        """A name and what is said of it, on one line, in both languages; nothing without a sentence."""
        if not own:
            return []
        other = run_in(names[1], dutch, "") if dutch and names[1] and dutch.plain != own.plain else ()
        languages = (own.language, dutch.language if dutch else "")
        pair = (run_in(names[0], own, ink), other)
        half = SpaceRow(self.theme.base * 0.2, keeps=False)
        return [half, *self._pair(pair, languages, ("body", beside_look), parent, width)]

    def stacked(self, own: Said, dutch: Said | None, parent: Tag, width: float) -> list[Row]:
        """Pieces and their language, with the Dutch under them."""
        rows = self.rows_of(*own, "body", parent.add("P", own[1]), width, keeps=dutch is not None)
        if dutch and dutch[0] != own[0]:
            rows += self.rows_of(*dutch, "beside", parent.add("P", dutch[1]), width)
        return rows

    def defined(
        self, name: Sentence, own: Sentence, dutch: Sentence | None, parent: Tag, width: float
    ) -> list[Row]:
        """A word and what it means, with the Dutch meaning after it as an aside."""
        pieces = run_in(name, own, "")
        if dutch and dutch.plain != own.plain:
            between = Piece(" \u00b7 ", own.language, ink="grey")
            pieces += (between, *(faint(piece) for piece in pieces_of(dutch)))
        tag = parent.add("P", own.language)
        return self.rows_of(pieces, own.language, "body", tag, width)

    def pair_of(
        self,
        own: Said,
        dutch: Said | None,
        parent: Tag,
        width: float,
    ) -> list[Row]:
        """Pieces and their language, with the Dutch beside them."""
        pieces, languages = (own[0], dutch[0] if dutch else ()), (own[1], dutch[1] if dutch else "")
        return self._pair(pieces, languages, ("body", "beside"), parent, width)
