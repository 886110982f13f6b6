"""The document of the Vorderingenoverzicht Rijk that a citizen brings: what each agency still asks.

The names and their meaning are those of the description at vorijk.nl (Financial claims information document,
versions 3.0.0 and 4.1.0; its pages "gebeurtenissen" and "identificatie typen financiële verplichtingen",
read in November 2026). Seen there as JSON: `bedrag`, `saldo_datumtijd`, `financiele_zaken.totaal_opgelegd`
(version 3), `totaal_financieel_verplicht` and `totaal_financieel_vereffend` (4.1), the names of the events,
the three types of a request to pay, and the type of an obligation as `cjib_...`. The whole schema was not
within reach; so `OpgelegdBedrag`, `opgelegd_bedrag` and `opgelegdBedrag` are one name here, and what is not
understood is left out and counted, never guessed.
Nothing of the document is kept: it becomes a few facts of the situation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeGuard

from overview.domain.debts import LARGEST_DOCUMENT, Debt, DebtStage

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

_STAGES: Final = {
    "aanschrijving": DebtStage.NOTICE,
    "herinnering": DebtStage.REMINDER,
    "aanmaning": DebtStage.DEMAND,
}
_DEEPEST: Final = 12
_MOST: Final = 5_000
_LONGEST_TEXT: Final = 120


class BadDocument(ValueError):
    """Geen overzicht van vorderingen. The text says nothing of what stood in it."""


@dataclass(frozen=True, slots=True)
class BroughtDebts:
    """Meegebracht overzicht. `skipped` counts what was not understood, so that it can be said."""

    debts: tuple[Debt, ...]
    skipped: int = 0


@dataclass(slots=True)
class _Matter:
    """One matter at one agency while its events are read."""

    agency: str
    reference: str
    about: str = ""
    imposed: int = 0
    has_imposed: bool = False
    settled: int = 0
    stage: DebtStage = DebtStage.IMPOSED
    told_at: str = ""
    due_on: date | None = None
    asked: int | None = None
    withdrawn: set[str] = field(default_factory=set)
    imposed_in_all: int | None = None
    """Version 3 says what was imposed; what was paid stands in its events."""
    total: int | None = None


def read_debt_document(text: str | bytes) -> BroughtDebts:
    """The debts in a document. Raises `BadDocument` when it is none."""
    if len(text) > LARGEST_DOCUMENT:
        raise BadDocument("too large")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise BadDocument("no JSON") from None
    matters: dict[tuple[str, str], _Matter] = {}
    skipped = 0
    found = list(_find_matters(whole, "", 0))[:_MOST]
    if not found:
        raise BadDocument("no financial matters")
    for agency_name, table in found:
        agency = AGENCIES.get(_squeeze(agency_name)) or _find_agency_by_type(table)
        if agency is None:
            skipped += 1
            continue
        reference = _text(table, "zaakkenmerk")
        matter = matters.setdefault((agency, reference), _Matter(agency, reference))
        skipped += _read_matter(matter, table)
    debts = [_build(matter) for matter in matters.values()]
    return BroughtDebts(tuple(debt for debt in debts if debt.open_cents != 0), skipped)


def _find_matters(value: Any, agency: str, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every `financiele_zaken` entry, with the nearest name of an agency around it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _find_matters(item, agency, depth + 1)
    if not isinstance(value, dict):
        return
    fields = {_squeeze(key): item for key, item in value.items()}
    for key in ("organisatie", "organisatienaam", "naam", "afkorting", "bron"):
        own = fields.get(key)
        if isinstance(own, str) and _squeeze(own) in AGENCIES:
            agency = own
    own_matters = fields.get("financielezaken")
    if isinstance(own_matters, list):
        for item in own_matters:
            if isinstance(item, dict):
                yield agency, {_squeeze(key): value for key, value in item.items()}
        return
    for key, item in value.items():
        yield from _find_matters(item, key if _squeeze(key) in AGENCIES else agency, depth + 1)


def _find_agency_by_type(matter: Mapping[str, Any]) -> str | None:
    """The agency that an obligation names in its type (`cjib_wahv`); organisations are numbers elsewhere."""
    events = matter.get("gebeurtenissen")
    for event in events if isinstance(events, list) else []:
        fields = {_squeeze(key): item for key, item in event.items()} if isinstance(event, dict) else {}
        short, has_more, _ = _text(fields, "type").partition("_")
        if has_more and short in AGENCIES:
            return AGENCIES[short]
    return None


def _read_matter(matter: _Matter, table: Mapping[str, Any]) -> int:
    total, settled = table.get("totaalfinancieelverplicht"), table.get("totaalfinancieelvereffend")
    if _is_cents(total) and _is_cents(settled):
        matter.total = max(total - settled, 0)
    imposed = table.get("totaalopgelegd")
    if _is_cents(imposed):
        matter.imposed_in_all = imposed
    events = table.get("gebeurtenissen")
    skipped = 0
    for event in events if isinstance(events, list) else []:
        is_known = isinstance(event, dict) and _read_event(matter, {_squeeze(k): v for k, v in event.items()})
        skipped += not is_known
    return skipped


def _read_event(matter: _Matter, event: Mapping[str, Any]) -> bool:
    kind = _squeeze(_text(event, "gebeurtenistype") or _text(event, "type"))
    cents = event.get("bedrag")
    if kind == "financieleverplichtingopgelegd":
        matter.about = matter.about or _text(event, "omschrijving") or _text(event, "categorie")
        if _is_cents(cents):
            matter.imposed, matter.has_imposed = matter.imposed + cents, True
        return True
    if kind == "betalingsverplichtingopgelegd":
        _read_letter(matter, event)
        return True
    if kind in ("betalingverwerkt", "financieleverplichtingkwijtgescholden"):
        if _is_cents(cents):
            matter.settled += cents
        return True
    if kind == "betalingsverplichtingingetrokken":
        matter.withdrawn.add(
            _text(event, "ingetrokkengebeurteniskenmerk") or _text(event, "gebeurteniskenmerk")
        )
        matter.stage, matter.due_on = DebtStage.IMPOSED, None
        return True
    return kind == "financieleverplichtinggecorrigeerd"


def _read_letter(matter: _Matter, event: Mapping[str, Any]) -> None:
    """A request to pay; the newest counts, whatever order the events stand in."""
    stage = _STAGES.get(_squeeze(_text(event, "type")), None) or _STAGES.get(
        _squeeze(_text(event, "typebetalingsverplichting")), DebtStage.NOTICE
    )
    at = _text(event, "datumtijdopgelegd") or _text(event, "datumtijdgebeurtenis")
    if _text(event, "gebeurteniskenmerk") in matter.withdrawn - {""} or at < matter.told_at:
        return
    matter.told_at, matter.stage, matter.due_on = at, stage, _day(event.get("vervaldatum"))
    cents = event.get("bedrag")
    matter.asked = cents if _is_cents(cents) else None
    matter.about = matter.about or _text(event, "omschrijving")


def _build(matter: _Matter) -> Debt:
    if matter.total is not None:
        left: int | None = matter.total
    elif matter.imposed_in_all is not None:
        left = max(matter.imposed_in_all - matter.settled, 0)
    elif matter.has_imposed:
        left = max(matter.imposed - matter.settled, 0)
    else:
        left = matter.asked
    return Debt(matter.agency, matter.stage, left, matter.due_on, matter.reference, matter.about)


def _squeeze(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold().replace("ë", "e"))


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        return ""
    shown = "".join(sign if sign.isprintable() else " " for sign in value.encode("utf-8", "ignore").decode())
    return " ".join(shown.split())[:_LONGEST_TEXT]


def _is_cents(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000_000_000


def _day(value: Any) -> date | None:
    try:
        day = date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
    return day if day is not None and date(1990, 1, 1) <= day <= date(2100, 1, 1) else None
