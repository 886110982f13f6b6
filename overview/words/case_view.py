"""How cases stand, in words: with the source and when it was read, and what could not be read."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from i18n.dates import format_clock
from overview.domain.case_terms import Lateness, find_last_day_to_object, find_lateness
from overview.domain.cases import CASE_EVENT, Case, CaseReading, CaseStatus
from overview.domain.catalogue import Catalogue
from overview.domain.overview import PersonalOverview
from overview.words.agency_view import make_tel, name_agency
from overview.words.case_days import say_answer_by, say_lateness, say_objecting, say_to_say
from overview.words.case_text import find_case_text, join_found, mark_personal, say_case_text
from overview.words.speaking import Words, msg
from overview.words.text import Sentence
from overview.words.view import CaseSourceView, CaseView

_STATUSES: Final[dict[CaseStatus, tuple[str, str]]] = {
    CaseStatus.RECEIVED: (msg("Ontvangen"), msg("Uw aanvraag is binnen. U hoeft nu niets te doen.")),
    CaseStatus.IN_PROGRESS: (
        msg("In behandeling"),
        msg("De organisatie werkt eraan. U hoeft nu niets te doen."),
    ),
    CaseStatus.WAITING_FOR_YOU: (msg("Wacht op u"), msg("De organisatie heeft iets van u nodig.")),
    CaseStatus.DECIDED: (msg("Besloten"), msg("De organisatie heeft besloten. Lees uw brief.")),
    CaseStatus.CLOSED: (msg("Afgesloten"), msg("Deze zaak is klaar.")),
}
_PROBLEMS: Final[dict[str, str]] = {
    "reading": msg("Wij lezen dit nu. Het komt er zo bij."),
    "down": msg("Nu niet te lezen. Bel {agency} om te vragen hoe het staat."),
    "slow": msg("Het antwoord duurde te lang. Bel {agency} om te vragen hoe het staat."),
    "refused": msg("Wij mogen dit niet lezen. Bel {agency} om te vragen hoe het staat."),
    "nonsense": msg("Het antwoord klopt niet. Bel {agency} om te vragen hoe het staat."),
    "unsafe": msg("Wij lezen dit niet, voor uw veiligheid. Bel {agency} om te vragen hoe het staat."),
    "partial": msg("Wij konden niet alles lezen. Bel {agency} om te vragen wat hier mist."),
    "not_signed_in": msg("Dit lezen wij pas als u inlogt."),
}
_NOT_READ: Final = frozenset({"reading", "not_signed_in"})

LATE_LETTER: Final = "notice_of_default"
OBJECTION_LETTER: Final = "objection"


def view_reading(words: Words, reading: CaseReading, catalogue: Catalogue) -> CaseSourceView:
    """One source: its cases, or in words why they could not be read."""
    agency = words.dutch(reading.name) if reading.name else name_agency(words, catalogue, reading.agency)
    whom = name_whom(words, catalogue, reading.agency)
    return CaseSourceView(
        agency,
        _say_read(words, reading),
        words.say(_PROBLEMS[reading.problem], agency=whom) if reading.problem else None,
        reading.is_sample,
        tuple(view_case(words, case, catalogue) for case in reading.cases),
        is_outstanding=reading.is_outstanding,
        is_live=not reading.is_sample and reading.problem != "not_signed_in",
        phone=_find_phone(catalogue, reading.agency),
        find_phone=_find_phone_hint(words, catalogue, reading.agency),
        tel=make_tel(_find_phone(catalogue, reading.agency)),
    )


def say_not_read_here(words: Words) -> Sentence:
    """Why a joint screen and its paper have no cases."""
    return words.say("Uw zaken staan hier niet. Die ziet u thuis, als u zelf inlogt.")


def name_whom(words: Words, catalogue: Catalogue, agency_id: str) -> Sentence:
    """Whom to phone, as one says it in a sentence."""
    agency = catalogue.agencies.get(agency_id)
    if agency is not None and agency.call_name:
        return words.say(agency.call_name)
    return name_agency(words, catalogue, agency_id)


def _find_phone(catalogue: Catalogue, agency_id: str) -> str:
    agency = catalogue.agencies.get(agency_id)
    if agency is not None and agency.phones:
        return agency.phones[0].number
    return catalogue.counter.phone if agency_id == "municipality" and catalogue.counter else ""


def _find_phone_hint(words: Words, catalogue: Catalogue, agency_id: str) -> Sentence | None:
    """Where the number is to be found, for an agency of which we have none."""
    agency = catalogue.agencies.get(agency_id)
    return words.find(agency.find_phone) if agency and not _find_phone(catalogue, agency_id) else None


def _say_read(words: Words, reading: CaseReading) -> Sentence | None:
    if reading.problem in _NOT_READ:
        return None
    if reading.kept_at is not None:
        moment = _say_moment(words, reading.kept_at)
        return words.say("Dit is van een eerdere keer: {moment}.", moment=moment)
    clock = words.dutch(format_clock(reading.read_at))
    read_on = reading.read_at.date()
    if reading.problem and not reading.cases:
        read = words.say("Geprobeerd op {day} om {time} uur.", day=words.day(read_on), time=clock)
    elif read_on == words.today:
        read = words.say("Gelezen vandaag om {time} uur.", time=clock)
    else:
        read = words.say("Gelezen op {day} om {time} uur.", day=words.day(read_on), time=clock)
    if reading.is_sample:
        read = words.join([read, words.say("Dit is een voorbeeld.")], " ")
    return read


def _say_moment(words: Words, at: datetime) -> Sentence:
    return words.join([words.day(at.date()), words.dutch(format_clock(at))], ", ")


def say_status(words: Words, case: Case) -> Sentence:
    """How a case stands, in the words that are the same for all agencies."""
    return words.say(_STATUSES[case.status][0])


def view_case(words: Words, case: Case, catalogue: Catalogue) -> CaseView:
    """One case: the plain status with what it means, the agency's own words, and the days that count."""
    status, explained = _STATUSES[case.status]
    lateness = find_lateness(case, words.today)
    is_late = lateness is Lateness.LATE and case.latest_on is not None
    rule = catalogue.case_rules.steps.get("object")
    object_by = find_last_day_to_object(case, rule) if rule else None
    own = find_case_text(words, catalogue, case.status_text)
    late_say, late_say_dutch = say_to_say(words, case) if is_late else (None, None)
    return CaseView(
        say_case_text(words, catalogue, case.title),
        words.say(status),
        case.status.value,
        own if own is not None else words.say(status),
        _find_next(words, case, catalogue),
        words.say("Antwoord verwacht vóór of op {day}.", day=words.day(case.expected_on))
        if case.expected_on is not None and case.status.is_open and case.expected_on >= words.today
        else None,
        key=case.key,
        explained=None if is_late else words.say(explained),
        has_own_words=own is not None,
        answer_by=say_answer_by(words, case, catalogue),
        latest=say_lateness(words, case, lateness),
        late_say=late_say,
        late_say_dutch=late_say_dutch,
        result=_say_result(words, case, catalogue),
        object_by=say_objecting(words, object_by),
        number=mark_personal(words.say("Nummer: {number}.", number=words.dutch(case.number)))
        if case.number
        else None,
        letter=LATE_LETTER
        if is_late
        else (OBJECTION_LETTER if object_by and object_by >= words.today else ""),
        has_more=case.has_more,
    )


