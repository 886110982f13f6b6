"""Signing in from the light page and back with what was told there; saying yes to keeping; choosing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from overview.ports import StoreDown
from overview.services.fields import BadInput
from overview.web import light_kept
from overview.web.language import read_language
from overview.web.light_overview import show_overview
from overview.web.light_visit import Visit
from overview.web.looks import read_looks
from overview.web.messages import show_bad_input
from overview.web.sign_in.carrying import drop_told, find_told, set_told
from overview.web.sign_in.visitors import find_visitor_of
from overview.wiring import get_portal

BACK: Final = "/light/back"


def _go_sign_in(visit: Visit, form: Mapping[str, str]) -> Response:
    """POST: what was told goes along, and not in the address."""
    query = urlencode({"to": f"{BACK}?lang={visit.language}", "lang": visit.language})
    response = RedirectResponse(f"/sign-in?{query}", status_code=303)
    portal = get_portal()
    told = portal.write_situation(visit.situation) if visit.situation is not None else ""
    if told and not set_told(response, portal.accounts.seals, told, visit.cookies):
        return visit.show("light/too_long.html")
    return response


async def come_back(request: Request) -> Response:
    """GET /light/back: after signing in (or not), with what was told and what is kept."""
    language = read_language(request.scope)
    visitor = await find_visitor_of(request)
    told = find_told(get_portal().accounts.seals, request.cookies)
    visit = Visit(language, None, frozenset(), read_looks(request.query_params), visitor, request.cookies)
    response = await to_thread.run_sync(_open, visit, told)
    drop_told(response, request.cookies)
    return response


def _open(visit: Visit, told: str) -> Response:
    try:
        situation = get_portal().read_situation(told) if told else None
    except BadInput:
        situation = None
    opened = replace(visit, situation=situation)
    citizen = visit.visitor.citizen
    if citizen is not None:
        try:
            found = light_kept.open_kept_here(citizen, situation)
        except StoreDown:
            found = None
        if found is not None:
            opened = replace(opened, kept=found[0], situation=found[1])
    if opened.situation is None:
        return RedirectResponse(f"/light?lang={visit.language}", status_code=303)
    return show_overview(opened, opened.build_view())


def _ask_keep(visit: Visit, form: Mapping[str, str]) -> Response:
    return _show_keep(visit)


def _show_keep(visit: Visit, *, is_untouched: bool = False, is_down: bool = False) -> Response:
    citizen = visit.visitor.citizen
    if citizen is None or visit.situation is None:
        return show_bad_input(visit.language)
    settings = get_portal().accounts.settings
    return visit.show(
        "light/keep.html",
        acts_for=citizen.acts_for,
        basis=settings.legal_basis,
        days=settings.keep_days,
        is_untouched=is_untouched,
        is_not_now=is_down,
        is_asked_to_keep=True,
    )


def _keep(visit: Visit, form: Mapping[str, str]) -> Response:
    """Only a tick of their own is a yes."""
    citizen = visit.visitor.citizen
    if citizen is None or visit.situation is None or form.get("sure") != "yes":
        return _show_keep(visit, is_untouched=True)
    try:
        kept = light_kept.start(citizen, visit.situation, visit.language)
    except StoreDown:
        return _show_keep(visit, is_down=True)
    shown = replace(kept.base, debts=visit.situation.debts)
    begun = replace(visit, kept=kept, situation=shown)
    return show_overview(begun, begun.build_view())


def _settle(visit: Visit, form: Mapping[str, str]) -> Response:
    """Every clash chosen: saved, and on to the steps. One left open: asked again."""
    citizen, kept = visit.visitor.citizen, visit.kept
    if citizen is None or kept is None or visit.situation is None:
        return show_bad_input(visit.language)
    settled = light_kept.settle(kept, citizen, form)
    if settled is None:
        return visit.show("light/clash.html")
    shown = replace(visit, kept=settled[0], situation=replace(settled[1], debts=visit.situation.debts))
    return show_overview(shown, shown.build_view())


ACTIONS: Final[Mapping[str, Callable[[Visit, Mapping[str, str]], Response]]] = {
    "sign_in": _go_sign_in,
    "keep": _ask_keep,
    "keep_yes": _keep,
    "settle_clash": _settle,
}
"""Actions by the name of their button."""
