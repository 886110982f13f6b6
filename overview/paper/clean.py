"""What may reach the paper: no control characters, no direction tricks, no endless words."""

from __future__ import annotations

import re
import unicodedata

MAX_SENTENCE = 2_000
"""Characters of one sentence that are laid out; the longest catalogue text is under 600."""

_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NO_BREAK = "\u00a0\u202f"
_JOINERS = "\u200c\u200d"
# What nearly every sentence consists of: nothing to strip, and composed already.
_PLAIN = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u017f\u0410-\u044f\u060c\u061b\u061f\u0621-\u064a\u2013-\u2026\u20ac]*\Z"
)
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def cleaned(text: str) -> str:
    """`text` in NFC with one kind of blank, without control, format or private characters.

    The joiners of Persian and the Indic scripts stay. Direction marks, embeddings and overrides
    go: direction comes from our own spans only (UAX #9, 4.3 "higher-level protocols").
    """
    if _PLAIN.match(text):
        return text
    spaced = "".join(
        " " if ch not in _NO_BREAK and _BLANK.match(ch) else ch
        for ch in text
        if ch in _JOINERS or ch in _NO_BREAK or _is_wanted(ch)
    )
    return unicodedata.normalize("NFC", spaced)


def _is_wanted(ch: str) -> bool:
    return bool(_BLANK.match(ch)) or unicodedata.category(ch) not in _UNWANTED
