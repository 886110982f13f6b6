"""Finding the matters in a document with debts, and reading its fields: nothing in it is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeGuard

AGENCIES: Final[Mapping[str, str]] = {
    "bd": "belastingdienst",
    "belastingdienst": "belastingdienst",
    "tsl": "toeslagen",
    "toeslagen": "toeslagen",
    "diensttoeslagen": "toeslagen",
    "cak": "cak",
    "cjib": "cjib",
    "duo": "duo",
    "svb": "svb",
    "uwv": "uwv",
}
"""What the document calls agencies, in the ids of our content. RVO has no place in it yet."""

_DEEPEST: Final = 12
_LONGEST_TEXT: Final = 120


def find_matters(value: Any, agency: str, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every `financiele_zaken` entry, with the nearest name of an agency around it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from find_matters(item, agency, depth + 1)
    if not isinstance(value, dict):
        return
    fields = {squeeze(key): item for key, item in value.items()}
    for key in ("organisatie", "organisatienaam", "naam", "afkorting", "bron"):
        own = fields.get(key)
        if isinstance(own, str) and squeeze(own) in AGENCIES:
            agency = own
    own_matters = fields.get("financielezaken")
    if isinstance(own_matters, list):
        for item in own_matters:
            if isinstance(item, dict):
                yield agency, {squeeze(key): value for key, value in item.items()}
        return
    for key, item in value.items():
        yield from find_matters(item, key if squeeze(key) in AGENCIES else agency, depth + 1)


def find_agency_by_type(matter: Mapping[str, Any]) -> str | None:
    """The agency that an obligation names in its type (`cjib_wahv`); organisations are numbers elsewhere."""
    events = matter.get("gebeurtenissen")
    for event in events if isinstance(events, list) else []:
        fields = {squeeze(key): item for key, item in event.items()} if isinstance(event, dict) else {}
        short, has_more, _ = find_text(fields, "type").partition("_")
        if has_more and short in AGENCIES:
            return AGENCIES[short]
    return None


def squeeze(name: str) -> str:
    """A name as it is compared: letters alone, small."""
    return re.sub(r"[^a-z]", "", name.casefold().replace("ë", "e"))


def find_text(table: Mapping[str, Any], key: str) -> str:
    """The text of a field, in one line and not too long; empty when it is none."""
    value = table.get(key)
    if not isinstance(value, str):
        return ""
    shown = "".join(sign if sign.isprintable() else " " for sign in value.encode("utf-8", "ignore").decode())
    return " ".join(shown.split())[:_LONGEST_TEXT]


def is_cents(value: Any) -> TypeGuard[int]:
    """Whether this is an amount in whole euro cents."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000_000_000


def read_day(value: Any) -> date | None:
    """The day of a date or moment; None when it is none, or of another age."""
    try:
        day = date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
    return day if day is not None and date(1990, 1, 1) <= day <= date(2100, 1, 1) else None
