"""Reading the fields of an answer: tolerant of what is extra or missing, never trusting a type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from overview.domain.bsn import is_bsn
from overview.domain.cases import Extension
from overview.domain.steps import Unit

_LONGEST_TEXT: Final = 300
_LONGEST_WORD: Final = 500
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DURATION: Final = re.compile(r"P(\d{1,4})([YMWD])")
_UNITS: Final = {"Y": Unit.YEARS, "M": Unit.MONTHS, "W": Unit.WEEKS, "D": Unit.DAYS}
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)
_NINE_DIGITS: Final = re.compile(r"(?<!\d)\d{9}(?!\d)")


def as_table(value: Any) -> Mapping[str, Any]:
    """`value` when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """`value` when it is a JSON list, else an empty one."""
    return value if isinstance(value, list) else []


def find_text(table: Mapping[str, Any], key: str) -> str:
    """A short text for people: no control signs, no half characters, no number like a BSN."""
    value = table.get(key)
    if not isinstance(value, str):
        return ""
    whole = value.encode("utf-8", "ignore").decode("utf-8")[: 4 * _LONGEST_TEXT]
    seen = "".join(sign for sign in whole if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cn"))
    return _NINE_DIGITS.sub(_mask, " ".join(seen.split()))[:_LONGEST_TEXT]


def _mask(found: re.Match[str]) -> str:
    return "…" if is_bsn(found[0]) else found[0]


def find_word(table: Mapping[str, Any], key: str) -> str:
    """A word the standard lists (a role, a confidentiality); empty when it is no text."""
    value = table.get(key)
    return value if isinstance(value, str) and len(value) <= _LONGEST_WORD else ""


def find_day(table: Mapping[str, Any], key: str) -> date | None:
    """A date, also from a moment; None when it is no date or lies in another age."""
    value = table.get(key)
    if not isinstance(value, str):
        return None
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if _EARLIEST <= day <= _LATEST else None


def find_uuid(url: Any) -> str:
    """The uuid at the end of an address, or a uuid itself; empty when there is none.

    A path with something else in it makes a register break (500), so it is never asked for.
    """
    last = url.rstrip("/").rsplit("/", 1)[-1] if isinstance(url, str) else ""
    return last if _UUID.fullmatch(last) else ""


def find_extension(table: Mapping[str, Any]) -> Extension | None:
    """The length of a `verlenging`: `P42D`, `P6W`, `P2M`. Longer forms are left unsaid."""
    value = table.get("duur")
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) == 0:
        return None
    return Extension(int(found[1]), _UNITS[found[2]])
