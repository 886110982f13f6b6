"""Which languages the portal speaks, and how each is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SOURCE_LANGUAGE: Final = "nl"


@dataclass(frozen=True, slots=True)
class Language:
    """Taal: its code, the name its own readers use, and its direction (`ltr` or `rtl`)."""

    code: str
    own_name: str
    direction: str


LANGUAGES: Final[dict[str, Language]] = {
    "nl": Language("nl", "Nederlands", "ltr"),
    "en": Language("en", "English", "ltr"),
    "ar": Language("ar", "العربية", "rtl"),
}


def direction(code: str) -> str:
    """`rtl` or `ltr` for a language code the portal speaks."""
    return LANGUAGES[code].direction
