"""The words for reasons and warnings: one sentence per code, in plain Dutch, never blaming."""

from __future__ import annotations

from datetime import date
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.own_steps import Doer
from overview.domain.plan import Group, Plan, PlannedStep, PlanWarning
from overview.domain.told import Told
from overview.words.agreement_view import say_doer
from overview.words.speaking import Value, Words, msg
from overview.words.text import Sentence

REASONS: Final[dict[str, str]] = {
    "own_choice": msg("U zette deze stap zelf vooraan."),
    "asked_to_return": msg("U zou wachten tot {on}. Vraag nu hoe het staat."),
    "missed_still_useful": msg("Doe het toch. Het heeft nog zin."),
    "basic_need": msg("Het gaat om uw huis, uw inkomen of uw zorg."),
    "right_lost": msg("Na {on} vervalt uw recht."),
    "money_lost": msg("Dat scheelt u geld."),
    "duty": msg("Het moet van de wet."),
    "last_day": msg("Deze laatste dag staat vast."),
    "date_unknown": msg("De laatste dag staat in uw brief."),
    "advised_basic_need": msg("Wacht hier niet mee. Het gaat om uw huis, uw inkomen of uw zorg."),
    "advised_right": msg("Wacht hier niet mee. Later kan het soms niet meer."),
    "advised_money": msg("Doe dit op tijd. Dat scheelt geld of zorgen."),
    "advised_duty": msg("Stel dit niet lang uit. Vraag gerust hulp."),
    "advised": msg("Dit is een goed moment om het te doen."),
    "entitled": msg("U heeft hier misschien recht op. Hoe eerder u het doet, hoe eerder u het weet."),
    "helps": msg("Dit helpt u verder. Hoe eerder u het doet, hoe beter."),
    "no_hurry": msg("Dit heeft geen haast."),
    "possible_from": msg("Dit kan pas vanaf {on}."),
    "put_off": msg("U schoof dit op tot {on}."),
    "waits_for_others": msg("Dit kan pas na: {title} ({agency})."),
    "waits_for_step": msg("Dit kan pas na: {title}."),
    "question": msg("Misschien geldt dit voor u. Eén antwoord maakt het duidelijk."),
    "others_do_this": msg("Dit doet een ander voor u: {agency}."),
    "you_wait": msg("U wacht op antwoord tot {on}."),
    "you_wait_open": msg("U wacht op antwoord."),
    "case_waits": msg("De organisatie wacht op u. Zonder uw antwoord gaat het niet verder."),
    "case_runs": msg("Dit heeft u al gedaan. Het staat bij uw zaken."),
    "own_step": msg("U zette deze stap zelf op de lijst."),
    "done": msg("Gedaan op {on}."),
}

WARNINGS: Final[dict[str, str]] = {
    "date_needed": msg("Kijk op uw brief welke datum er staat. Vul die in. Dan weet u de laatste dag."),
    "little_time": msg("Deze stap kan pas vanaf {on}. Daarna heeft u weinig tijd: {title}."),
    "pin_not_possible": msg("Deze stap kan nu niet vooraan staan: {title}."),
    "fact_expired": msg("Wij moeten dit opnieuw nakijken. Vraag het na bij de organisatie: {title}."),
}


_COMES_FIRST: Final = frozenset({"basic_need", "right_lost", "duty"})
_SAYS_WHO_WAITS: Final = frozenset(
    {"basic_need", "right_lost", "money_lost", "duty", "last_day", "missed_still_useful"}
)


def say_reason(words: Words, planned: PlannedStep, catalogue: Catalogue) -> Sentence:
    """Why a step stands where it stands, and what waits for it."""
    reason = _say_code(words, planned, catalogue)
    if planned.reason.code in _COMES_FIRST and planned.group is Group.NOW:
        reason = words.join([words.say("Dit gaat voor."), reason], " ")
    if planned.reason.code in _SAYS_WHO_WAITS and planned.waited_for_by:
        waiting = words.say_many(
            "Er wacht {count} andere stap op.",
            "Er wachten {count} andere stappen op.",
            len(planned.waited_for_by),
        )
        return words.join([reason, waiting], " ")
    return reason


def _say_code(words: Words, planned: PlannedStep, catalogue: Catalogue) -> Sentence:
    reason = planned.reason
    values = {key: _say_value(words, key, value, catalogue) for key, value in reason.values.items()}
    if reason.code == "taken_over":
        return say_doer(words, Doer(str(reason.values["who"])), values["agency"])
    if reason.code == "other_waits":
        if "on" in values:
            return words.say(
                "Dit is nodig voor een andere stap: {title}. Die moet klaar zijn op {on}.", **values
            )
        return words.say("Dit is nodig voor een andere stap: {title}.", **values)
    if reason.code == "others_wait":
        count = int(str(reason.values["count"]))
        return words.say_many(
            "Doe dit eerst. Er wacht {count} andere stap op.",
            "Doe dit eerst. Er wachten {count} andere stappen op.",
            count,
        )
    is_told = planned.due_after is not None and planned.due_after == reason.values.get("title")
    if is_told and reason.code == "waits_for_others":  # The line above already names that step.
        return words.say("Eerst is {agency} aan de beurt.", **values)
    return words.say(REASONS[reason.code], **values)


def say_warning(words: Words, warning: PlanWarning, plan: Plan, catalogue: Catalogue) -> Sentence:
    """One warning, with the steps it is about named in it."""
    values = {key: _say_value(words, key, value, catalogue) for key, value in warning.values.items()}
    values["title"] = _join_titles(words, warning, plan)
    days = warning.days or 0
    if warning.code == "more_due_today":
        return words.say_many(
            "Voor {count} stap is vandaag de laatste dag: {title}. Lukt dat niet? Bel vandaag om hulp.",
            "Voor {count} stappen is vandaag de laatste dag: {title}. Lukt dat niet? Bel vandaag om hulp.",
            len(warning.step_ids),
            **values,
        )
    if warning.code == "late_by_choice":
        return words.say_many(
            "Door uw keuze komt dit {count} dag te laat: {title}.",
            "Door uw keuze komt dit {count} dagen te laat: {title}.",
            days,
            **values,
        )
    if warning.code == "waiting_too_long":
        return words.say_many(
            "U wacht al {count} dag langer dan afgesproken. Vraag hoe het staat: {title}.",
            "U wacht al {count} dagen langer dan afgesproken. Vraag hoe het staat: {title}.",
            days,
            **values,
        )
    return words.say(WARNINGS[warning.code], **values)


def _say_value(words: Words, key: str, value: object, catalogue: Catalogue) -> Value:
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, Told):
        return words.told(value)
    if key == "title":
        return words.say(str(value))
    if key == "agency":
        agency = catalogue.agencies.get(str(value))
        return words.dutch(agency.name) if agency else str(value)
    return value if isinstance(value, int) else str(value)


def _join_titles(words: Words, warning: PlanWarning, plan: Plan) -> Sentence:
    titles = {planned.id: planned.step.named for planned in plan.steps}
    parts = [
        words.name(titles[step_id]) if step_id in titles else words.say(step_id)
        for step_id in warning.step_ids
    ]
    return words.join(parts, "; ")
