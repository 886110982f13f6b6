"""Finding the kind of letter by words on it, in any language of the portal, forgiving of spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from i18n.catalogues import get_translations
from i18n.languages import LANGUAGES
from overview.domain.catalogue import Catalogue
from overview.domain.letters import LetterKind

_ENOUGH: Final = 74.0
_NEAR_BEST: Final = 18.0
"""What is this much less like the best is noise beside it."""
_AT_MOST: Final = 8
_LONGEST_QUERY: Final = 120
_NEAREST: Final = 45.0
"""When nothing fits well: about half of the words asked."""
_SHORTEST_WORD: Final = 4
_DOCUMENT_WEIGHT: Final = 0.92
"""All words somewhere in what we know of a letter is a little less than all in one line of it."""
_FEW_WORDS: Final = 3
_LONG_WORD: Final = 7
_LIKE_LONG, _LIKE_SHORT = 78.0, 84.0
"""How like a word of the letters a misspelled word must be; in a short one a letter weighs more."""
_ONE_LETTER: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
"""Arabic letters that many people write for one another."""
_IN_EVERY_LETTER: Final = (
    "de het een van ik u mijn uw en of in op te aan met voor over brief heb hebt heeft wat is dit dat niet "
    "the a an of my your i and or in on to for about letter have what is this that from "
    "في من على الى عن رساله خطاب هذا هذه ما"
)
_SAYS_NOTHING: Final = frozenset(_IN_EVERY_LETTER.split())


@dataclass(frozen=True, slots=True)
class _Index:
    """Alle teksten van één catalogus, gevouwen. Catalogue text only: nothing anyone typed is kept."""

    catalogue: Catalogue
    letter_ids: tuple[str, ...]
    texts: tuple[str, ...]
    documents: tuple[tuple[str, str, frozenset[str]], ...]
    weights: tuple[float, ...]
    vocabulary: tuple[str, ...]
    known_words: frozenset[str]


_known: dict[str, _Index] = {}


def fold(text: str) -> str:
    """Text as it is compared: small letters, no accents or vowel marks, Arabic spelling variants joined."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(mark for mark in split if not unicodedata.combining(mark)).translate(_ONE_LETTER)
    return " ".join("".join(mark if mark.isalnum() else " " for mark in bare).split())


def find_letters(catalogue: Catalogue, query: str) -> list[LetterKind]:
    """The kinds of letter that fit best, best first; none when nothing comes near.

    The words may be those on the letter, or in any language of the portal.
    """
    index = _get_index(catalogue)
    wanted = _mend(fold(query[:_LONGEST_QUERY]), index)
    if not wanted:
        return []
    scores: dict[str, float] = {}
    likeness = process.extract(
        wanted, index.texts, scorer=fuzz.token_sort_ratio, score_cutoff=_ENOUGH, limit=None
    )
    for _, score, place in likeness:
        _raise(scores, index.letter_ids[place], score * index.weights[place])
    for place, text in enumerate(index.texts):
        share = _share(wanted, text, text.split()) * index.weights[place]
        _raise(scores, index.letter_ids[place], share)
    for letter_id, text, own in index.documents:
        _raise(scores, letter_id, _DOCUMENT_WEIGHT * _share(wanted, text, own))
    best = max(scores.values(), default=0.0)
    least = max(_ENOUGH if best >= _ENOUGH else _NEAREST, best - _NEAR_BEST)
    near = sorted((i for i, score in scores.items() if score >= least), key=lambda i: (-scores[i], i))
    return [catalogue.letters[letter_id] for letter_id in near[:_AT_MOST]]


def _raise(scores: dict[str, float], letter_id: str, score: float) -> None:
    if score > scores.get(letter_id, 0.0):
        scores[letter_id] = score


def _mend(wanted: str, index: _Index) -> str:
    """The query without words that say nothing, each word as the letters spell it when that is near."""
    words = [word for word in wanted.split() if word not in _SAYS_NOTHING] or wanted.split()
    mended: list[str] = []
    strange: list[str] = []
    for word in words:
        found = _mend_word(word, index)
        (mended if found else strange).append(found or word)
    # Of a whole sentence the words that no letter has do not count; of two words both do.
    return " ".join(mended if len(words) > _FEW_WORDS else [*mended, *strange])


def _mend_word(word: str, index: _Index) -> str | None:
    """The word as the letters spell it; None when they have nothing like it."""
    if word in index.known_words or (
        len(word) > _SHORTEST_WORD and any(word in text for _, text, _ in index.documents)
    ):
        return word
    if len(word) < _SHORTEST_WORD:
        return None
    least = _LIKE_LONG if len(word) >= _LONG_WORD else _LIKE_SHORT
    found = process.extractOne(word, index.vocabulary, scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else None


def _share(wanted: str, text: str, own: Collection[str]) -> float:
    """How many of the words asked stand in `text`, also inside a longer Dutch word: 0 to 100."""
    found = asked = 0.0
    for word in wanted.split():
        asked += len(word)
        if word in own:
            found += len(word)
        elif len(word) > _SHORTEST_WORD and word in text:
            found += 0.85 * len(word)
    # Of two texts with all the words, the shorter says less besides.
    return found and 94.0 * found / asked + 6.0 * min(1.0, asked / len(text))


def _get_index(catalogue: Catalogue) -> _Index:
    index = _known.get("")
    if index is None or index.catalogue is not catalogue:
        index = _known[""] = _build_index(catalogue)
    return index


def _build_index(catalogue: Catalogue) -> _Index:
    languages = [get_translations(language) for language in LANGUAGES]
    entries: dict[tuple[str, str], float] = {}
    for kind in catalogue.letters.values():
        agency = catalogue.agencies.get(kind.agency)
        sender = agency.name if agency else ""
        said = [(kind.name, 1.0), (f"{sender} {kind.name}", 1.0), *((word, 0.99) for word in kind.words)]
        for translations in languages:
            said += [(translations.find(kind.title) or "", 0.96), (translations.find(kind.what) or "", 0.9)]
        for text, weight in said:
            key = (kind.id, fold(text))
            entries[key] = max(weight, entries.get(key, 0.0))
    kept = [(letter_id, text, weight) for (letter_id, text), weight in entries.items() if text]
    known_words = frozenset(word for _, text, _ in kept for word in text.split())
    documents: dict[str, str] = {}
    for letter_id, text, _ in kept:
        documents[letter_id] = f"{documents.get(letter_id, '')} {text}"
    return _Index(
        catalogue,
        tuple(letter_id for letter_id, _, _ in kept),
        tuple(text for _, text, _ in kept),
        tuple((letter_id, text, frozenset(text.split())) for letter_id, text in documents.items()),
        tuple(weight for _, _, weight in kept),
        tuple(sorted(word for word in known_words if len(word) >= _SHORTEST_WORD)),
        known_words,
    )