def _find_next(words: Words, case: Case, catalogue: Catalogue) -> Sentence | None:
    """What comes next: what the source says, else what content asks of who must answer."""
    if case.next_text:
        return find_case_text(words, catalogue, case.next_text)
    kind = catalogue.case_rules.kind_of(case)
    if case.status is CaseStatus.WAITING_FOR_YOU and kind is not None:
        return find_case_text(words, catalogue, kind.asks)
    return None


def _say_result(words: Words, case: Case, catalogue: Catalogue) -> Sentence | None:
    if not case.result_text:
        return None
    return words.say("Uitkomst: {result}.", result=say_case_text(words, catalogue, case.result_text))


def say_cases_of_steps(words: Words, overview: PersonalOverview) -> dict[str, Sentence]:
    """For each step that a case came of: how that case stands, and since when we know."""
    by_key = {case.key: (case, reading) for reading in overview.cases for case in reading.cases}
    found = {}
    for planned in overview.plan.steps:
        if not planned.case_key or planned.case_key not in by_key or CASE_EVENT in planned.life_events:
            continue
        case, reading = by_key[planned.case_key]
        said = words.say("Uw zaak: {status}.", status=words.say(_STATUSES[case.status][0]))
        found[planned.id] = mark_personal(join_found(words, (said, _say_read(words, reading))) or said)
    return found
