"""Finding the kind of letter by words on it, in any language of the portal, forgiving of spelling."""

from __future__ import annotations

import unicodedata
from typing import Final

from rapidfuzz import fuzz, process

from i18n.languages import SOURCE_LANGUAGE
from overview.domain.catalogue import Catalogue
from overview.domain.letters import LetterKind
from overview.words.agency_view import name_agency
from overview.words.speaking import Words

_ENOUGH: Final = 72.0
_AT_MOST: Final = 8
_LONGEST_QUERY: Final = 200
_ONE_LETTER: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
"""Arabic letters that many people write for one another."""


def fold(text: str) -> str:
    """Text as it is compared: small letters, no accents or vowel marks, Arabic spelling variants joined."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(mark for mark in split if not unicodedata.combining(mark)).translate(_ONE_LETTER)
    return " ".join("".join(mark if mark.isalnum() else " " for mark in bare).split())


def find_letters(words: Words, catalogue: Catalogue, query: str) -> list[LetterKind]:
    """The kinds of letter that fit best, best first; none when nothing comes near."""
    wanted = fold(query[:_LONGEST_QUERY])
    if not wanted:
        return []
    texts = _collect_texts(words, catalogue)
    scored: dict[str, float] = {}
    for text, score, index in process.extract(wanted, [t for _, t in texts], scorer=_score, limit=None):
        letter_id = texts[index][0]
        if text and score > scored.get(letter_id, 0):
            scored[letter_id] = score
    near = sorted((i for i, score in scored.items() if score >= _ENOUGH), key=lambda i: (-scored[i], i))
    return [catalogue.letters[letter_id] for letter_id in near[:_AT_MOST]]


def _score(wanted: str, text: str, **_: object) -> float:
    """Likeness from 0 to 100: whole phrases first, single words of a longer text after."""
    whole = fuzz.token_sort_ratio(wanted, text)
    part = (
        fuzz.partial_token_set_ratio(wanted, text) if len(wanted) < 4 else fuzz.token_set_ratio(wanted, text)
    )
    inside = fuzz.partial_ratio(wanted, text) if len(wanted) >= 5 else 0
    return max(whole, 0.95 * part, 0.9 * inside if len(text) >= len(wanted) else 0)


def _collect_texts(words: Words, catalogue: Catalogue) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for kind in catalogue.letters.values():
        agency = name_agency(words, catalogue, kind.agency).plain
        said = [kind.name, f"{agency} {kind.name}", *kind.words, kind.title]
        if words.language != SOURCE_LANGUAGE:
            said += [words.say(kind.title).plain, words.say(kind.what).plain]
        found += [(kind.id, fold(text)) for text in said]
    return found
