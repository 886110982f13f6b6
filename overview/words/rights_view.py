"""Who looked, and what somebody said yes to, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from i18n.dates import format_clock
from overview.domain.access import Action
from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.keeping import AccessLine, Consent, Purpose
from overview.words.agency_view import name_agency
from overview.words.case_text import say_case_text
from overview.words.case_view import name_whom, say_status
from overview.words.speaking import Words, msg
from overview.words.text import Sentence

_ACTIONS: Final[dict[Action, str]] = {
    Action.READ: msg("bekeek het overzicht"),
    Action.CHANGE: msg("veranderde iets"),
    Action.PRINT: msg("maakte papier of een agenda"),
    Action.EXPORT: msg("nam alles mee"),
    Action.CONSENT: msg("zei ja of nee tegen iets"),
    Action.LOOK_IN_LOG: msg("bekeek alle gegevens"),
    Action.OPEN: msg("opende het overzicht met een code"),
    Action.FORGET: msg("wiste alles"),
    Action.KEEP_CASES: msg("liet zaken bewaren"),
}
_ROLES: Final[dict[str, str]] = {
    "citizen": msg("u"),
    "representative": msg("uw gemachtigde"),
    "worker": msg("medewerker van het loket"),
    "counter_lead": msg("hoofd van het loket"),
}
_PURPOSES: Final[dict[Purpose, str]] = {
    Purpose.KEEP: msg("Mijn overzicht bewaren"),
    Purpose.HELP_AT_COUNTER: msg("Een medewerker van het loket mag meekijken"),
    Purpose.KEEP_CASES: msg("Mijn zaken bij {agency} bewaren"),
}


@dataclass(frozen=True, slots=True)
class LineView:
    """Regel van inzage in woorden."""

    when: Sentence
    name: str
    role: Sentence
    what: Sentence
    purpose: str


@dataclass(frozen=True, slots=True)
class ConsentView:
    """Toestemming in woorden; `id` to withdraw it with, empty when it was withdrawn."""

    id: str
    what: Sentence
    given: Sentence
    withdrawn: Sentence | None
    is_keeping: bool


@dataclass(frozen=True, slots=True)
class KeptCasesView:
    """Laatst bekende zaken van één bron in woorden."""

    source: Sentence
    read: Sentence
    cases: tuple[Sentence, ...]


def say_moment(words: Words, moment: datetime, zone: tzinfo) -> Sentence:
    """`22 november om 14.03 uur`."""
    local = moment.astimezone(zone)
    clock = words.dutch(format_clock(local))
    return words.say("{day} om {time} uur", day=words.day(local.date()), time=clock)


def view_lines(words: Words, lines: Iterable[AccessLine], zone: tzinfo) -> tuple[LineView, ...]:
    """Who looked, the newest first."""
    views = [
        LineView(
            words.capital(say_moment(words, line.at, zone)),
            line.name,
            words.say(_ROLES.get(line.role, _ROLES["worker"])),
            words.say(_ACTIONS[line.action]),
            line.purpose,
        )
        for line in lines
    ]
    return tuple(reversed(views))


def view_consents(
    words: Words, catalogue: Catalogue, consents: Iterable[Consent], zone: tzinfo
) -> tuple[ConsentView, ...]:
    """What somebody said yes to, and no again."""
    return tuple(
        ConsentView(
            "" if one.withdrawn_at else one.id,
            name_purpose(words, catalogue, one.purpose, one.agency),
            words.say("U zei ja op {moment}.", moment=say_moment(words, one.given_at, zone)),
            words.say("U zei nee op {moment}.", moment=say_moment(words, one.withdrawn_at, zone))
            if one.withdrawn_at
            else None,
            one.purpose is Purpose.KEEP,
        )
        for one in consents
    )


def name_purpose(words: Words, catalogue: Catalogue, purpose: Purpose, agency: str) -> Sentence:
    """What a yes is for."""
    if purpose is Purpose.KEEP_CASES:
        return words.say(_PURPOSES[purpose], agency=name_whom(words, catalogue, agency))
    return words.say(_PURPOSES[purpose])


def view_kept_cases(
    words: Words, catalogue: Catalogue, readings: Iterable[CaseReading], zone: tzinfo
) -> tuple[KeptCasesView, ...]:
    """What is kept of each source: when it was read, and how each case stood then."""
    return tuple(
        KeptCasesView(
            words.dutch(one.name) if one.name else name_agency(words, catalogue, one.agency),
            words.say("Gelezen op {moment}.", moment=say_moment(words, one.read_at, zone)),
            tuple(
                words.join([say_case_text(words, catalogue, case.title), say_status(words, case)], ": ")
                for case in one.cases
            ),
        )
        for one in readings
    )
