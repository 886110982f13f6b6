"""What must hold between the parts of the content, and what a reviewer must look at again.

Errors refuse the content; notices (facts past their review date, low confidence) are for the
reviewer's list and show as a label to the citizen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from overview.adapters.content_files.case_rules import check_cases
from overview.adapters.content_files.counter_rules import check_counters
from overview.adapters.content_files.finding import Finding
from overview.adapters.content_files.guidance_rules import check_guidance
from overview.adapters.content_files.knowledge import check_knowledge
from overview.domain.catalogue import Catalogue, ContactChannel, LifeEvent, Phone
from overview.domain.conditions import CONDITIONS
from overview.domain.deadlines import is_governed
from overview.domain.graph import find_circle
from overview.domain.steps import Base, DoneBy, Step

_LEVEL_ALWAYS_DATED: Final = 3
_TITLE_WORDS: Final = 8
_CONTACT_REVIEW_DAYS: Final = 90
_FACT_REVIEW_DAYS: Final = 366


def check_content(catalogue: Catalogue, today: date) -> list[Finding]:
    """Everything that does not hold, and everything that must be looked at again."""
    return [
        *(
            finding
            for event in catalogue.life_events.values()
            for finding in _check_event(event, catalogue, today)
        ),
        *_check_circles(catalogue),
        *_check_agencies(catalogue, today),
        *_check_danger(catalogue, today),
        *_check_titles(catalogue),
        *check_guidance(catalogue, today),
        *check_cases(catalogue, today),
        *check_counters(catalogue),
    ]


def _check_event(event: LifeEvent, catalogue: Catalogue, today: date) -> Iterator[Finding]:
    file = f"life_events/{event.id}.toml"
    ids = {step.id for step in event.steps}
    questions = {question.id: question for question in event.questions}
    for question in event.questions:
        if question.kind == "choice" and len(question.choices) < 2:
            yield Finding(f"{file}: question {question.id}", "a choice needs at least two answers")
    for step in event.steps:
        where = f"{file}: step {step.id}"
        yield from _check_references(where, step, catalogue, ids)
        for name in step.applies_if:
            if name not in CONDITIONS:
                yield Finding(f"{where}.applies_if", f"no condition has the name {name!r}{_near(name)}")
            else:
                for asked in CONDITIONS[name].questions:
                    if asked not in questions:
                        yield Finding(
                            f"{where}.applies_if", f"{name!r} asks {asked!r}, which this event does not ask"
                        )
        for term in (step.deadline.term if step.deadline else None, step.start_from):
            if term is None:
                continue
            if term.base in (Base.ANSWER, Base.LETTER):
                asked_for = questions.get(term.base_id)
                if asked_for is None or asked_for.kind != "date":
                    yield Finding(
                        where, f"counts from {term.base_id!r}, which is no date question of this event"
                    )
            if term.base is Base.STEP and term.base_id not in ids:
                yield Finding(where, f"counts from step {term.base_id!r}, which this event does not have")
        yield from _check_facts(where, step, today)
    used = {
        q for step in event.steps for n in step.applies_if if n in CONDITIONS for q in CONDITIONS[n].questions
    }
    used |= {
        term.base_id
        for step in event.steps
        for term in (step.deadline.term if step.deadline else None, step.start_from)
        if term is not None
    }
    for question in event.questions:
        if question.id not in used:
            yield Finding(f"{file}: questions", f"{question.id!r} is asked, but no step depends on it")
    yield from _check_periods(file, event)


def _check_references(where: str, step: Step, catalogue: Catalogue, ids: set[str]) -> Iterator[Finding]:
    if step.agency not in catalogue.agencies:
        yield Finding(f"{where}.agency", f"no agency has the id {step.agency!r}")
    for other in step.waits_for:
        if other not in ids and not _is_known(other, catalogue):
            yield Finding(f"{where}.waits_for", f"no step has the id {other!r}")
    for other in step.can_start_without:
        if other not in step.waits_for:
            yield Finding(f"{where}.can_start_without", f"{other!r} is not in waits_for")


def _is_known(step_id: str, catalogue: Catalogue) -> bool:
    return any(step.id == step_id for event in catalogue.life_events.values() for step in event.steps)


def _near(name: str) -> str:
    words = set(name.split("_"))
    alike = sorted(CONDITIONS, key=lambda other: -len(words & set(other.split("_"))))[:3]
    return f"; near it are {', '.join(alike)}" if alike else ""


def _check_facts(where: str, step: Step, today: date) -> Iterator[Finding]:
    if step.level >= _LEVEL_ALWAYS_DATED and step.deadline is None:
        yield Finding(f"{where}.deadline", f"a step of level {step.level} needs a deadline, hard or advised")
    if len(step.title.split()) > _TITLE_WORDS:
        yield Finding(f"{where}.title", f"has more than {_TITLE_WORDS} words")
    if step.done_by is DoneBy.CITIZEN and not step.channels:
        yield Finding(f"{where}.channels", "the citizen needs at least one way to do it")
    if step.done_by is DoneBy.CITIZEN and "phone" in step.channels and not step.say:
        yield Finding(f"{where}.say", "a step by phone needs what to say")
    if step.done_by is not DoneBy.CITIZEN and not step.ask:
        yield Finding(f"{where}.ask", "a step of others needs when and whom to ask")
    if step.deadline and step.deadline.term.terms_act and not is_governed(step.deadline.term):
        yield Finding(
            f"{where}.deadline.terms_act",
            "articles 1 and 4 keep the Algemene termijnenwet away from this term",
        )
    for source in step.sources:
        if source.checked_on > today:
            yield Finding(f"{where}.source", f"checked_on {source.checked_on} lies after {today}")
    checked = max(source.checked_on for source in step.sources)
    if (step.review_on - checked).days > _FACT_REVIEW_DAYS:
        yield Finding(f"{where}.review_on", "is more than a year after the newest source was checked")
    if step.review_on < today:
        yield Finding(where, f"must be looked at again since {step.review_on}", is_error=False)
    yield from check_knowledge(where, step.sources, step.confidence)


def _check_periods(file: str, event: LifeEvent) -> Iterator[Finding]:
    for number, step in enumerate(event.steps):
        for other in event.steps[:number]:
            starts = max(step.valid_from or date.min, other.valid_from or date.min)
            if step.id == other.id and starts <= min(
                step.valid_until or date.max, other.valid_until or date.max
            ):
                yield Finding(f"{file}: step {step.id}", "stands there twice for the same day")


def _check_titles(catalogue: Catalogue) -> Iterator[Finding]:
    """Two steps that say the same are one step, or one of them is named unclearly."""
    by_title: dict[str, str] = {}
    for event in catalogue.life_events.values():
        for step in event.steps:
            other = by_title.setdefault(step.title, step.id)
            if other != step.id:
                yield Finding(
                    f"life_events/{event.id}.toml: step {step.id}.title", f"is the same as that of {other}"
                )


def _check_circles(catalogue: Catalogue) -> Iterator[Finding]:
    needs: dict[str, set[str]] = {}
    for event in catalogue.life_events.values():
        for step in event.steps:
            needs.setdefault(step.id, set()).update(step.waits_for)
    circle = find_circle(needs)
    if circle:
        yield Finding(
            "life_events: waits_for", f"steps wait for each other in a circle: {' -> '.join(circle)}"
        )


def _check_agencies(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    for agency in catalogue.agencies.values():
        where = f"agencies.toml: agency {agency.id}"
        if not agency.phones and not agency.find_phone:
            yield Finding(where, "needs a phone number or a sentence where to find it (find_phone)")
        for phone in agency.phones:
            yield from _check_contact(f"{where}.phone {phone.number}", phone, today)
        for channel in agency.channels:
            yield from _check_contact(f"{where}.channel {channel.kind}", channel, today)


def _check_danger(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    for exit in catalogue.danger_exits:
        for phone in exit.phones:
            yield from _check_contact(f"danger.toml: exit {exit.id}.phone {phone.number}", phone, today)


def _check_contact(where: str, contact: Phone | ContactChannel, today: date) -> Iterator[Finding]:
    checked = max(source.checked_on for source in contact.sources)
    if checked > today:
        yield Finding(where, f"checked_on {checked} lies after {today}")
    if (contact.review_on - checked).days > _CONTACT_REVIEW_DAYS:
        yield Finding(where, f"review_on is more than {_CONTACT_REVIEW_DAYS} days after checked_on")
    if contact.review_on < today:
        yield Finding(where, f"must be checked again since {contact.review_on}", is_error=False)
