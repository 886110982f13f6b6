"""From the standard's Dutch field names to a case of the domain: the only place that knows both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from overview.adapters.zgw.catalogue import CaseType, StatusType
from overview.adapters.zgw.fields import as_table, find_day, find_extension, find_text, find_uuid, find_word
from overview.adapters.zgw.registers import Register
from overview.adapters.zgw.searching import FoundCase
from overview.domain.case_kinds import CaseKind, CaseRules
from overview.domain.cases import Case, CaseStatus


def build_case(
    found: FoundCase, case_type: CaseType, result_name: str, register: Register, rules: CaseRules
) -> Case | None:
    """The case as the domain knows it; None when it may not be shown to a citizen."""
    fields = found.fields
    started_on = find_day(fields, "startdatum")
    is_shown = case_type.is_external and register.allows(fields.get("vertrouwelijkheidaanduiding"))
    if not is_shown or started_on is None:
        return None
    kind = rules.find_kind(case_type.identifier, case_type.name)
    reached = case_type.find_status(found.status.get("statustype"))
    ended_on = find_day(fields, "einddatum")
    has_decision = _has_decision(kind, case_type, found.result)
    extension = as_table(fields.get("verlenging"))
    return Case(
        id=find_uuid(fields.get("url")),
        title=kind.title if kind and kind.title else case_type.name,
        agency=_find_agency(fields, kind, register),
        status=_find_status(kind, rules, case_type, reached, ended_on is not None, has_decision),
        status_text=_find_status_text(reached, register),
        status_since=find_day(found.status, "datumStatusGezet"),
        started_on=started_on,
        expected_on=find_day(fields, "einddatumGepland"),
        source=register.name,
        number=find_text(fields, "identificatie"),
        kind=kind.id if kind else "",
        latest_on=find_day(fields, "uiterlijkeEinddatumAfdoening"),
        ended_on=ended_on,
        result_text=result_name,
        has_decision=has_decision,
        is_suspended=as_table(fields.get("opschorting")).get("indicatie") is True,
        is_extended=bool(extension),
        extension=find_extension(extension),
        part_of=find_uuid(fields.get("hoofdzaak")),
        has_more=True,
    )


def _find_agency(fields: Mapping[str, Any], kind: CaseKind | None, register: Register) -> str:
    told = register.agencies.get(find_word(fields, "verantwoordelijkeOrganisatie"))
    return told or (kind.agency if kind and kind.agency else register.agency)


def _has_decision(kind: CaseKind | None, case_type: CaseType, result: Mapping[str, Any]) -> bool:
    if kind is not None and kind.has_decision is not None:
        return kind.has_decision
    return case_type.has_decisions and bool(result)


def _find_status(
    kind: CaseKind | None,
    rules: CaseRules,
    case_type: CaseType,
    reached: StatusType | None,
    is_over: bool,
    has_decision: bool,
) -> CaseStatus:
    """What content says of this status; else by its place in the line."""
    if is_over or (reached is not None and reached.is_last):
        return CaseStatus.DECIDED if has_decision else CaseStatus.CLOSED
    if reached is None:
        return CaseStatus.RECEIVED
    told = rules.find_status(kind, reached.name, reached.text)
    if told is not None:
        return told
    is_first = bool(case_type.statuses) and reached.number == case_type.statuses[0].number
    return CaseStatus.RECEIVED if is_first and len(case_type.statuses) > 1 else CaseStatus.IN_PROGRESS


def _find_status_text(reached: StatusType | None, register: Register) -> str:
    """The text for citizens. What staff wrote beside a status is never shown."""
    if reached is None:
        return ""
    return reached.text or (reached.name if register.shows_status_names else "")
