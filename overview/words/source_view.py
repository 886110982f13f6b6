"""Sources in words: what was read, when, and how."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from overview.domain.steps import Confidence, Source
from overview.words.speaking import Words, msg
from overview.words.text import Sentence
from overview.words.view import SourceView

_SEEN: Final[dict[str, str]] = {
    "page": msg("Gezien op {day}."),
    "archived_copy": msg("Kopie gezien op {day}."),
    "general_knowledge": msg("Algemene kennis, niet nagekeken. Opgeschreven op {day}."),
}


def say_expired(words: Words, review_on: date) -> Sentence | None:
    """The label on a fact that nobody looked at for too long; None while it is fresh."""
    return words.say("Kijk dit na. Wij keken hier te lang niet naar.") if review_on < words.today else None


def with_doubt(words: Words, said: Sentence, doubt: Sentence | None) -> Sentence:
    """A sentence with the label about its source behind it, so that every form shows both."""
    return words.join([said, doubt], " ") if doubt else said


def say_doubt(words: Words, review_on: date, confidence: Confidence) -> Sentence | None:
    """The label on a fact past its time, or without a firm source."""
    if confidence is Confidence.LOW and review_on >= words.today:
        return words.say("Vraag dit na. Wij vonden hier geen vaste bron voor.")
    return say_expired(words, review_on)


def view_sources(words: Words, sources: tuple[Source, ...]) -> tuple[SourceView, ...]:
    """Sources with the day they were checked, and how."""
    return tuple(_view_source(words.language, words.today.year, source) for source in sources)


@lru_cache(maxsize=4096)
def _view_source(language: str, year: int, source: Source) -> SourceView:
    """Kept, as each is said anew at every click; content only. A day in `year` goes without its year."""
    words = Words(language, date(year, 1, 1))
    checked = words.say(_SEEN[source.seen.value], day=words.day(source.checked_on))
    return SourceView(words.dutch(source.title), source.url, checked)
