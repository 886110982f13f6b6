"""Debts in a situation from outside: read with the same strictness as the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from overview.domain.catalogue import Catalogue
from overview.domain.debts import Debt, DebtStage
from overview.services.fields import BadInput, Fields, read_list, read_text

MOST_DEBTS: Final = 60
_LARGEST_CENTS: Final = 10_000_000_000
_LONGEST_TEXT: Final = 120


def read_debts(value: Any, catalogue: Catalogue, read_date: Callable[[Any, str], date]) -> tuple[Debt, ...]:
    """The `debts` of a situation. Raises `BadInput` naming the field."""
    items = read_list(value, "debts")
    if len(items) > MOST_DEBTS:
        raise BadInput("debts", f"telt meer dan {MOST_DEBTS} schulden.")
    return tuple(_read(item, f"debts[{n}]", catalogue, read_date) for n, item in enumerate(items))


def _read(value: Any, path: str, catalogue: Catalogue, read_date: Callable[[Any, str], date]) -> Debt:
    fields = Fields(value, path, ("agency", "stage", "open_cents", "due_on", "reference", "about"))
    agency = read_text(fields.get("agency"), f"{path}.agency")
    if agency not in catalogue.agencies:
        raise BadInput(f"{path}.agency", f"noemt een organisatie die niet bestaat: {agency!r}.")
    stage = read_text(fields.get("stage"), f"{path}.stage")
    if stage not in [own.value for own in DebtStage]:
        allowed = ", ".join(own.value for own in DebtStage)
        raise BadInput(f"{path}.stage", f"bestaat niet: {stage!r}. Kies uit: {allowed}.")
    due_on = fields.find("due_on", None)
    return Debt(
        agency,
        DebtStage(stage),
        _read_cents(fields.find("open_cents", None), f"{path}.open_cents"),
        None if due_on is None else read_date(due_on, f"{path}.due_on"),
        _read_short(fields.find("reference", ""), f"{path}.reference"),
        _read_short(fields.find("about", ""), f"{path}.about"),
    )


def _read_cents(value: Any, path: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST_CENTS:
        raise BadInput(path, "is geen bedrag in hele centen.")
    return value


def _read_short(value: Any, path: str) -> str:
    text = read_text(value, path)
    if len(text) > _LONGEST_TEXT or not text.isprintable():
        raise BadInput(path, f"is te lang (hooguit {_LONGEST_TEXT} tekens) of bevat vreemde tekens.")
    return text
