"""The counter in words: its way of working, its professional lines, and the line of time of a story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from i18n.languages import WRITTEN
from overview.domain.catalogue import Catalogue, Counter
from overview.domain.conversation import Conversation, Interpreter, Keeping, StoryTime
from overview.domain.situation import Situation
from overview.words.agency_view import make_tel, name_agency
from overview.words.speaking import Words, msg
from overview.words.text import Sentence

STAFF: Final[dict[str, str]] = {
    "contact_centre": msg("Hier werken mensen van het klantcontactcentrum."),
    "social_counsellors": msg("Hier werken sociaal raadslieden."),
    "lawyers": msg("Hier werken juristen."),
    "partners": msg("Hier werken mensen van veel organisaties samen."),
    "volunteers": msg("Hier werken vrijwilligers."),
    "municipal_team": msg("Hier werken mensen van de gemeente."),
}
REFERRERS: Final[dict[str, str]] = {
    "self": msg("Zelf gekomen"),
    "call_centre": msg("Via het telefoonnummer van de gemeente"),
    "agencies": msg("Via een andere organisatie"),
    "neighbourhood_teams": msg("Via het buurtteam"),
    "volunteers_outreach": msg("Een vrijwilliger zocht de inwoner op"),
    "partners": msg("Via een partner op het plein"),
    "stip": msg("Via een Stip in de buurt"),
}
INTERPRETERS: Final[dict[Interpreter, str]] = {
    Interpreter.NOT_NEEDED: msg("Geen tolk nodig"),
    Interpreter.WORKER: msg("De medewerker spreekt de taal"),
    Interpreter.PROFESSIONAL: msg("Een tolk is hier"),
    Interpreter.BY_PHONE: msg("Een tolk aan de telefoon"),
    Interpreter.ADULT: msg("Een volwassene die de inwoner zelf meebrengt"),
}
KEEPINGS: Final[dict[Keeping, str]] = {
    Keeping.NOTHING: msg("Niets bewaren"),
    Keeping.CLAIM_CODE: msg("Bewaren met een code op papier"),
    Keeping.EXISTING: msg("Een overzicht openen dat er al is"),
}
TIMES: Final[dict[StoryTime, str]] = {
    StoryTime.BEFORE: msg("Wat er eerst gebeurde"),
    StoryTime.NOW: msg("Hoe het nu is"),
    StoryTime.EXPECTED: msg("Wat u verwacht"),
}


@dataclass(frozen=True, slots=True)
class LineView:
    """Professionallijn in woorden; only ever shown to workers."""

    agency: Sentence
    number: str
    tel: str
    hours: Sentence
    can_do: tuple[Sentence, ...]
    example: Sentence | None


@dataclass(frozen=True, slots=True)
class CounterView:
    """Loket in woorden, for the worker: how people come, who works there, what it can do."""

    name: Sentence
    ways: tuple[Sentence, ...]
    lines_heading: Sentence
    lines: tuple[LineView, ...]
    no_lines: Sentence | None
    example: Sentence | None


@dataclass(frozen=True, slots=True)
class MomentView:
    """Moment op de lijn: what, and the day where it is known."""

    said: Sentence
    day: Sentence | None


@dataclass(frozen=True, slots=True)
class TimeView:
    """Deel van de lijn van de tijd: before, now or expected."""

    code: str
    heading: Sentence
    moments: tuple[MomentView, ...]


def view_counter(words: Words, counter: Counter, catalogue: Catalogue) -> CounterView:
    """A counter as its workers need it."""
    example = words.say("Voorbeeld. De gemeente vult hier haar eigen gegevens in.")
    return CounterView(
        name=words.dutch(counter.name),
        ways=tuple(_list_ways(words, counter)),
        lines_heading=words.say("Directe nummers naar organisaties"),
        lines=tuple(
            LineView(
                name_agency(words, catalogue, line.agency),
                line.number,
                make_tel(line.number),
                words.say(line.hours),
                tuple(words.say(task) for task in line.can_do),
                example if line.is_example else None,
            )
            for line in counter.lines
        ),
        no_lines=(
            None
            if counter.lines
            else words.say("Dit loket heeft geen directe nummers. Bel samen het gewone nummer.")
        ),
        example=example if counter.is_example else None,
    )


def _list_ways(words: Words, counter: Counter) -> list[Sentence]:
    ways = [words.say(STAFF[counter.staffed_by])]
    if counter.has_walk_in:
        ways.append(words.say("Mensen lopen hier zo binnen."))
    elif counter.referred_by:
        ways.append(words.say("Mensen komen hier via een ander. Zij lopen niet zo binnen."))
    if counter.has_appointments:
        ways.append(words.say("Mensen maken hier een afspraak."))
    if counter.visits_people:
        ways.append(words.say("U gaat ook bij mensen langs."))
    if counter.has_case_management:
        ways.append(words.say("U mag stappen overnemen en iemand blijven volgen."))
    else:
        ways.append(words.say("U helpt vandaag. Is er meer nodig? Draag dan warm over."))
    if counter.has_quiet_room:
        ways.append(words.say("Er is een stille kamer. Vraag of de inwoner daar wil zitten."))
    spoken = ", ".join(WRITTEN[code].own_name for code in counter.spoken if code in WRITTEN)
    ways.append(words.say("Hier spreken mensen: {languages}.", languages=words.dutch(spoken)))
    return ways


def view_line(
    words: Words, conversation: Conversation, situation: Situation | None, catalogue: Catalogue
) -> tuple[TimeView, ...]:
    """The line of time: life events by their day, and what the citizen told, in order of telling."""
    found: dict[StoryTime, list[MomentView]] = {time: [] for time in StoryTime}
    for occurrence in situation.life_events if situation else ():
        event = catalogue.life_events[occurrence.life_event]
        day = words.day(occurrence.on) if occurrence.on else None
        found[_find_time(occurrence.on, words)].append(MomentView(words.say(event.title), day))
    for held in situation.letters if situation else ():
        kind = catalogue.letters[held.kind]
        day = words.day(held.dated) if held.dated else None
        found[StoryTime.NOW].append(
            MomentView(words.say("Een brief: {name}.", name=words.dutch(kind.name)), day)
        )
    for moment in conversation.list_line():
        day = words.day(moment.on) if moment.on else None
        found[moment.time].append(MomentView(words.told(moment.told), day))
    return tuple(TimeView(time, words.say(TIMES[time]), tuple(found[time])) for time in StoryTime)


def _find_time(on: date | None, words: Words) -> StoryTime:
    if on is None or on == words.today:
        return StoryTime.NOW
    return StoryTime.BEFORE if on < words.today else StoryTime.EXPECTED
