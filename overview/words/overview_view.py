"""The whole overview in words: groups, picture of time, agencies, cases, help, terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from i18n.catalogues import MACHINE_DRAFT, find_translator
from overview.domain.calendar import add_working_days
from overview.domain.catalogue import Catalogue
from overview.domain.overview import PersonalOverview
from overview.domain.plan import Group, Plan, PlannedStep
from overview.domain.signs import find_signs
from overview.domain.situation import Situation
from overview.domain.steps import DueKind
from overview.words.agency_view import list_events, view_agency, view_help
from overview.words.agreement_view import say_keeping, view_together
from overview.words.case_view import say_cases_of_steps, view_reading
from overview.words.debt_view import say_not_added, view_debts
from overview.words.due_words import say_distance
from overview.words.letter_view import pick_help_around
from overview.words.paper_words import PAPER_WORDS
from overview.words.reasons import say_warning
from overview.words.sign_view import list_sequels, view_sign
from overview.words.speaking import Words, msg
from overview.words.step_view import view_step
from overview.words.term_view import Terms
from overview.words.text import Sentence
from overview.words.view import AgencyView, GroupView, MarkView, OverviewView, StepView

_HEADINGS: Final[dict[Group, tuple[str, str]]] = {
    Group.NOW: (msg("Dit doet u eerst"), ""),
    Group.NEXT: (msg("Daarna"), ""),
    Group.LATER: (msg("Later"), msg("Dit hoeft nu nog niet.")),
    Group.MAYBE: (msg("Misschien"), msg("Eén antwoord maakt duidelijk of dit voor u geldt.")),
    Group.WAITING: (msg("Wachten"), msg("Dit doen anderen, of u wacht op antwoord.")),
    Group.DONE: (msg("Gedaan"), ""),
}
_NUMBERED: Final = (Group.NOW, Group.NEXT, Group.LATER)
_WORKING_DAYS_FRESH: Final = 10


def build_view(overview: PersonalOverview, language: str) -> OverviewView:
    """The overview in `language`: the one thing every form shows."""
    return view_overview(Words(language, overview.plan.today), overview)


def view_overview(words: Words, overview: PersonalOverview) -> OverviewView:
    """The overview in these words: in one language, or for a joint screen in two."""
    plan, catalogue = overview.plan, overview.catalogue
    numbers = _number(plan)
    by_agency = _numbers_by_agency(plan, numbers)
    events = list_events(catalogue)
    agencies = {
        agency_id: view_agency(
            words, catalogue.agencies[agency_id], catalogue.counter, own, events.get(agency_id, ())
        )
        for agency_id, own in by_agency.items()
    }
    of_cases = say_cases_of_steps(words, overview)
    steps = {
        planned.id: replace(
            _view(words, planned, agencies, overview, numbers, by_agency), case=of_cases.get(planned.id)
        )
        for planned in plan.steps
    }
    groups = tuple(
        group for group in (_view_group(words, group, plan, steps) for group in Group) if group.steps
    )
    return OverviewView(
        language=words.language,
        direction=words.direction,
        title=words.say("Mijn overzicht"),
        situation=_say_situation(words, overview.situation, catalogue),
        nothing_kept=say_keeping(words, overview.conversation),
        groups=groups,
        warnings=tuple(say_warning(words, warning, plan, catalogue) for warning in plan.warnings),
        timeline_heading=words.say("Wat valt wanneer"),
        timeline=_view_timeline(words, plan, steps),
        agencies_heading=words.say("Met wie u te maken heeft"),
        agencies=tuple(agencies.values()),
        cases_heading=words.say("Hoe staat het met mijn zaken"),
        cases=tuple(view_reading(words, reading, catalogue) for reading in overview.cases),
        help=view_help(words, catalogue),
        made_on=words.say("Gemaakt op {day}.", day=words.day(plan.today)),
        renew=words.say("Vraag een nieuw overzicht na {day}.", day=words.day(find_renewal(plan))),
        check_note=_say_check_note(words),
        terms_heading=words.say("Woorden in dit overzicht"),
        terms=_find_terms(plan, steps),
        words={key: words.say(text) for key, text in PAPER_WORDS.items()},
        signs_heading=words.say("Misschien iets voor u"),
        signs=tuple(
            view_sign(words, sign, catalogue)
            for sign in find_signs(overview.situation, catalogue, plan, plan.today)
        ),
        sequels=list_sequels(words, overview.situation, catalogue),
        help_around_heading=words.say("Wie u nog meer kan helpen"),
        help_around=pick_help_around(
            words, catalogue, tuple(told.life_event for told in overview.situation.life_events)
        ),
        debts_heading=words.say("Wat u nog moet betalen"),
        debts=view_debts(words, overview.situation.debts, catalogue),
        debts_note=say_not_added(words),
        together=(
            view_together(words, overview.conversation, overview.situation, catalogue)
            if overview.conversation
            else None
        ),
    )


def _number(plan: Plan) -> dict[str, int]:
    shown = [planned.id for planned in plan.steps if planned.group in _NUMBERED]
    return {step_id: number for number, step_id in enumerate(shown, 1)}


def _numbers_by_agency(plan: Plan, numbers: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for planned in plan.steps:
        own = (numbers[planned.id],) if planned.id in numbers else ()
        found[planned.step.agency] = found.get(planned.step.agency, ()) + own
    return found


def _view(
    words: Words,
    planned: PlannedStep,
    agencies: Mapping[str, AgencyView],
    overview: PersonalOverview,
    numbers: Mapping[str, int],
    by_agency: Mapping[str, tuple[int, ...]],
) -> StepView:
    number = numbers.get(planned.id)
    agency = agencies[planned.step.agency]
    is_named = agency.kind != "other"  # "other" gathers unrelated shops and services
    also = tuple(n for n in by_agency[planned.step.agency] if n != number) if number and is_named else ()
    return view_step(words, planned, agency, overview, number, also)


def _view_group(words: Words, group: Group, plan: Plan, steps: Mapping[str, StepView]) -> GroupView:
    heading, explanation = _HEADINGS[group]
    own = tuple(steps[planned.id] for planned in plan.steps if planned.group is group)
    return GroupView(group.value, words.say(heading), words.find(explanation), own)


def _view_timeline(words: Words, plan: Plan, steps: Mapping[str, StepView]) -> tuple[MarkView, ...]:
    """The days that matter, near to far: last days, advised days, first days of what comes later."""
    by_day: dict[date, list[StepView]] = {}
    for planned in plan.steps:
        if planned.group not in _NUMBERED or planned.due_after is not None:
            continue
        if planned.due_on is not None and planned.due_on >= plan.today:
            by_day.setdefault(planned.due_on, []).append(steps[planned.id])
    if not by_day:
        return ()
    length = max((max(by_day) - plan.today).days, 1)
    return tuple(
        MarkView(
            on,
            words.short_day(on),
            say_distance(words, on) or words.say("vandaag"),
            (on - plan.today).days / length,
            tuple(marked),
        )
        for on, marked in sorted(by_day.items())
    )


def _say_situation(words: Words, situation: Situation, catalogue: Catalogue) -> Sentence:
    parts = []
    for occurrence in situation.life_events:
        event = catalogue.life_events[occurrence.life_event]
        if occurrence.on is None:
            parts.append(words.say(event.title))
        else:
            parts.append(words.say(event.happened, on=words.day(occurrence.on)))
    if situation.letters:
        parts.append(
            words.say_many("U heeft {count} brief.", "U heeft {count} brieven.", len(situation.letters))
        )
    if situation.debts:
        parts.append(
            words.say_many("U heeft {count} rekening.", "U heeft {count} rekeningen.", len(situation.debts))
        )
    return words.join(parts, " ")


def find_renewal(plan: Plan) -> date:
    """The day after which the sheet is out of date: the next last day by law, or two weeks on."""
    days = [
        planned.due_on
        for planned in plan.steps
        if planned.group in _NUMBERED
        and planned.due_on is not None
        and planned.due_kind is DueKind.HARD
        and planned.due_on > plan.today
    ]
    return min([*days, add_working_days(plan.today, _WORKING_DAYS_FRESH)])


@lru_cache(maxsize=32)
def _is_draft(language: str) -> bool:
    return find_translator(language) == MACHINE_DRAFT


def _say_check_note(words: Words) -> Sentence | None:
    if not _is_draft(words.language):
        return None
    return words.say("Een computer maakte deze vertaling. Niemand keek haar na. De Nederlandse tekst geldt.")


def _find_terms(plan: Plan, steps: Mapping[str, StepView]) -> Terms:
    """The terms that occur in the open steps, each with its plain explanation."""
    found = {
        term.plain: (term, meaning)
        for planned in plan.steps
        if planned.group is not Group.DONE
        for term, meaning in steps[planned.id].terms
    }
    return tuple(found[term] for term in sorted(found))
