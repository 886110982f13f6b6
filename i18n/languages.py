"""Which languages the portal speaks, in which ones people write to it, and how each is written."""

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

WRITTEN: Final[dict[str, Language]] = {
    **LANGUAGES,
    "bg": Language("bg", "български", "ltr"),
    "bs": Language("bs", "bosanski", "ltr"),
    "ckb": Language("ckb", "کوردیی ناوەندی", "rtl"),
    "de": Language("de", "Deutsch", "ltr"),
    "es": Language("es", "español", "ltr"),
    "fa": Language("fa", "فارسی", "rtl"),
    "fr": Language("fr", "français", "ltr"),
    "hr": Language("hr", "hrvatski", "ltr"),
    "hu": Language("hu", "magyar", "ltr"),
    "id": Language("id", "Indonesia", "ltr"),
    "it": Language("it", "italiano", "ltr"),
    "ku": Language("ku", "kurdî (kurmancî)", "ltr"),
    "pap": Language("pap", "Papiamentu", "ltr"),
    "pl": Language("pl", "polski", "ltr"),
    "ps": Language("ps", "پښتو", "rtl"),
    "pt": Language("pt", "português", "ltr"),
    "ro": Language("ro", "română", "ltr"),
    "ru": Language("ru", "русский", "ltr"),
    "so": Language("so", "Soomaali", "ltr"),
    "sq": Language("sq", "shqip", "ltr"),
    "sr": Language("sr", "српски", "ltr"),
    "tr": Language("tr", "Türkçe", "ltr"),
    "uk": Language("uk", "українська", "ltr"),
    "ur": Language("ur", "اردو", "rtl"),
    "vi": Language("vi", "Tiếng Việt", "ltr"),
}
"""Languages in which somebody may write their own words. They are marked, never translated.

Names and directions are those of the CLDR. The fonts on paper have every letter of these; a language in
another script needs a font first.
"""


def direction(code: str) -> str:
    """`rtl` or `ltr` for a language in which something can be written."""
    return WRITTEN[code].direction
