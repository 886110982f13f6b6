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
        if is_other:
            spans += [
                Span(span.text, span.language, True, span.is_strong, span.is_personal)
                for span in sentence.spans
            ]
        else:
            spans += sentence.spans
    return Sentence(tuple(spans), language, first.is_translated)


_ENDS = re.compile(r"[.?!\u061f] ")


def first_sentence(told: Sentence) -> Sentence:
    """The first of several sentences in one text."""
    return _parts(told)[0]


def after_first_sentence(told: Sentence) -> Sentence:
    """What follows the first sentence; the whole where there is only one."""
    first, rest = _parts(told)
    return rest or first


def _parts(told: Sentence) -> tuple[Sentence, Sentence]:
    found = _ENDS.search(told.plain)
    if not found:
        return told, replace(told, spans=())
    first: list[Span] = []
    rest: list[Span] = []
    at = 0
    for span in told.spans:
        cut = min(max(found.end() - 1 - at, 0), len(span.text))
        before, after = span.text[:cut], span.text[cut:]
        at += len(span.text)
        if before:
            first.append(replace(span, text=before))
        # The blank between the two sentences belongs to neither.
        if after and (rest or after.lstrip()):
            rest.append(replace(span, text=after if rest else after.lstrip()))
    return replace(told, spans=tuple(first)), replace(told, spans=tuple(rest))


def says_the_same(own: Sentence, other: Sentence) -> bool:
    """Whether both are the same words: also what somebody said, named with its language in one of them."""
    if own.spans == other.spans or own.plain == other.plain:
        return True
    if not own.spans or not other.spans:
        return False
    first, second = own.spans[0], other.spans[0]
    return first.is_personal and (first.text, first.language) == (second.text, second.language)


def strong(sentence: Sentence) -> Sentence:
    """The same words in bold."""
    spans = [Span(one.text, one.language, one.is_isolate, True, one.is_personal) for one in sentence.spans]
    return Sentence(tuple(spans), sentence.language, sentence.is_translated)


def personal(sentence: Sentence | None) -> Sentence | None:
    """The same words, marked as about this citizen: never kept after the document is made."""
    if sentence is None:
        return None
    spans = [
        Span(span.text, span.language, span.is_isolate, span.is_strong, is_personal=True)
        for span in sentence.spans
    ]
    return Sentence(tuple(spans), sentence.language, sentence.is_translated)


def plain_sentence(
    text: str, language: str, *, is_isolate: bool = False, is_strong: bool = False
) -> Sentence:
    """A sentence of one span: a number, an address, a bullet."""
    return Sentence((Span(text, language, is_isolate, is_strong),), language)
