"""Cases and debts on the light page: one case opened, and the document with debts that somebody brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from starlette.responses import Response

from overview.domain.debts import LARGEST_DOCUMENT
from overview.services.fields import BadInput
from overview.web import case_reading
from overview.web.light_visit import Visit
from overview.web.messages import show_not_found
from overview.wiring import get_portal
from overview.words.case_details_view import view_details
from overview.words.case_view import view_case
from overview.words.debt_view import say_not_added, view_debts

BRING: Final = "bring"
LIMIT_BYTES: Final = 3_000_000
"""A document of the largest size, as a form sends it: signs of JSON take three bytes each."""


def _show_case(visit: Visit, form: Mapping[str, str]) -> Response:
    portal = get_portal()
    case = case_reading.find_case(case_reading.read_for(visit.cookies), form.get("case", ""))
    if case is None:
        return show_not_found(visit.language)
    words = portal.words(visit.language)
    found = case_reading.fetch_details(visit.cookies, case)
    details = view_details(words, case, found, portal.catalogue) if found else None
    return visit.show("light/case.html", case=view_case(words, case, portal.catalogue), details=details)


def _show_debts(visit: Visit, form: Mapping[str, str]) -> Response:
    return _show_page(visit)


def _bring(visit: Visit, form: Mapping[str, str]) -> Response:
    document = form.get("file", "") or form.get("document", "")
    if len(document.encode("utf-8", "replace")) > LARGEST_DOCUMENT:
        return _show_page(visit, problem="debts_large.html")
    try:
        situation, skipped = get_portal().bring_debts(visit.situation, document)
    except BadInput:
        return _show_page(visit, problem="debts_bad.html")
    return _show_page(visit.with_told(situation), count=len(situation.debts), skipped=skipped)


def _show_page(visit: Visit, *, problem: str = "", count: int | None = None, skipped: int = 0) -> Response:
    portal = get_portal()
    words = portal.words(visit.language)
    debts = view_debts(words, visit.situation.debts, portal.catalogue) if visit.situation else ()
    return visit.show(
        "light/debts.html",
        debts=debts,
        note=say_not_added(words),
        problem=problem,
        count=count,
        skipped=skipped,
    )


ACTIONS: Final[Mapping[str, Callable[[Visit, Mapping[str, str]], Response]]] = {
    "case": _show_case,
    "debts": _show_debts,
    BRING: _bring,
}
