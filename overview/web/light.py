"""The light page: the journey with ordinary forms, for old phones, slow lines and screen readers.

No script, nothing kept: the situation travels in the form. Same services and templates as the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from overview.domain.situation import UNKNOWN, Answer
from overview.services.fields import BadInput
from overview.web import choices, journey, light_cases, light_keeping, light_letters
from overview.web.forms import LIMIT_BYTES, FormTooLargeError, read_form
from overview.web.language import choose_language, read_language
from overview.web.light_kept import read_kept_here
from overview.web.light_overview import show_overview
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


def _begin(visit: Visit, form: Mapping[str, str]) -> Response:
    event = form.get("event", "")
    if event not in get_portal().catalogue.life_events:
        return show_bad_input(visit.language)
    begun = visit.with_told(journey.tell_also(visit.situation, event))
    return _ask(replace(begun, asked=frozenset()), form)


def _ask(visit: Visit, form: Mapping[str, str], key: str = "", is_wrong: bool = False) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    asked = journey.list_questions(get_portal().catalogue, visit.situation, visit.asked)
    wanted = key or form.get("question", "")
    asking = next((one for one in asked if one.key == wanted), None) or journey.find_next(asked)
    if asking is None:
        return _show_overview(visit, form)
    index = asked.index(asking)
    return visit.show(
        "light/question.html",
        asking=asking,
        number=index + 1,
        count=len(asked),
        before=asked[index - 1].key if index else "",
        is_wrong=is_wrong,
        today=get_portal().today(),
    )


def _answer(visit: Visit, form: Mapping[str, str], is_settling: bool = False) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    key, _, value = form.get("settle" if is_settling else "reply", "").partition("=")
    asked = journey.list_questions(get_portal().catalogue, visit.situation, visit.asked)
    asking = next((one for one in asked if one.key == key), None)
    if asking is None:
        return show_bad_input(visit.language)
    answer = _read_answer(asking, value, form)
    if answer is None:
        return _ask(visit, form, key, is_wrong=True)
    told = visit.with_told(journey.answer(visit.situation, asking, answer))
    answered = replace(told, asked=visit.asked | {asking.key})
    return _show_overview(answered, form) if is_settling else _ask(answered, {})


def _settle(visit: Visit, form: Mapping[str, str]) -> Response:
    return _answer(visit, form, is_settling=True)


def _read_answer(asking: journey.Asking, value: str, form: Mapping[str, str]) -> Answer | None:
    if value == UNKNOWN:
        return UNKNOWN
    if asking.question.kind == "date":
        boxes = (form.get("day", ""), form.get("month", ""), form.get("year", ""))
        return journey.read_day(*boxes, get_portal().today())
    return value if value in {choice.id for choice in asking.question.choices} else None


def _choose(visit: Visit, form: Mapping[str, str]) -> Response:
    portal = get_portal()
    choice, _, step_id = form.get("decide", "").partition(":")
    if visit.situation is None or choice not in choices.CHOICES:
        return show_bad_input(visit.language)
    changed = choices.choose(visit.situation, step_id, choice, portal.today())
    # Read again what was chosen, so that a step id nobody has is refused here and not later.
    checked = portal.read_situation(portal.write_situation(changed))
    return _show_overview(visit.with_told(checked), form)


def _show_overview(visit: Visit, form: Mapping[str, str]) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    view = visit.build_view(anew="refresh" in form)
    start = form.get("more", "")
    return show_overview(visit, view, int(start) if start.isdecimal() and len(start) < 4 else 0)


def _show_step(visit: Visit, form: Mapping[str, str]) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    view = visit.build_view()
    step = next((one for one in view.all_steps if one.id == form.get("step")), None)
    if step is None:
        return _show_overview(visit, form)
    ways = light_letters.list_ways(visit, step.id)
    return visit.show("light/step.html", step=step, shared_labels=(), is_folded=True, is_open=True, **ways)


def _hold(visit: Visit, form: Mapping[str, str]) -> Response:
    held = light_letters.hold(visit, form)
    return _show_overview(held, form) if isinstance(held, Visit) else held


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
    return next((_ACTIONS[button] for button in _BUTTONS if button in form), _show_overview)


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
    "refresh": _show_overview,
    "hold": _hold,
    "begin": _begin,
    "question": _ask,
    "reply": _answer,
    "decide": _choose,
    "overview": _show_overview,
    "step": _show_step,
    "settle": _settle,
    "agencies": _show_agencies,
    "terms": _show_terms,
    "more": _show_overview,
}
