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
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from overview.adapters.debt_matters import (
    AGENCIES,
    find_agency_by_type,
    find_matters,
    find_text,
    is_cents,
    read_day,
    squeeze,
)
from overview.domain.debts import LARGEST_DOCUMENT, Debt, DebtStage

_STAGES: Final = {
    "aanschrijving": DebtStage.NOTICE,
    "herinnering": DebtStage.REMINDER,
    "aanmaning": DebtStage.DEMAND,
}
_MOST: Final = 5_000


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
    found = list(find_matters(whole, "", 0))[:_MOST]
    if not found:
        raise BadDocument("no financial matters")
    for agency_name, table in found:
        agency = AGENCIES.get(squeeze(agency_name)) or find_agency_by_type(table)
        if agency is None:
            skipped += 1
            continue
        reference = find_text(table, "zaakkenmerk")
        matter = matters.setdefault((agency, reference), _Matter(agency, reference))
        skipped += _read_matter(matter, table)
    debts = [_build(matter) for matter in matters.values()]
    return BroughtDebts(tuple(debt for debt in debts if debt.open_cents != 0), skipped)


def _read_matter(matter: _Matter, table: Mapping[str, Any]) -> int:
    total, settled = table.get("totaalfinancieelverplicht"), table.get("totaalfinancieelvereffend")
    if is_cents(total) and is_cents(settled):
        matter.total = max(total - settled, 0)
    imposed = table.get("totaalopgelegd")
    if is_cents(imposed):
        matter.imposed_in_all = imposed
    events = table.get("gebeurtenissen")
    skipped = 0
    for event in events if isinstance(events, list) else []:
        is_known = isinstance(event, dict) and _read_event(matter, {squeeze(k): v for k, v in event.items()})
        skipped += not is_known
    return skipped


def _read_event(matter: _Matter, event: Mapping[str, Any]) -> bool:
    kind = squeeze(find_text(event, "gebeurtenistype") or find_text(event, "type"))
    cents = event.get("bedrag")
    if kind == "financieleverplichtingopgelegd":
        matter.about = matter.about or find_text(event, "omschrijving") or find_text(event, "categorie")
        if is_cents(cents):
            matter.imposed, matter.has_imposed = matter.imposed + cents, True
        return True
    if kind == "betalingsverplichtingopgelegd":
        _read_letter(matter, event)
        return True
    if kind in ("betalingverwerkt", "financieleverplichtingkwijtgescholden"):
        if is_cents(cents):
            matter.settled += cents
        return True
    if kind == "betalingsverplichtingingetrokken":
        matter.withdrawn.add(
            find_text(event, "ingetrokkengebeurteniskenmerk") or find_text(event, "gebeurteniskenmerk")
        )
        matter.stage, matter.due_on = DebtStage.IMPOSED, None
        return True
    return kind == "financieleverplichtinggecorrigeerd"


def _read_letter(matter: _Matter, event: Mapping[str, Any]) -> None:
    """A request to pay; the newest counts, whatever order the events stand in."""
    stage = _STAGES.get(squeeze(find_text(event, "type")), None) or _STAGES.get(
        squeeze(find_text(event, "typebetalingsverplichting")), DebtStage.NOTICE
    )
    at = find_text(event, "datumtijdopgelegd") or find_text(event, "datumtijdgebeurtenis")
    if find_text(event, "gebeurteniskenmerk") in matter.withdrawn - {""} or at < matter.told_at:
        return
    matter.told_at, matter.stage, matter.due_on = at, stage, read_day(event.get("vervaldatum"))
    cents = event.get("bedrag")
    matter.asked = cents if is_cents(cents) else None
    matter.about = matter.about or find_text(event, "omschrijving")


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
