"""The light page: the journey with ordinary forms, for old phones, slow lines and screen readers.

No script, nothing kept: the situation travels in the form. Same services and templates as the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from overview.services.fields import BadInput
from overview.web import choices, light_cases, light_keeping, light_letters, light_questions
from overview.web.forms import LIMIT_BYTES, FormTooLargeError, read_form
from overview.web.language import choose_language, read_language
from overview.web.light_kept import read_kept_here
from overview.web.light_overview import show_now
from overview.web.light_visit import Visit
from overview.web.looks import read_looks
from overview.web.messages import show_bad_input, show_not_found, show_too_large
from overview.web.sign_in.visitors import find_visitor_of
from overview.wiring import get_portal


async def _open_visit(request: Request) -> Visit:
    """A visit that carries nothing yet."""
    visitor = await find_visitor_of(request)
    return Visit(read_language(request.scope), looks=read_looks(request.query_params), visitor=visitor)


async def show_start(request: Request) -> Response:
    """Danger first, then what happened."""
    catalogue = get_portal().catalogue
    visit = await _open_visit(request)
    return visit.show("light/start.html", events=catalogue.life_events.values(), exits=catalogue.danger_exits)


async def show_danger(request: Request) -> Response:
    """The danger exits alone."""
    exits = get_portal().catalogue.danger_exits
    visit = await _open_visit(request)
    return visit.show("light/danger.html", exits=exits)


async def show_accessibility(request: Request) -> Response:
    """How well the portal works for everybody, honestly."""
    visit = await _open_visit(request)
    return visit.show("light/accessibility.html")


async def show_start_again(request: Request) -> Response:
    """A page of the journey opened by its address carries no situation: back to the start."""
    return RedirectResponse(f"/light?lang={read_language(request.scope)}", status_code=303)


async def take_step(request: Request) -> Response:
    """One step of the journey, sent by a form: begin, question, answer, choose and so on."""
    language = read_language(request.scope)
    try:
        form = await read_form(request, _find_limit(request.path_params["action"]))
        language = choose_language(form.get("speak") or form.get("language"), language)
        situation = get_portal().read_situation(form["situation"]) if form.get("situation") else None
        asked = frozenset(form.get("asked", "").split())
        visitor = await find_visitor_of(request)
        kept = read_kept_here(form, situation)
        visit = Visit(language, situation, asked, read_looks(form), visitor, request.cookies, kept)
        action = _find_action(request.path_params["action"], form)
        if action is None:
            return show_not_found(language)
        # Cases may keep one waiting for a moment; other people's clicks must not wait with it.
        return await to_thread.run_sync(_act, action, visit, {**request.query_params, **form})
    except FormTooLargeError:
        return show_too_large(language)
    except BadInput as error:
        return show_bad_input(language, error.message)


def _act(action: _Action, visit: Visit, form: Mapping[str, str]) -> Response:
    """What could not be saved the last time is tried first, whatever was pressed."""
    if visit.kept is not None and visit.kept.carries_base and visit.situation is not None:
        visit = visit.with_told(visit.situation)
    return action(visit, form)


def _find_limit(action: str) -> int:
    """A document with debts is larger than any answer."""
    return light_cases.LIMIT_BYTES if action == light_cases.BRING else LIMIT_BYTES


def _choose(visit: Visit, form: Mapping[str, str]) -> Response:
    portal = get_portal()
    choice, _, step_id = form.get("decide", "").partition(":")
    if visit.situation is None or choice not in choices.CHOICES:
        return show_bad_input(visit.language)
    changed = choices.choose(visit.situation, step_id, choice, portal.today())
    # Read again what was chosen, so that a step id nobody has is refused here and not later.
    checked = portal.read_situation(portal.write_situation(changed))
    return show_now(visit.with_told(checked), form)


def _show_step(visit: Visit, form: Mapping[str, str]) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    view = visit.build_view()
    step = next((one for one in view.all_steps if one.id == form.get("step")), None)
    if step is None:
        return show_now(visit, form)
    ways = light_letters.list_ways(visit, step.id)
    return visit.show("light/step.html", step=step, shared_labels=(), is_folded=True, is_open=True, **ways)


def _hold(visit: Visit, form: Mapping[str, str]) -> Response:
    held = light_letters.hold(visit, form)
    return show_now(held, form) if isinstance(held, Visit) else held


def _show_agencies(visit: Visit, form: Mapping[str, str]) -> Response:
    return _show_part(visit, "light/agencies.html")


def _show_terms(visit: Visit, form: Mapping[str, str]) -> Response:
    return _show_part(visit, "light/terms.html")


def _show_part(visit: Visit, template: str) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    return visit.show(template, view=visit.build_view())


_Action = Callable[[Visit, Mapping[str, str]], Response]


def _find_action(name: str, form: Mapping[str, str]) -> _Action | None:
    """Every button on a page belongs to one form: the button's own name says what to do."""
    if name != "on":
        return _ACTIONS.get(name)
    return next((_ACTIONS[button] for button in _BUTTONS if button in form), show_now)


_BUTTONS: Final = (
    "decide",
    "settle",
    "reply",
    "step",
    "question",
    "agencies",
    "terms",
    "more",
    "refresh",
    *light_cases.ACTIONS,
    *light_letters.ACTIONS,
    *light_keeping.ACTIONS,
)
_ACTIONS: Final[Mapping[str, _Action]] = {
    **light_letters.ACTIONS,
    **light_cases.ACTIONS,
    **light_keeping.ACTIONS,
    "refresh": show_now,
    "hold": _hold,
    "begin": light_questions.begin,
    "question": light_questions.ask,
    "reply": light_questions.answer,
    "decide": _choose,
    "overview": show_now,
    "step": _show_step,
    "settle": light_questions.settle,
    "agencies": _show_agencies,
    "terms": _show_terms,
    "more": show_now,
}
