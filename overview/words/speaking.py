"""Saying a Dutch source sentence in the citizen's language, with values put in.

Numbers, phone numbers, addresses and Dutch names inside right-to-left text become
left-to-right isolates; without that `0800-0543` is shown as `0543-0800` (Unicode bidi, rule W2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Final

from i18n.catalogues import Translations, get_translations
from i18n.dates import format_day, format_short_day, format_weekday
from i18n.languages import LANGUAGES, SOURCE_LANGUAGE, WRITTEN
from overview.domain.told import Told
from overview.words.marking import msg as msg
from overview.words.text import Sentence, Span

Value = str | int | Sentence

_LATIN_RUN: Final = re.compile(r"[A-Za-zÀ-ž0-9€+](?:[A-Za-zÀ-ž0-9€%.,:/@&'’+\- ]*[A-Za-zÀ-ž0-9€%])?")
_HAS_LETTER: Final = re.compile(r"[A-Za-zÀ-ž]")


class Words:
    """Zegt zinnen in één taal. A sentence nobody translated is said in Dutch, and marked so."""

    def __init__(self, language: str, today: date) -> None:
        self.language = language
        self.direction = LANGUAGES[language].direction
        self.today = today
        self._translations: Translations = get_translations(language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it speaks."""
        return (self.language,)

    def say(self, text: str, **values: Value) -> Sentence:
        """The Dutch source `text` in this language, with `{names}` filled from `values`."""
        if not values:
            return _say_fixed(self._translations, self.language, text)
        return self._fill(self._translations.find(text), text, values)

    def say_many(self, one: str, many: str, count: int, /, **values: Value) -> Sentence:
        """The form that fits `count`; `{count}` is filled in, as it stands in `values` if it does."""
        found = self._translations.find_many(one, many, count)
        return self._fill(found, one if count == 1 else many, {"count": count, **values})

    def find(self, text: str) -> Sentence | None:
        """`text` said in this language, or None for an empty source text."""
        return self.say(text) if text else None

    def dutch(self, text: str) -> Sentence:
        """A name or quotation that stays Dutch in every language."""
        return Sentence((Span(text, SOURCE_LANGUAGE, self.direction == "rtl"),), SOURCE_LANGUAGE)

    def day(self, on: date) -> Sentence:
        """`woensdag 25 november`, with the year when it is not this year."""
        return self._plain(format_day(on, self.language, self.today))

    def join(self, parts: Sequence[Sentence], between: str) -> Sentence:
        """Several sentences as one, with `between` between them."""
        spans: list[Span] = []
        for number, part in enumerate(parts):
            spans += [Span(between, self.language)] if number else []
            spans += part.spans
        return Sentence(tuple(spans), self.language, all(part.is_translated for part in parts))

    def short_day(self, on: date) -> Sentence:
        """`25 nov`."""
        return self._plain(format_short_day(on, self.language))

    def weekday(self, on: date) -> Sentence:
        """`maandag`."""
        return self._plain(format_weekday(on, self.language))

    def capital(self, sentence: Sentence) -> Sentence:
        """The same words with a capital at the start, where the script has capitals."""
        first, *rest = sentence.spans
        start = replace(first, text=first.text[:1].upper() + first.text[1:])
        return Sentence((start, *rest), sentence.language, sentence.is_translated)

    def fact(self, value: str | int) -> Sentence:
        """A value of the content, the same for everyone: it says nothing about who reads it."""
        return Sentence(_spans(str(value), self.language), self.language)

    def _plain(self, text: str) -> Sentence:
        return Sentence(_personal(text, self.language), self.language)

    def told(self, told: Told) -> Sentence:
        """What somebody said in their own words: as it is, with the name of the language if it is another."""
        language = told.language if told.language in WRITTEN else SOURCE_LANGUAGE
        is_other = language != self.language
        span = Span(told.text, language, is_isolate=is_other, is_personal=True)
        if not is_other:
            return Sentence((span,), language)
        mark = Span(f"({WRITTEN[language].own_name})", language, is_isolate=True)
        return Sentence((span, Span(" ", self.language), mark), language)

    def say_each(self, say: Callable[[Words], Sentence]) -> Sentence:
        """What `say` makes of words in one language; on a joint screen, of each of the two."""
        return say(self)

    def name(self, told: str | Told) -> Sentence:
        """A title: of the content, or what a citizen wrote."""
        return self.told(told) if isinstance(told, Told) else self.say(told)

    def fill_fixed(self, found: str | None, text: str) -> Sentence:
        """A sentence without values: nothing in it is about anybody, so it may be kept."""
        return self._fill(found, text, {})

    def _fill(self, found: str | None, source: str, values: dict[str, Value]) -> Sentence:
        if found is not None and not _has_same_names(found, source):
            found = None
        if found is None and self.language != SOURCE_LANGUAGE:
            spans = _fill_spans(source, values, SOURCE_LANGUAGE)
            said, about = "".join(span.text for span in spans), any(span.is_personal for span in spans)
            span = Span(said, SOURCE_LANGUAGE, is_isolate=self.direction == "rtl", is_personal=about)
            return Sentence((span,), SOURCE_LANGUAGE, is_translated=False)
        text = source if found is None else found
        return Sentence(tuple(_fill_spans(text, values, self.language)), self.language)


@lru_cache(maxsize=8192)
def _say_fixed(translations: Translations, language: str, text: str) -> Sentence:
    return Words(language, date.min).fill_fixed(translations.find(text), text)


def _fill_spans(text: str, values: dict[str, Value], language: str) -> list[Span]:
    spans: list[Span] = []
    for literal, name, _, _ in _parse(text):
        if literal:
            spans += _spans(literal, language)
        if name is None:
            continue
        value = values.get(name)
        if value is None:
            spans.append(Span(f"{{{name}}}", language))  # filled in later, by the paper
        elif isinstance(value, Sentence):
            spans += value.spans
        else:
            spans += _personal(str(value), language)
    return spans


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    return tuple(Formatter().parse(text))


@lru_cache(maxsize=4096)
def _has_same_names(found: str, source: str) -> bool:
    """Whether a translation asks for the values its source has; a broken one counts as missing."""
    try:
        names = {name for _, name, _, _ in _parse(found) if name is not None}
    except ValueError:
        return False
    return names <= {name for _, name, _, _ in _parse(source) if name is not None}


def _spans(text: str, language: str) -> tuple[Span, ...]:
    if LANGUAGES[language].direction == "ltr":
        return (Span(text, language),)
    return _rtl_spans(text, language)


def _personal(text: str, language: str) -> tuple[Span, ...]:
    """A value: a day, a number, a name. It follows from what a citizen told, so no form keeps it."""
    if LANGUAGES[language].direction == "ltr":
        return (Span(text, language, is_personal=True),)
    return tuple(replace(span, is_personal=True) for span in _rtl_spans.__wrapped__(text, language))


@lru_cache(maxsize=4096)
def _rtl_spans(text: str, language: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    end = 0
    for run in _LATIN_RUN.finditer(text):
        if run.start() > end:
            spans.append(Span(text[end : run.start()], language))
        own = SOURCE_LANGUAGE if _HAS_LETTER.search(run[0]) else language
        spans.append(Span(run[0], own, is_isolate=True))
        end = run.end()
    if end < len(text):
        spans.append(Span(text[end:], language))
    return tuple(spans)


def strong(sentence: Sentence) -> Sentence:
    """The same sentence, said with emphasis."""
    spans = tuple(replace(span, is_strong=True) for span in sentence.spans)
    beside = strong(sentence.beside) if sentence.beside else None
    return Sentence(spans, sentence.language, sentence.is_translated, beside)
