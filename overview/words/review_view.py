"""A life event as a lawyer or counsellor reviews it: every step, rule, condition and source.

The same view model as an overview, so that the review shows what the citizen reads; rules and
conditions stand beside it. Dutch only: its readers are those who sign the Dutch sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from overview.domain.catalogue import Catalogue, LifeEvent
from overview.domain.conversation import Agreement
from overview.domain.plan import Certainty, Group, PlannedStep, Reason
from overview.domain.steps import Base, Confidence, DoneBy, DueKind, Seen, Step, Term, Unit
from overview.words.agency_view import view_agency, view_help
from overview.words.paper_words import PAPER_WORDS
from overview.words.review_conditions import say_condition
from overview.words.speaking import Words
from overview.words.step_view import view_step
from overview.words.text import Sentence
from overview.words.view import GroupView, OverviewView, StepView

_UNITS: Final = {
    Unit.DAYS: ("dag", "dagen"),
    Unit.WORKING_DAYS: ("werkdag", "werkdagen"),
    Unit.WEEKS: ("week", "weken"),
    Unit.MONTHS: ("maand", "maanden"),
    Unit.YEARS: ("jaar", "jaar"),
}
_CONFIDENCE: Final = {Confidence.HIGH: "hoog", Confidence.MEDIUM: "middel", Confidence.LOW: "laag"}


def build_review(event: LifeEvent, catalogue: Catalogue, today: date) -> OverviewView:
    """Everything there is to review about one life event, as on `today`."""
    words = Words("nl", today)
    own = [step for step in event.steps if step.done_by is DoneBy.CITIZEN]
    others = [step for step in event.steps if step.done_by is not DoneBy.CITIZEN]
    numbers = {id(step): number for number, step in enumerate((*own, *others), 1)}

    def group(code: str, heading: str, steps: list[Step]) -> GroupView:
        views = tuple(_view(words, step, event, catalogue, numbers[id(step)]) for step in steps)
        return GroupView(code, words.dutch(heading), None, views)

    return OverviewView(
        language="nl",
        direction="ltr",
        title=words.dutch(f"Ter controle: {event.title}"),
        situation=words.dutch(f"Levensgebeurtenis {event.id}. De dag: {event.on_text}"),
        nothing_kept=words.dutch(_list_questions(event)),
        groups=(
            group("next", "Stappen van de inwoner", own),
            group("now", "Stappen van anderen", others),
        ),
        warnings=tuple(words.dutch(text) for text in _find_doubts(event, today)),
        timeline_heading=words.dutch(""),
        timeline=(),
        agencies_heading=words.dutch("Organisaties"),
        agencies=tuple(
            view_agency(words, catalogue.agencies[name], catalogue.counter)
            for name in sorted({step.agency for step in event.steps})
        ),
        cases_heading=words.dutch(""),
        cases=(),
        help=view_help(words, catalogue),
        made_on=words.say("Gemaakt op {day}.", day=words.day(today)),
        renew=words.dutch("Bewaar deze versie met uw opmerkingen en uw naam."),
        check_note=None,
        terms_heading=words.dutch("Woorden"),
        terms=(),
        words={key: words.say(text) for key, text in PAPER_WORDS.items()},
    )


def _view(words: Words, step: Step, event: LifeEvent, catalogue: Catalogue, number: int) -> StepView:
    planned = PlannedStep(
        id=step.id if step.valid_from is None else f"{step.id}-{step.valid_from}",
        step=step,
        life_events=(event.id,),
        group=Group.NEXT,
        certainty=Certainty.YES,
        consequence=step.level,
        due_kind=step.deadline.kind if step.deadline else DueKind.NONE,
        reason=Reason("advised"),
    )
    agency = view_agency(words, catalogue.agencies[step.agency], catalogue.counter)
    seen = view_step(words, planned, agency, catalogue, Agreement())
    titles = {other.id: other.title for other in event.steps}
    labels = tuple(words.dutch(text) for text in _rules(step, titles))
    return replace(
        seen,
        number=number,
        due=_say_deadline(words, step, titles),
        reason=words.dutch(_say_conditions(step, event)),
        labels=labels,
    )


def _say_deadline(words: Words, step: Step, titles: Mapping[str, str]) -> Sentence:
    if step.deadline is None:
        return words.dutch("Geen termijn")
    kind = "Termijn volgens de wet" if step.deadline.kind is DueKind.HARD else "Ons advies"
    moves = " (Algemene termijnenwet geldt)" if step.deadline.term.terms_act else ""
    return words.dutch(f"{kind}: {say_term(step.deadline.term, titles)}{moves}")


def say_term(term: Term, titles: Mapping[str, str]) -> str:
    """A term in Dutch words: `5 dagen na de gebeurtenis`. `titles` are those of steps by id."""
    base = {
        Base.EVENT: "de dag van de gebeurtenis",
        Base.DATE: term.base_id,
        Base.ANSWER: f"het antwoord op {term.base_id}",
        Base.LETTER: f"de datum op de brief ({term.base_id})",
        Base.STEP: f"de stap: {titles.get(term.base_id, term.base_id)}",
    }[term.base]
    if term.base_days:
        one, many = _UNITS[Unit.DAYS]
        days = abs(term.base_days)
        base = f"{days} {one if days == 1 else many} {'na' if term.base_days > 0 else 'vóór'} {base}"
    if term.count == 0:
        return f"op {base}"
    one, many = _UNITS[term.unit]
    side = "na" if term.count > 0 else "vóór"
    return f"{abs(term.count)} {one if abs(term.count) == 1 else many} {side} {base}"


def _say_conditions(step: Step, event: LifeEvent) -> str:
    if not step.applies_if:
        return "Geldt altijd."
    return f"Geldt als: {'; en '.join(say_condition(name, event) for name in step.applies_if)}."


def _rules(step: Step, titles: Mapping[str, str]) -> list[str]:
    rules = [
        f"id {step.id} · niveau {step.level} · zekerheid {_CONFIDENCE[step.confidence]} · "
        f"opnieuw nakijken vóór {step.review_on}"
    ]
    if step.start_from:
        rules.append(f"Kan vanaf: {say_term(step.start_from, titles)}")
    if step.lead_days:
        rules.append(f"Doorlooptijd: {step.lead_days} werkdagen")
    if step.waits_for:
        rules.append(f"Wacht op: {'; '.join(titles.get(other, other) for other in step.waits_for)}")
    if step.can_start_without:
        others = "; ".join(titles.get(other, other) for other in step.can_start_without)
        rules.append(f"Kan beginnen zonder: {others}")
    if step.is_duty:
        rules.append("Plicht volgens de wet; er vervalt geen recht")
    if step.valid_from or step.valid_until:
        rules.append(f"Geldig van {step.valid_from or 'begin'} tot en met {step.valid_until or 'nu'}")
    rules += [f"Wet: {source.law}, artikel {source.article}" for source in step.sources if source.law]
    return rules


def _list_questions(event: LifeEvent) -> str:
    return "Vragen: " + " · ".join(
        f"{question.text} ({' / '.join(choice.text for choice in question.choices) or 'datum'})"
        for question in event.questions
    )


def _find_doubts(event: LifeEvent, today: date) -> list[str]:
    """What a reviewer must look at first: unsourced, uncertain or past its time."""
    doubts = []
    for step in event.steps:
        if step.review_on < today:
            doubts.append(f"{step.title}: opnieuw nakijken sinds {step.review_on}")
        elif all(source.seen is Seen.GENERAL_KNOWLEDGE for source in step.sources):
            doubts.append(f"{step.title}: alleen algemene kennis")
        elif step.confidence is Confidence.LOW:
            doubts.append(f"{step.title}: zekerheid laag")
    return doubts
