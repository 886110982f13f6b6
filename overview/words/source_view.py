"""Sources in words: what was read, when, and how."""

from __future__ import annotations

from typing import Final

from overview.domain.steps import Source
from overview.words.speaking import Words, msg
from overview.words.view import SourceView

_SEEN: Final[dict[str, str]] = {
    "page": msg("Gezien op {day}."),
    "archived_copy": msg("Kopie gezien op {day}."),
    "general_knowledge": msg("Algemene kennis, niet nagekeken. Opgeschreven op {day}."),
}


def view_sources(words: Words, sources: tuple[Source, ...]) -> tuple[SourceView, ...]:
    """Sources with the day they were checked, and how."""
    return tuple(
        SourceView(
            words.dutch(source.title),
            source.url,
            words.say(_SEEN[source.seen.value], day=words.day(source.checked_on)),
        )
        for source in sources
    )
