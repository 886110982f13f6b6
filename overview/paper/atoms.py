"""A word as atoms: in one typeface and direction each; words of the catalogue are shaped once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from overview.paper.embedding import find_rare
from overview.paper.line_ops import Atom, kind_of
from overview.paper.shaping import Shape, shape
from overview.paper.typefaces import (
    REPLACEMENT,
    MissingCharacterError,
    find_family,
    get_typeface,
    is_right_to_left,
)

KEPT_WORDS = 4_096
"""Words of the catalogue kept in memory (about 1.5 KB each): no values, nothing personal."""

Word = tuple[str, str, bool, int, str, bool]
"""Text, language, whether bold, level, ink, strictness: what the atoms of a word depend on."""
Shapes = tuple[tuple[Shape, str], ...]
"""A word shaped, with its text; more than one where typefaces change."""
kept_words: dict[Word, tuple[Atom, ...]] = {}
_kept_shapes: dict[tuple[str, str, bool, bool, bool], Shapes] = {}
"""The same word has one shape in every ink and at every level of its direction."""


def make_word(
    text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool
) -> tuple[Atom, ...]:
    """The atoms of a word of the catalogue in one direction; more than one where typefaces change."""
    key = (text, language, is_strong, level, ink, is_strict)
    found = kept_words.get(key)
    if found is None:
        if len(kept_words) >= KEPT_WORDS:
            # All at once: rare, and no bookkeeping at each word.
            forget_words()
        look = (text, language, is_strong, level % 2 == 1, is_strict)
        shapes = _kept_shapes.get(look)
        if shapes is None:
            shapes = _kept_shapes[look] = _shaped(*look)
        found = kept_words[key] = _atoms(shapes, level, language, ink)
    return found


def learn(words: Iterable[str], language: str) -> None:
    """Keep words that come from no citizen and no catalogue, regular and bold: those of the calendar."""
    level = int(is_right_to_left(language))
    for word in words:
        for is_strong in (False, True):
            make_word(word, language, is_strong, level, "black", False)


def forget_words() -> None:
    """Empty the store of words."""
    kept_words.clear()
    _kept_shapes.clear()


def _atoms(shapes: Shapes, level: int, language: str, ink: str) -> tuple[Atom, ...]:
    return tuple([Atom(made, part, kind_of(made.face, level, language, ink)) for made, part in shapes])


def _shaped(text: str, language: str, is_strong: bool, is_odd: bool, is_strict: bool) -> Shapes:
    parts = _in_one_family(text, language, is_strict)
    return tuple([(make_shape(part, family, is_strong, is_odd, language), part) for part, family in parts])


def make_shape(text: str, family: str, is_strong: bool, is_odd: bool, language: str) -> Shape:
    """The shape of text that stands in one typeface, with what a document must note of it."""
    made = shape(text, family, is_strong, is_odd, language)
    made.rare = find_rare(made)
    return made


Scratch = Callable[[str, str, bool, int, str, bool], tuple[Atom, ...]]
"""Makes the atoms of a word that is not kept; may remember them as long as one document."""


def make_scratch() -> Scratch:
    """A memory for the values of one document, gone with it.

    It uses the words that the catalogue has left ("november", "Gemeente"), and leaves none there
    but short numbers, which by themselves say nothing about anyone.
    """
    own: dict[Word, tuple[Atom, ...]] = {}

    def make(
        text: str, language: str, is_strong: bool, level: int, ink: str, is_strict: bool
    ) -> tuple[Atom, ...]:
        key = (text, language, is_strong, level, ink, is_strict)
        found = own.get(key) or kept_words.get(key)
        if found is None:
            if len(text) <= 4 and text.isdecimal():
                return make_word(*key)
            look = (text, language, is_strong, level % 2 == 1, is_strict)
            shapes = _kept_shapes.get(look) or _shaped(*look)
            found = own[key] = _atoms(shapes, level, language, ink)
        return found

    return make


def count_kept_words() -> int:
    """How many words are kept at the moment."""
    return len(kept_words)


def _in_one_family(text: str, language: str, is_strict: bool) -> Iterable[tuple[str, str]]:
    """Parts that one family has, each with its family; a character that none has is shown as such."""
    whole = find_family(text, language)
    if whole:
        yield text, whole
        return
    at = 0
    while at < len(text):
        family = find_family(text[at], language)
        if family is None:
            if is_strict:
                raise MissingCharacterError(text[at])
            yield REPLACEMENT, "latin"
            at += 1
            continue
        end = at + 1
        while end < len(text) and get_typeface(family, False).has_all(text[end]):
            end += 1
        yield text[at:end], family
        at = end
