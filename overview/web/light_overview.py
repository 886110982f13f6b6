"""The overview on the light page: whole when it fits, else the later steps on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from starlette.responses import HTMLResponse, Response

from overview.web import journey
from overview.web.case_reading import LETTERS
from overview.web.light_visit import Visit
from overview.web.messages import show_bad_input
from overview.wiring import get_portal
from overview.words.view import GroupView, OverviewView

LIMIT_BYTES: Final = 39_000
"""A light page is under 40 KB; the rest is for headers."""
_FEWER: Final = 0.8


def show_overview(visit: Visit, view: OverviewView, start: int = 0) -> HTMLResponse:
    """The steps from the row at `start` on, as many as fit on one page; every step with its reason."""
    rows = sum(len(group.steps) for group in view.groups if group.code != "now")
    start = min(max(start, 0), rows)
    count = rows - start
    page = _show_rows(visit, view, start, count, rows)
    while len(page.body) > LIMIT_BYTES and count > 1:
        # A guess from what this page weighs, and never more than a step towards it: rows differ.
        count = max(1, int(count * min(_FEWER, LIMIT_BYTES / len(page.body))))
        page = _show_rows(visit, view, start, count, rows)
    return page


def _show_rows(visit: Visit, view: OverviewView, start: int, count: int, rows: int) -> HTMLResponse:
    catalogue = get_portal().catalogue
    asked: tuple[journey.Asking, ...] = ()
    if visit.situation is not None:
        asked = journey.list_questions(catalogue, visit.situation, visit.asked)
    end = start + count
    values: dict[str, Any] = {
        "view": view,
        "groups": tuple(_cut(view, start, end)),
        "askings": {asking.id: asking for asking in asked},
        "askers": journey.list_askers(view),
        "today": get_portal().today(),
        "more_from": end if end < rows else None,
        "more_count": rows - end,
        "is_whole": count == rows,
        "case_letters": LETTERS,
    }
    return visit.show("light/more.html" if start else "light/overview.html", **values)


def _cut(view: OverviewView, start: int, end: int) -> Iterator[GroupView]:
    """The groups with only the rows from `start` to `end`; the cards of Now stand on the first page."""
    place = 0
    for group in view.groups:
        if group.code == "now":
            if start == 0:
                yield group
            continue
        own = tuple(step for row, step in enumerate(group.steps, place) if start <= row < end)
        place += len(group.steps)
        if own:
            yield replace(group, steps=own)


def show_now(visit: Visit, form: Mapping[str, str]) -> Response:
    """The overview as this visit stands now."""
    if visit.situation is None:
        return show_bad_input(visit.language)
    view = visit.build_view(anew="refresh" in form)
    start = form.get("more", "")
    return show_overview(visit, view, int(start) if start.isdecimal() and len(start) < 4 else 0)
