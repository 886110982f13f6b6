"""Looking up a Dutch sentence in another language.

A catalogue compiles by itself on first use, beside its source; where that folder cannot be
written, it is compiled in memory. Empty and fuzzy translations count as missing.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from i18n.languages import SOURCE_LANGUAGE

FOLDER: Final = Path(__file__).parent
MACHINE_DRAFT: Final = "machine draft"
_CHECKED_BY: Final = re.compile(r'^"X-Checked-By: (.+)\\n"$', re.MULTILINE)


def load_catalogue(language: str) -> Catalog:
    """The catalogue of `language` as its translators wrote it. FileNotFoundError when none exists."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def find_checked_by(language: str) -> str:
    """Who checked a catalogue: its header `X-Checked-By`; `MACHINE_DRAFT` when nobody did."""
    text = (FOLDER / f"{language}.po").read_text(encoding="utf-8")
    found = _CHECKED_BY.search(text)  # Babel reads the standard headers only
    return found[1] if found else MACHINE_DRAFT


def _compile(language: str) -> bytes:
    compiled = io.BytesIO()
    catalogue = load_catalogue(language)
    for message in list(catalogue):
        # Babel writes the Dutch words in place of an empty plural form; here empty is missing.
        if isinstance(message.string, tuple) and not all(message.string):
            catalogue.delete(message.id, message.context)
    write_mo(compiled, catalogue, use_fuzzy=False)
    return compiled.getvalue()


def _load_compiled(language: str) -> bytes:
    source, target = FOLDER / f"{language}.po", FOLDER / f"{language}.mo"
    if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return target.read_bytes()
    compiled = _compile(language)
    try:
        with tempfile.NamedTemporaryFile(dir=FOLDER, suffix=".mo", delete=False) as file:
            file.write(compiled)
        os.replace(file.name, target)
    except OSError:
        pass  # A read-only installation still speaks the language; it compiles once per start.
    return compiled


class Translations:
    """Vertalingen van één taal. A missing sentence is None, never a key and never a guess."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._gettext: GNUTranslations | None = None
        if language != SOURCE_LANGUAGE:
            self._gettext = GNUTranslations(io.BytesIO(_load_compiled(language)))
            self._gettext.add_fallback(_Nothing())

    def find(self, text: str) -> str | None:
        """`text` in this language; None when nobody translated it."""
        return text if self._gettext is None else self._gettext.gettext(text) or None

    def find_many(self, one: str, many: str, count: int) -> str | None:
        """The form for `count`; None when nobody translated it."""
        if self._gettext is None:
            return one if count == 1 else many
        return self._gettext.ngettext(one, many, count) or None


class _Nothing(GNUTranslations):
    """Answers every look-up with nothing, so that a missing sentence is known to be missing."""

    def __init__(self) -> None:
        super().__init__(None)

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""


@lru_cache(maxsize=32)
def get_translations(language: str) -> Translations:
    """The translations of a language, read once per process."""
    return Translations(language)


def find_translator(language: str) -> str:
    """Who checked this language: "source" for Dutch, else the header of its catalogue."""
    return "source" if language == SOURCE_LANGUAGE else find_checked_by(language)
