"""The whole overview in words: groups, picture of time, agencies, cases, help, terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from i18n.catalogues import MACHINE_DRAFT, find_translator
from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.guidance import Sign
from overview.domain.overview import PersonalOverview
from overview.domain.plan import Group, Plan
from overview.domain.remembered import Remembered
from overview.domain.signs import find_signs
from overview.domain.situation import Situation
from overview.words.agency_view import view_help
from overview.words.agreement_view import say_keeping, view_together
from overview.words.case_view import view_reading
from overview.words.debt_view import say_not_added, view_debts
from overview.words.letter_view import pick_help_around
from overview.words.paper_words import PAPER_WORDS
from overview.words.reasons import say_warning
from overview.words.sign_view import list_sequels, view_sign
from overview.words.speaking import Words, msg
from overview.words.steps_view import SaidSteps
from overview.words.term_view import Terms
from overview.words.text import Sentence
from overview.words.timeline_view import find_renewal, view_timeline
from overview.words.view import CaseSourceView, GroupView, OverviewView, SignView, StepView

_HEADINGS: Final[dict[Group, tuple[str, str]]] = {
    Group.NOW: (msg("Dit doet u eerst"), ""),
    Group.NEXT: (msg("Daarna"), ""),
    Group.LATER: (msg("Later"), msg("Dit hoeft nu nog niet.")),
    Group.MAYBE: (msg("Misschien"), msg("Eén antwoord maakt duidelijk of dit voor u geldt.")),
    Group.WAITING: (msg("Wachten"), msg("Dit doen anderen, of u wacht op antwoord.")),
    Group.DONE: (msg("Gedaan"), ""),
}


def build_view(overview: PersonalOverview, language: str) -> OverviewView:
    """The overview in `language`: the one thing every form shows."""
    return view_overview(Words(language, overview.plan.today), overview)


def view_overview(
    words: Words, overview: PersonalOverview, remembered: Remembered | None = None
) -> OverviewView:
    """The overview in these words: in one language, or for a joint screen in two.

    What `remembered` holds of an earlier overview, and what would say the same again, is the same object.
    """
    plan, catalogue, situation = overview.plan, overview.catalogue, overview.situation
    remembered = remembered if remembered is not None else Remembered()
    remembered.begin((words.languages, words.today, catalogue))
    take = remembered.take
    said = SaidSteps(words, overview, remembered)
    steps = said.view_steps()
    fixed = take("fixed", None, lambda: _say_fixed(words, catalogue))
    open_terms = tuple(steps[planned.id].terms for planned in plan.steps if planned.group is not Group.DONE)
    groups = (_view_group(words, group, plan, steps) for group in Group)
    told = (situation.life_events, situation.letters, situation.debts)
    events = tuple(occurrence.life_event for occurrence in situation.life_events)
    renew_on = find_renewal(plan)
    return OverviewView(
        language=words.language,
        direction=words.direction,
        situation=take("situation", told, lambda: _say_situation(words, situation, catalogue)),
        nothing_kept=say_keeping(words, overview.conversation),
        groups=tuple(group for group in groups if group.steps),
        warnings=tuple(say_warning(words, warning, plan, catalogue) for warning in plan.warnings),
        timeline=view_timeline(words, plan, steps, remembered),
        agencies=said.view_agencies(),
        cases=tuple(_view_reading(words, reading, catalogue, remembered) for reading in overview.cases),
        renew=take(
            "renew",
            renew_on,
            lambda: words.say("Vraag een nieuw overzicht na {day}.", day=words.day(renew_on)),
        ),
        terms=take("terms", open_terms, lambda: _sort_terms(open_terms)),
        signs=tuple(
            _view_sign(words, sign, catalogue, remembered)
            for sign in find_signs(situation, catalogue, plan, plan.today)
        ),
        sequels=take("sequels", events, lambda: list_sequels(words, situation, catalogue)),
        help_around=take("around", events, lambda: pick_help_around(words, catalogue, events)),
        debts=take("debts", situation.debts, lambda: view_debts(words, situation.debts, catalogue)),
        together=(
            view_together(words, overview.conversation, situation, catalogue)
            if overview.conversation
            else None
        ),
        **fixed,
    )


def _say_fixed(words: Words, catalogue: Catalogue) -> dict[str, Any]:
    """What every overview says alike in these words on this day."""
    return {
        "title": words.say("Mijn overzicht"),
        "timeline_heading": words.say("Wat valt wanneer"),
        "agencies_heading": words.say("Met wie u te maken heeft"),
        "cases_heading": words.say("Hoe staat het met mijn zaken"),
        "help": view_help(words, catalogue),
        "made_on": words.say("Gemaakt op {day}.", day=words.day(words.today)),
        "check_note": _say_check_note(words),
        "terms_heading": words.say("Woorden in dit overzicht"),
        "words": {key: words.say(text) for key, text in PAPER_WORDS.items()},
        "signs_heading": words.say("Misschien iets voor u"),
        "help_around_heading": words.say("Wie u nog meer kan helpen"),
        "debts_heading": words.say("Wat u nog moet betalen"),
        "debts_note": say_not_added(words),
    }


def _view_reading(
    words: Words, reading: CaseReading, catalogue: Catalogue, remembered: Remembered
) -> CaseSourceView:
    # A form shows minutes: what was read in the same one says the same.
    shown = replace(reading, read_at=reading.read_at.replace(second=0, microsecond=0))
    name = ("reading", reading.source, reading.agency, reading.name)
    return remembered.take(name, shown, lambda: view_reading(words, shown, catalogue))


def _view_sign(words: Words, sign: Sign, catalogue: Catalogue, remembered: Remembered) -> SignView:
    return remembered.take(("sign", sign.id), sign, lambda: view_sign(words, sign, catalogue))


def _view_group(words: Words, group: Group, plan: Plan, steps: Mapping[str, StepView]) -> GroupView:
    heading, explanation = _HEADINGS[group]
    own = tuple(steps[planned.id] for planned in plan.steps if planned.group is group)
    return GroupView(group.value, words.say(heading), words.find(explanation), own)


def _say_situation(words: Words, situation: Situation, catalogue: Catalogue) -> Sentence:
    parts = []
    for occurrence in situation.life_events:
        event = catalogue.life_events[occurrence.life_event]
        if occurrence.on is None:
            parts.append(words.say("U vertelde: {what}.", what=words.say(event.title)))
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


@lru_cache(maxsize=32)
def _is_draft(language: str) -> bool:
    return find_translator(language) == MACHINE_DRAFT


def _say_check_note(words: Words) -> Sentence | None:
    if not _is_draft(words.language):
        return None
    return words.say("Een computer maakte deze vertaling. Niemand keek haar na. De Nederlandse tekst geldt.")


def _sort_terms(terms_of_steps: tuple[Terms, ...]) -> Terms:
    """The terms that occur in the open steps, each with its plain explanation."""
    found = {term.plain: (term, meaning) for terms in terms_of_steps for term, meaning in terms}
    return tuple(found[term] for term in sorted(found))
