"""The light page: the journey with ordinary forms, for old phones, slow lines and screen readers.

No script, nothing kept: the situation travels in the form. Same services and templates as the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from i18n.languages import LANGUAGES
from overview.domain.situation import UNKNOWN, Answer, Situation
from overview.html import Renderer
from overview.services.fields import BadInput
from overview.web import choices, journey
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import choose_language, read_language
from overview.web.messages import show_bad_input, show_not_found, show_too_large
from overview.wiring import get_portal


@dataclass(frozen=True, slots=True)
class Visit:
    """Eén bezoek: the language, the situation told so far, and which days were answered "I don't know"."""

    language: str
    situation: Situation | None = None
    asked: frozenset[str] = frozenset()

    def show(self, template: str, **values: Any) -> HTMLResponse:
        """One light page, carrying the situation in its forms."""
        portal = get_portal()
        told = portal.write_situation(self.situation) if self.situation else ""
        renderer = Renderer(self.language, portal.words(self.language))
        html = renderer.render(
            template,
            told=told,
            asked=" ".join(sorted(self.asked)),
            languages=LANGUAGES.values(),
            help=get_portal().view_help(self.language),
            **values,
        )
        response = HTMLResponse(html)
        response.set_cookie("language", self.language, samesite="lax")
        return response


async def show_start(request: Request) -> Response:
    """Danger first, then what happened."""
    catalogue = get_portal().catalogue
    visit = Visit(read_language(request.scope))
    return visit.show("light/start.html", events=catalogue.life_events.values(), exits=catalogue.danger_exits)


async def show_danger(request: Request) -> Response:
    """The danger exits alone."""
    exits = get_portal().catalogue.danger_exits
    return Visit(read_language(request.scope)).show("light/danger.html", exits=exits)


async def show_start_again(request: Request) -> Response:
    """A page of the journey opened by its address carries no situation: back to the start."""
    return RedirectResponse(f"/light?lang={read_language(request.scope)}", status_code=303)


async def take_step(request: Request) -> Response:
    """One step of the journey, sent by a form: begin, question, answer, choose, overview, agencies."""
    language = read_language(request.scope)
    try:
        form = await read_form(request)
        language = choose_language(form.get("speak") or form.get("language"), language)
        situation = get_portal().read_situation(form["situation"]) if form.get("situation") else None
        visit = Visit(language, situation, frozenset(form.get("asked", "").split()))
        action = _ACTIONS.get(request.path_params["action"])
        if action is None:
            return show_not_found(language)
        return action(visit, form)
    except FormTooLargeError:
        return show_too_large(language)
    except BadInput as error:
        return show_bad_input(language, error.message)


def _begin(visit: Visit, form: Mapping[str, str]) -> Response:
    event = form.get("event", "")
    if event not in get_portal().catalogue.life_events:
        return show_bad_input(visit.language)
    return _ask(Visit(visit.language, journey.tell_also(visit.situation, event)), form)


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


def _answer(visit: Visit, form: Mapping[str, str]) -> Response:
    if visit.situation is None:
        return show_bad_input(visit.language)
    key, value = form.get("key", ""), form.get("value", "")
    asked = journey.list_questions(get_portal().catalogue, visit.situation, visit.asked)
    asking = next((one for one in asked if one.key == key), None)
    if asking is None:
        return show_bad_input(visit.language)
    answer = _read_answer(asking, value, form)
    if answer is None:
        return _ask(visit, form, key, is_wrong=True)
    situation = journey.answer(visit.situation, asking, answer)
    answered = Visit(visit.language, situation, visit.asked | {asking.key})
    return _show_overview(answered, form) if form.get("from") == "overview" else _ask(answered, {})


def _read_answer(asking: journey.Asking, value: str, form: Mapping[str, str]) -> Answer | None:
    if value == UNKNOWN:
        return UNKNOWN
    if asking.question.kind == "date":
        boxes = (form.get("day", ""), form.get("month", ""), form.get("year", ""))
        return journey.read_day(*boxes, get_portal().today())
    return value if value in {choice.id for choice in asking.question.choices} else None


def _choose(visit: Visit, form: Mapping[str, str]) -> Response:
    portal = get_portal()
    step_id, choice = form.get("step", ""), form.get("choice", "")
    if visit.situation is None or choice not in choices.CHOICES:
        return show_bad_input(visit.language)
    changed = choices.choose(visit.situation, step_id, choice, portal.today())
    # Read again what was chosen, so that a step id nobody has is refused here and not later.
    checked = portal.read_situation(portal.write_situation(changed))
    return _show_overview(Visit(visit.language, checked, visit.asked), form)


def _show_overview(visit: Visit, form: Mapping[str, str]) -> Response:
    portal = get_portal()
    if visit.situation is None:
        return show_bad_input(visit.language)
    view = portal.build_view(visit.situation, portal.today(), visit.language)
    asked = journey.list_questions(portal.catalogue, visit.situation, visit.asked)
    askings = {asking.id: asking for asking in asked}
    return visit.show("light/overview.html", view=view, askings=askings, today=portal.today())


def _show_agencies(visit: Visit, form: Mapping[str, str]) -> Response:
    portal = get_portal()
    if visit.situation is None:
        return show_bad_input(visit.language)
    view = portal.build_view(visit.situation, portal.today(), visit.language)
    return visit.show("light/agencies.html", view=view)


_ACTIONS = {
    "begin": _begin,
    "question": _ask,
    "answer": _answer,
    "choose": _choose,
    "overview": _show_overview,
    "agencies": _show_agencies,
}
