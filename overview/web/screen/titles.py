"""What each page is called in the title of the window. The order is that of the pages, start first."""

from __future__ import annotations

from typing import Final

from overview.words.speaking import msg

TITLES: Final[dict[str, str]] = {
    "start": msg("Begin"),
    "questions": msg("Vragen"),
    "overview": msg("Stappen"),
    "agencies": msg("Organisaties"),
    "danger": msg("Hulp"),
    "accessibility": msg("Toegankelijkheid"),
    "letters": msg("Brieven"),
    "sign": msg("Brief maken"),
    "help_around": msg("Hulp dichtbij"),
    "glossary": msg("Woorden"),
    "case": msg("Zaak"),
    "debts": msg("Schulden"),
    "keep": msg("Bewaren"),
    "my_data": msg("Mijn gegevens"),
    "note": msg("Notitie"),
    "code": msg("Verder met een code"),
    "worker": msg("Loket"),
    "conversation": msg("Gesprek"),
    "story": msg("Verhaal"),
    "goals": msg("Doelen en hulp"),
    "own_step": msg("Eigen stap"),
    "agree": msg("Afspraak"),
    "handover": msg("Overdracht"),
    "ending": msg("Afsluiten"),
}

ALWAYS_OPEN: Final = frozenset(
    ("start", "danger", "accessibility", "help_around", "glossary", "code", "worker")
)
"""Pages that need nothing of what the browser kept."""
