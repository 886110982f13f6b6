"""Direction levels of a sentence after the Unicode bidirectional algorithm (UAX #9).

Spans take the place of isolates: each isolated span is first a single neutral character (rule
BD 8-10: an isolate acts as one neutral on what surrounds it), and its own text is then resolved
apart, two levels up. There are no explicit embeddings: those characters are stripped (`clean`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from unicodedata import bidirectional

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
_OBJECT = "\ufffc"
# Letters of a left-to-right script and digits: what makes a right-to-left text more than one level.
_MIXED = re.compile(
    r"[^\u0600-\u065f\u066e-\u06ef\u0750-\u077f\s.,:;!?()\[\]\u00ab\u00bb\u2010-\u2026\u00b7\"'/-]"
)


def has_right_to_left(text: str) -> bool:
    """Whether `text` has letters of a right-to-left script."""
    return _RIGHT_TO_LEFT.search(text) is not None


def find_levels(spans: Sequence[tuple[str, bool, bool]], is_right_to_left: bool) -> bytes:
    """One level per character of the spans together, a byte each; odd is right to left.

    A span is `(text, is_isolate, is_right_to_left)`. Isolates that touch are one isolate, in the
    direction of the first.
    """
    if not is_right_to_left:
        whole = "".join([text for text, _, _ in spans])
        if whole.isascii() or not has_right_to_left(whole):
            return bytes(len(whole))
    merged: list[tuple[str, bool, bool]] = []
    for text, isolate, inner_rtl in spans:
        if isolate and merged and merged[-1][1]:
            merged[-1] = (merged[-1][0] + text, True, merged[-1][2])
        else:
            merged.append((text, isolate, inner_rtl))
    outer = _resolve(
        "".join(_OBJECT if isolate else text for text, isolate, _ in merged), int(is_right_to_left)
    )
    levels = b""
    at = 0
    for text, isolate, inner_rtl in merged:
        if isolate:
            levels += _resolve(text, (outer[at] + 1) | 1 if inner_rtl else (outer[at] + 2) & ~1)
            at += 1
        else:
            levels += outer[at : at + len(text)]
            at += len(text)
    return levels


def _resolve(text: str, base: int) -> bytes:
    """Levels of a text without isolates; most texts run one way, which needs no algorithm."""
    if base % 2 and not _MIXED.search(text.replace(_OBJECT, "")):
        return bytes((base,)) * len(text)
    if not base % 2 and not has_right_to_left(text):
        return bytes((base,)) * len(text)
    return resolve_fully(text, base)


class _Classes(dict[int, str]):
    """The bidirectional class of each character met, as one letter; at most all of Unicode."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _LETTERS.get(bidirectional(chr(code)), "o")
        return found


# Joiners are "BN"; UAX #9 5.2 keeps them by giving them the type of what precedes.
_LETTERS = {
    "L": "L",
    "R": "R",
    "AL": "A",
    "EN": "e",
    "AN": "a",
    "ES": "s",
    "ET": "t",
    "CS": "c",
    "NSM": "n",
    "BN": "n",
}
_CLASSES = _Classes()
_W1 = re.compile("([^n])n+")
_W2 = re.compile("A[^LRA]*e[^LRA]*")
_W4 = re.compile("(?<=e)[sc](?=e)")
_W4_ARABIC = re.compile("(?<=a)c(?=a)")
_W5 = re.compile("t+(?=e)|(?<=e)t+")
_W7 = re.compile("L[^LR]*e[^LR]*")
_AMONG_L = re.compile("(?<=L)o+(?=L)")
_AMONG_R = re.compile("(?<=[Rae])o+(?=[Rae])")


def resolve_fully(text: str, base: int) -> bytes:
    """Levels by the rules W1 to I2 of the algorithm, on a string with one letter a character."""
    side = "R" if base % 2 else "L"
    kinds = side + text.translate(_CLASSES)
    if "n" in kinds:
        kinds = _W1.sub(lambda m: m[1] * len(m[0]), kinds)
    if "e" in kinds:
        kinds = _W2.sub(lambda m: m[0].replace("e", "a"), kinds)
    kinds = kinds.replace("A", "R")
    if "s" in kinds or "c" in kinds:
        kinds = _W4_ARABIC.sub("a", _W4.sub("e", kinds))
    if "t" in kinds:
        kinds = _W5.sub(lambda m: "e" * len(m[0]), kinds)
    kinds = kinds.translate(_TO_NEUTRAL)
    if "e" in kinds:
        kinds = _W7.sub(lambda m: m[0].replace("e", "L"), kinds)
    # N1 and N2: neutrals go with what stands on both sides of them, numbers counting as R, and
    # with the whole text where the sides differ.
    if side == "R":
        kinds = _AMONG_L.sub(lambda m: "L" * len(m[0]), kinds).replace("o", "R")
    else:
        kinds = _AMONG_R.sub(lambda m: "R" * len(m[0]), kinds).replace("o", "L")
    return kinds[1:].translate(_levels_above(base)).encode("latin-1")


@cache
def _levels_above(base: int) -> dict[int, int]:
    """The level of each class that is left (I1 and I2); bases are few: isolates are not nested."""
    rises = {"L": 1, "e": 1, "a": 1, "R": 0} if base % 2 else {"L": 0, "R": 1, "e": 2, "a": 2}
    return {ord(kind): base + rise for kind, rise in rises.items()}


_TO_NEUTRAL = str.maketrans("stc", "ooo")


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indices from left to right of items with these levels on one line (rule L2)."""
    if not levels:
        return []
    lowest, highest = min(levels), max(levels)
    if lowest == highest:
        return list(range(len(levels)))[:: -1 if lowest % 2 else 1]
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(highest, min(odd) - 1, -1):
        if level == lowest:
            # Everything is at least this deep: the whole line turns around.
            order.reverse()
            break
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end - start > 1:
                order[start:end] = order[start:end][::-1]
            start = end
    return order
