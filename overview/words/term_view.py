"""Official terms (begrippen) where they occur, each with its plain explanation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.steps import Step
from overview.words.speaking import Words
from overview.words.text import Sentence

Terms = tuple[tuple[Sentence, Sentence], ...]

_KEPT: Final = 2_048
"""Steps whose terms are remembered: catalogue text only, about what all content holds."""


def find_terms_of_step(words: Words, step: Step, catalogue: Catalogue) -> Terms:
    """The terms in what this step says; none for what a citizen wrote: that is looked through by nobody."""
    if step.title_language:
        return ()
    said = (step.title, step.what, step.why, step.otherwise, step.when_late, step.mistake, *step.needs)
    return find_terms(words, " ".join(said), catalogue)


def find_terms(words: Words, text: str, catalogue: Catalogue) -> Terms:
    """The terms in Dutch catalogue `text`, in the order of the alphabet."""
    found = _find(text, tuple(catalogue.terms))
    return tuple((words.dutch(term), words.say(catalogue.terms[term])) for term in found)


def list_terms(words: Words, catalogue: Catalogue) -> Terms:
    """The whole glossary, in the order of the Dutch alphabet."""
    terms = sorted(catalogue.terms, key=str.casefold)
    return tuple((words.dutch(term), words.say(catalogue.terms[term])) for term in terms)


@lru_cache(maxsize=_KEPT)
def _find(text: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    own = {term.lower(): term for term in terms}
    return tuple(sorted({own[found.group()] for found in _pattern(terms).finditer(text.lower())}))


@lru_cache(maxsize=4)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: "bijzondere bijstand" is one term, not a kind of "bijstand".
    longest = sorted((re.escape(term.lower()) for term in terms), key=lambda term: (-len(term), term))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b" if longest else r"(?!)")
