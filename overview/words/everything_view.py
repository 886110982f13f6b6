"""All that is kept of somebody, as headings with sentences: for paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.keeping import AccessLine, Consent
from overview.domain.kept import Kept
from overview.words.kept_view import view_kept
from overview.words.rights_view import view_consents, view_kept_cases, view_lines
from overview.words.speaking import Words
from overview.words.text import Sentence, Span


def list_everything(
    words: Words,
    catalogue: Catalogue,
    kept: Kept,
    consents: Iterable[Consent],
    looked: Iterable[AccessLine],
    cases: Iterable[CaseReading],
    zone: tzinfo,
) -> tuple[tuple[Sentence, Sequence[Sentence]], ...]:
    """What is told and chosen, the last known cases, what was agreed to, who looked."""
    facts = [
        words.join([fact.name, fact.value], ": ") if fact.value else fact.name
        for fact in view_kept(words, catalogue, kept)
    ]
    agreed = [
        words.join([one.what, one.given, *([one.withdrawn] if one.withdrawn else [])], " – ")
        for one in view_consents(words, catalogue, consents, zone)
    ]
    lines = []
    for line in view_lines(words, looked, zone):
        who = [_own(words, line.name), line.role] if line.name else [line.role]
        parts = [line.when, words.join(who, ", "), line.what]
        if line.purpose:
            parts.append(_own(words, line.purpose))
        lines.append(words.join(parts, " – "))
    kept_cases = [
        words.join([one.source, one.read, *one.cases], " – ")
        for one in view_kept_cases(words, catalogue, cases, zone)
    ]
    return (
        (words.say("Wat u vertelde en koos"), facts),
        *([(words.say("Uw laatst bekende zaken"), kept_cases)] if kept_cases else []),
        (words.say("Waar u ja op zei"), agreed),
        (words.say("Wie uw overzicht bekeek"), lines),
    )


def _own(words: Words, text: str) -> Sentence:
    """A name or a purpose as somebody typed it: kept by nothing that remembers."""
    return Sentence((Span(text, words.language, is_personal=True),), words.language)
