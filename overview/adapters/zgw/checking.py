"""What the operator wants to know of a register: is it there, which version, does it filter, may we."""

from __future__ import annotations

from typing import Final

from overview.adapters.zgw.asking import Budget
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.source import ZgwSource
from overview.domain.bsn import Bsn
from overview.domain.case_details import SourceCheck

_NEEDED: Final = ("zaken", "catalogi")
_OLDEST: Final = (1, 5)
_QUESTIONS: Final = {
    "catalogi": ("zaaktypen", {"page": "1"}),
    "documenten": ("enkelvoudiginformatieobjecten", {"page": "1"}),
}


def check_source(source: ZgwSource) -> SourceCheck:
    """Ask the register three small questions, none about a citizen."""
    rights = {"zaken": "unknown", "catalogi": "unknown", "documenten": "unknown"}
    canary, problem, version, note = "unknown", "", "", ""
    try:
        count = source.searcher.count_for(Bsn(source.register.canary_bsn), source.start_budget())
        rights["zaken"], canary = "yes", "failed" if count else "ok"
        problem = "unsafe" if count else ""
    except RegisterError as error:
        problem, note = error.kind, error.code
        rights["zaken"] = "no" if error.kind == "refused" else "unknown"
    version = source.client.version
    if problem not in ("down", "slow"):
        for api in _QUESTIONS:
            rights[api] = _ask_right(source, api, source.start_budget())
    if not problem and any(rights[api] != "yes" for api in _NEEDED):
        problem = "refused"
    if not problem and version and tuple(map(int, version.split(".")[:2])) < _OLDEST:
        note = "older than 1.5: read case by case"
    return SourceCheck(
        source.name,
        source.title,
        problem not in ("down", "slow"),
        version,
        canary,
        rights,
        problem,
        note,
    )


def _ask_right(source: ZgwSource, api: str, budget: Budget) -> str:
    path, params = _QUESTIONS[api]
    version = source.client.version
    try:
        source.client.get(source.register.url(api, path), budget, params)
    except RegisterError as error:
        return "no" if error.kind == "refused" else "unknown"
    finally:
        source.client.version = version  # each API has a version of its own; Zaken is the one that counts
    return "yes"
