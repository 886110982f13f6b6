"""Saying the texts of registers: translated by our catalogue, by the municipality's own, or in Dutch.

What a register says about a citizen is personal: no form keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from overview.domain.catalogue import Catalogue
from overview.words.speaking import Words
from overview.words.text import Sentence, Span


def say_case_text(words: Words, catalogue: Catalogue, text: str) -> Sentence:
    """A text of a case in this language; in Dutch, and marked so, when nobody translated it."""
    return words.say_each(lambda own: _say_in_one(own, catalogue, text))


def _say_in_one(words: Words, catalogue: Catalogue, text: str) -> Sentence:
    own = catalogue.case_rules.texts.get(text, {}).get(words.language)
    if own is not None:
        return Sentence((Span(own, words.language, is_personal=True),), words.language)
    return mark_personal(words.say(text))


def find_case_text(words: Words, catalogue: Catalogue, text: str) -> Sentence | None:
    """The same, or None for an empty text."""
    return say_case_text(words, catalogue, text) if text else None


def mark_personal(sentence: Sentence) -> Sentence:
    """The same words, and those in the other language beside them, marked as about somebody."""
    spans = tuple(replace(span, is_personal=True) for span in sentence.spans)
    beside = mark_personal(sentence.beside) if sentence.beside is not None else None
    return replace(sentence, spans=spans, beside=beside)


def join_found(words: Words, parts: Iterable[Sentence | None], between: str = " ") -> Sentence | None:
    """The parts that are there, as one; None when there are none."""
    found = [part for part in parts if part is not None]
    return words.join(found, between) if found else None
