"""How cases stand, in words: with the source and when it was read, and what could not be read."""

from __future__ import annotations

from typing import Final

from i18n.dates import format_clock
from overview.domain.cases import Case, CaseReading, CaseStatus
from overview.domain.catalogue import Catalogue
from overview.words.agency_view import name_agency
from overview.words.speaking import Words, msg
from overview.words.text import Sentence
from overview.words.view import CaseSourceView, CaseView

_STATUSES: Final[dict[CaseStatus, str]] = {
    CaseStatus.RECEIVED: msg("Ontvangen"),
    CaseStatus.IN_PROGRESS: msg("In behandeling"),
    CaseStatus.WAITING_FOR_YOU: msg("Wacht op u"),
    CaseStatus.DECIDED: msg("Besloten"),
    CaseStatus.CLOSED: msg("Afgesloten"),
}
_PROBLEMS: Final[dict[str, str]] = {
    "down": msg("Nu niet te lezen. Bel {agency} om te vragen hoe het staat."),
    "slow": msg("Het antwoord duurde te lang. Bel {agency} om te vragen hoe het staat."),
    "refused": msg("Wij mogen dit niet lezen. Bel {agency} om te vragen hoe het staat."),
    "nonsense": msg("Het antwoord klopt niet. Bel {agency} om te vragen hoe het staat."),
}


def view_reading(words: Words, reading: CaseReading, catalogue: Catalogue) -> CaseSourceView:
    """One source: its cases, or in words why they could not be read."""
    agency = name_agency(words, catalogue, reading.agency)
    clock = words.dutch(format_clock(reading.read_at))
    read_on = reading.read_at.date()
    if read_on == words.today:
        read = words.say("Gelezen vandaag om {time} uur.", time=clock)
    else:
        read = words.say("Gelezen op {day} om {time} uur.", day=words.day(read_on), time=clock)
    if reading.is_sample:
        read = words.join([read, words.say("Dit is een voorbeeld.")], " ")
    problem = words.say(_PROBLEMS[reading.problem], agency=agency) if reading.problem else None
    cases = tuple(_view_case(words, case) for case in reading.cases)
    return CaseSourceView(agency, read, problem, reading.is_sample, cases)


def _view_case(words: Words, case: Case) -> CaseView:
    expected: Sentence | None = None
    if case.expected_on is not None:
        expected = words.say("Antwoord verwacht vóór of op {day}.", day=words.day(case.expected_on))
    return CaseView(
        words.say(case.title),
        words.say(_STATUSES[case.status]),
        case.status.value,
        words.say(case.status_text),
        words.find(case.next_text),
        expected,
    )
