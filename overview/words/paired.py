"""Saying everything in two languages at once: the citizen's own, and the worker's beside it.

Every sentence carries the other in `beside`, so the same views and the same templates serve a
joint screen: no form of the joint view says what another does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from overview.domain.told import Told
from overview.words.speaking import Value, Words
from overview.words.text import Sentence


class PairedWords(Words):
    """Zegt zinnen in twee talen: large in `language`, and the same in `beside` for the worker."""

    def __init__(self, language: str, beside: str, today: date) -> None:
        super().__init__(language, today)
        self.other = Words(beside, today)

    @property
    def languages(self) -> tuple[str, ...]:
        """The citizen's own first."""
        return (self.language, self.other.language)

    def say(self, text: str, **values: Value) -> Sentence:
        """The Dutch source `text` in both languages."""
        if not values:
            return _say_both(self.language, self.other.language, text)
        return pair(super().say(text, **values), self.other.say(text, **_beside_values(values)))

    def say_many(self, one: str, many: str, count: int, /, **values: Value) -> Sentence:
        """The form that fits `count`, in both languages."""
        own = super().say_many(one, many, count, **values)
        return pair(own, self.other.say_many(one, many, count, **_beside_values(values)))

    def day(self, on: date) -> Sentence:
        """A day in both languages."""
        return pair(super().day(on), self.other.day(on))

    def short_day(self, on: date) -> Sentence:
        """A short day in both languages."""
        return pair(super().short_day(on), self.other.short_day(on))

    def weekday(self, on: date) -> Sentence:
        """A weekday in both languages."""
        return pair(super().weekday(on), self.other.weekday(on))

    def capital(self, sentence: Sentence) -> Sentence:
        """A capital at the start, in both languages."""
        return pair(super().capital(sentence), super().capital(for_worker(sentence)))

    def join(self, parts: Sequence[Sentence], between: str) -> Sentence:
        """Several sentences as one, in both languages."""
        return pair(super().join(parts, between), self.other.join([for_worker(p) for p in parts], between))

    def say_each(self, say: Callable[[Words], Sentence]) -> Sentence:
        """What `say` makes of words in each of the two languages."""
        return pair(say(Words(self.language, self.today)), say(self.other))

    def told(self, told: Told) -> Sentence:
        """What somebody said: once, with the name of its language, for one of the two reads another."""
        own = super().told(told)
        return own if len(own.spans) > 1 else replace(own, spans=self.other.told(told).spans)


def pair(own: Sentence, other: Sentence) -> Sentence:
    """`own` with `other` beside it, unless both say the same words."""
    return own if own.plain == other.plain else replace(own, beside=other)


def for_worker(sentence: Sentence) -> Sentence:
    """The sentence as the worker reads it."""
    return sentence.beside or sentence


def _beside_values(values: dict[str, Value]) -> dict[str, Value]:
    return {key: for_worker(v) if isinstance(v, Sentence) else v for key, v in values.items()}


@lru_cache(maxsize=16_384)
def _say_both(language: str, beside: str, text: str) -> Sentence:
    return pair(_find_words(language).say(text), _find_words(beside).say(text))


@lru_cache(maxsize=64)
def _find_words(language: str) -> Words:
    return Words(language, date.min)
