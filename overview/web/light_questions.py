"""Questions on the light page: begin, ask one at a time, take an answer, settle one beside a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from starlette.responses import Response

from overview.domain.situation import UNKNOWN, Answer
from overview.web import journey
from overview.web.light_overview import show_now
from overview.web.light_visit import Visit
from overview.web.messages import show_bad_input
from overview.wiring import get_portal


def begin(visit: Visit, form: Mapping[str, str]) -> Response:
    """A life event was chosen: on to its questions."""
    event = form.get("event", "")
    if event not in get_portal().catalogue.life_events:
        return show_bad_input(visit.language)
    begun = visit.with_told(journey.tell_also(visit.situation, event))
    return ask(replace(begun, asked=frozenset()), form)


def ask(visit: Visit, form: Mapping[str, str], key: str = "", is_wrong: bool = False) -> Response:
    """The question that was asked for, else the first open one, else the overview."""
    if visit.situation is None:
        return show_bad_input(visit.language)
    asked = journey.list_questions(get_portal().catalogue, visit.situation, visit.asked)
    wanted = key or form.get("question", "")
    asking = next((one for one in asked if one.key == wanted), None) or journey.find_next(asked)
    if asking is None:
        return show_now(visit, form)
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


def answer(visit: Visit, form: Mapping[str, str], is_settling: bool = False) -> Response:
    """Take an answer; a day that cannot be read is asked again."""
    if visit.situation is None:
        return show_bad_input(visit.language)
    key, _, value = form.get("settle" if is_settling else "reply", "").partition("=")
    asked = journey.list_questions(get_portal().catalogue, visit.situation, visit.asked)
    asking = next((one for one in asked if one.key == key), None)
    if asking is None:
        return show_bad_input(visit.language)
    answer = _read_answer(asking, value, form)
    if answer is None:
        return ask(visit, form, key, is_wrong=True)
    told = visit.with_told(journey.answer(visit.situation, asking, answer))
    answered = replace(told, asked=visit.asked | {asking.key})
    return show_now(answered, form) if is_settling else ask(answered, {})


def settle(visit: Visit, form: Mapping[str, str]) -> Response:
    """An answer given beside a step: back to the overview."""
    return answer(visit, form, is_settling=True)


def _read_answer(asking: journey.Asking, value: str, form: Mapping[str, str]) -> Answer | None:
    if value == UNKNOWN:
        return UNKNOWN
    if asking.question.kind == "date":
        boxes = (form.get("day", ""), form.get("month", ""), form.get("year", ""))
        return journey.read_day(*boxes, get_portal().today())
    return value if value in {choice.id for choice in asking.question.choices} else None
