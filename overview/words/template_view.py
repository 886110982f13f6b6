"""Letters to sign in words: the Dutch letter, beside it what it says in the citizen's language.

What a citizen types is put in once, in spans marked as personal, and is kept by nothing here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import Formatter
from typing import Final

from i18n.languages import LANGUAGES, SOURCE_LANGUAGE
from overview.domain.guidance import LetterTemplate
from overview.words.source_view import view_sources
from overview.words.speaking import Value, Words, msg
from overview.words.text import Sentence, Span
from overview.words.view import SourceView

LONGEST_FIELD: Final = 3_000
"""Characters of one field; a letter of more is better written by hand or with help."""

_LABELS: Final[dict[str, str]] = {
    "letter_date": msg("Datum op de brief"),
    "reference": msg("Kenmerk op de brief"),
    "reasons": msg("Uw redenen"),
    "subject": msg("Waar het over gaat"),
    "sent_date": msg("Datum waarop u het stuurde"),
    "decide_date": msg("Uiterste datum voor het besluit"),
    "amount": msg("Bedrag per maand"),
    "new_date": msg("De dag tot wanneer u tijd vraagt"),
    "event_date": msg("De dag waarop het gebeurde"),
    "person": msg("Met wie u sprak"),
    "story": msg("Wat er gebeurde"),
    "wish": msg("Wat u wilt dat er gebeurt"),
}
_LONG: Final = frozenset(("reasons", "story", "wish"))
_LINE: Final = "_" * 22
_LINES: Final = "_" * 200


@dataclass(frozen=True, slots=True)
class FieldView:
    """Invulveld: its name on the form, what it asks, and whether it takes several lines."""

    name: str
    label: Sentence
    is_long: bool


@dataclass(frozen=True, slots=True)
class TemplateView:
    """Voorbeeldbrief. `paragraphs` pairs the Dutch with the same in the citizen's own language."""

    id: str
    title: Sentence
    title_dutch: Sentence
    when: Sentence
    subject: Sentence
    paragraphs: tuple[tuple[Sentence, Sentence | None], ...]
    fields: tuple[FieldView, ...]
    what_next: Sentence
    read_over: Sentence
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class LetterToSign:
    """Brief om te tekenen, ingevuld: the Dutch letter, and a sheet for the citizen that explains it."""

    to: Sentence
    subject: Sentence
    paragraphs: tuple[Sentence, ...]
    heading: Sentence
    explained: tuple[tuple[Sentence, Sentence], ...]
    """Headings with what stands under them, in the citizen's language."""


def view_template(words: Words, template: LetterTemplate) -> TemplateView:
    """The letter with the names of its fields where they will stand."""
    dutch = Words(SOURCE_LANGUAGE, words.today)
    names = list_fields(template)
    own, nl = _bracketed(words, names), _bracketed(dutch, names)
    is_dutch = words.language == SOURCE_LANGUAGE
    return TemplateView(
        template.id,
        words.say(template.title),
        words.dutch(template.title),
        words.say(template.when),
        dutch.say(template.subject, **nl),
        tuple(
            (dutch.say(text, **nl), None if is_dutch else words.say(text, **own))
            for text in template.paragraphs
        ),
        tuple(FieldView(name, words.say(_LABELS[name]), name in _LONG) for name in names),
        words.say(template.what_next),
        words.say(template.read_over),
        view_sources(words, template.sources),
    )


def list_fields(template: LetterTemplate) -> tuple[str, ...]:
    """The names to fill in, each once, in the order of the letter."""
    texts = (template.subject, *template.paragraphs)
    found = (name for text in texts for _, name, _, _ in Formatter().parse(text) if name)
    return tuple(dict.fromkeys(found))


def fill_template(
    words: Words, template: LetterTemplate, typed: Mapping[str, str], agency: str
) -> LetterToSign:
    """The letter with what was typed; what was left empty becomes a line to write on.

    `agency` is the Dutch name of who gets it, or empty.
    """
    dutch = Words(SOURCE_LANGUAGE, words.today)
    names = list_fields(template)
    values: dict[str, Value] = {name: _fill(typed.get(name, ""), name in _LONG) for name in names}
    own = _bracketed(words, names)
    said = words.join([words.say(text, **own) for text in template.paragraphs], " ")
    by_hand = words.say(
        "Schrijf uw naam en adres met de hand. Zet uw handtekening. Maak een kopie voor uzelf."
    )
    return LetterToSign(
        _fill(agency, is_long=False),
        dutch.say(template.subject, **values),
        tuple(line for text in template.paragraphs for line in _split(dutch.say(text, **values))),
        words.say("Dit blad is voor uzelf"),
        (
            (words.say("Voor u de brief verstuurt"), by_hand),
            (words.say("Dit staat in de brief"), said),
            (words.say("Wat er daarna gebeurt"), words.say(template.what_next)),
            (words.say("Wie kan meelezen"), words.say(template.read_over)),
        ),
    )


def _split(sentence: Sentence) -> list[Sentence]:
    """The lines that were typed, each a paragraph of the letter."""
    lines: list[list[Span]] = [[]]
    for span in sentence.spans:
        first, *more = span.text.splitlines() or [""]
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=text)] for text in more]
    kept = [tuple(span for span in line if span.text.strip()) for line in lines]
    return [Sentence(spans, sentence.language) for spans in kept if spans]


def _bracketed(words: Words, names: tuple[str, ...]) -> dict[str, Value]:
    return {
        name: words.join([_mark("[", words), words.say(_LABELS[name]), _mark("]", words)], "")
        for name in names
    }


def _mark(sign: str, words: Words) -> Sentence:
    return Sentence((Span(sign, words.language),), words.language)


def _fill(typed: str, is_long: bool) -> Sentence:
    text = typed.strip()[:LONGEST_FIELD]
    if not text:
        return Sentence((Span(_LINES if is_long else _LINE, SOURCE_LANGUAGE),), SOURCE_LANGUAGE)
    language = _guess_script(text)
    is_isolate = LANGUAGES[language].direction == "rtl"
    return Sentence((Span(text, language, is_isolate, is_personal=True),), language)


def _guess_script(text: str) -> str:
    """The language whose direction fits what was typed: a citizen may write in their own."""
    for mark in text:
        kind = unicodedata.bidirectional(mark)
        if kind in ("R", "AL"):
            return next((code for code, own in LANGUAGES.items() if own.direction == "rtl"), SOURCE_LANGUAGE)
        if kind == "L":
            return SOURCE_LANGUAGE
    return SOURCE_LANGUAGE
