"""Which words stand on the paper: the reader's own, and the Dutch beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overview.words.paper_words import PAPER_WORDS
from overview.words.text import Sentence, Span
from overview.words.view import OverviewView, StepView

_VALUE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """Verwoording: the view in the reader's language; `beside` is the Dutch one, or None."""

    view: OverviewView
    beside: OverviewView | None

    def say(self, key: str, **values: str) -> Sentence:
        """A word of the paper in the reader's language; in Dutch where there is no translation."""
        return _said(self.view, key, values)

    def say_beside(self, key: str, **values: str) -> Sentence | None:
        """The same word in Dutch, when the Dutch stands beside."""
        return _said(self.beside, key, values) if self.beside else None

    def find_beside(self, step: StepView) -> StepView | None:
        """The same step in Dutch."""
        if self.beside is None:
            return None
        return next((other for other in self.beside.all_steps if other.id == step.id), None)


def make_wording(view: OverviewView, beside: OverviewView | None) -> Wording:
    """The wording of `view`; the same language beside itself is no beside."""
    return Wording(view, beside if beside and beside.language != view.language else None)


def _said(view: OverviewView, key: str, values: dict[str, str]) -> Sentence:
    sentence = view.words.get(key)
    if not sentence:
        is_dutch = view.language == "nl"
        sentence = Sentence((Span(PAPER_WORDS[key], "nl"),), "nl", is_translated=is_dutch)
    return _filled(sentence, values) if values else sentence


def _filled(sentence: Sentence, values: dict[str, str]) -> Sentence:
    spans: list[Span] = []
    for span in sentence.spans:
        for index, part in enumerate(_VALUE.split(span.text)):
            if index % 2:
                spans.append(Span(values.get(part, ""), span.language, is_isolate=True))
            elif part:
                spans.append(Span(part, span.language, span.is_isolate, span.is_strong, span.is_personal))
    return Sentence(tuple(spans), sentence.language, sentence.is_translated)


def joined(sentences: list[Sentence], between: str = " \u00b7 ", language: str = "") -> Sentence:
    """Several short sentences on one line in `language` (else that of the first).

    What is in another language keeps its own direction.
    """
    first = sentences[0]
    language = language or first.language
    spans: list[Span] = []
    for sentence in sentences:
        if spans:
            spans.append(Span(between, language))
        is_other = sentence.language != language
        spans += (replace(span, is_isolate=span.is_isolate or is_other) for span in sentence.spans)
    return Sentence(tuple(spans), language, first.is_translated)


def personal(sentence: Sentence | None) -> Sentence | None:
    """The same words, marked as about this citizen: never kept after the document is made."""
    if sentence is None:
        return None
    return replace(sentence, spans=tuple(replace(span, is_personal=True) for span in sentence.spans))


def plain_sentence(
    text: str, language: str, *, is_isolate: bool = False, is_strong: bool = False
) -> Sentence:
    """A sentence of one span: a number, an address, a bullet."""
    return Sentence((Span(text, language, is_isolate, is_strong),), language)
