"""What may reach the paper: no control characters, no direction tricks, no endless words."""

from __future__ import annotations

import re
import unicodedata

MAX_SENTENCE = 2_000
"""Characters of one sentence that are laid out; the longest catalogue text is under 600."""

_NO_BREAK = "\u00a0\u202f"
_JOINERS = "\u200c\u200d"
# What nearly every sentence consists of: nothing to strip.
_PLAIN = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u017f\u0410-\u044f\u060c\u061b\u061f\u0621-\u0652\u2013-\u2026\u20ac]*\Z"
)
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def cleaned(text: str) -> str:
    """`text` in NFC with one kind of blank, without control, format or private characters.

    The joiners of Persian and the Indic scripts stay. Direction marks, embeddings and overrides
    go: direction comes from our own spans only (UAX #9, 4.3 "higher-level protocols").
    """
    if text.isascii() and text.isprintable():
        return text
    if _PLAIN.match(text) and unicodedata.is_normalized("NFC", text):
        return text
    kept = (_shown(ch) for ch in text)
    return unicodedata.normalize("NFC", "".join(kept))


def _shown(ch: str) -> str:
    if ch in _JOINERS or ch in _NO_BREAK:
        return ch
    if ch.isspace():
        return " "
    return "" if unicodedata.category(ch) in _UNWANTED else ch
