"""The days of a case in words: on time, late, suspended or extended, and until when somebody can act."""

from __future__ import annotations

from datetime import date
from typing import Final

from overview.domain.case_terms import Lateness, find_answer_day
from overview.domain.cases import Case, CaseStatus, Extension
from overview.domain.catalogue import Catalogue
from overview.domain.steps import Unit
from overview.words.speaking import Words, msg
from overview.words.text import Sentence

_LATENESS: Final[dict[Lateness, str]] = {
    Lateness.ON_TIME: msg("Het besluit moet er zijn vóór of op {day}."),
    Lateness.LATE: msg("Het besluit moest er zijn op {day}. De organisatie is te laat."),
    Lateness.SUSPENDED: msg(
        "De organisatie wacht nog op iets. De termijn staat stil. Vraag wat de nieuwe laatste dag is."
    ),
    Lateness.EXTENDED: msg("De organisatie neemt meer tijd. Vraag wat de nieuwe laatste dag is."),
}
_LATE_SAY: Final = msg(
    "U moest vóór {day} beslissen. Ik heb nog niets gehoord. Wanneer krijg ik het besluit?"
)


def say_to_say(words: Words, case: Case) -> tuple[Sentence | None, Sentence | None]:
    """What to say or send to an agency that is late: in this language, and the Dutch to speak."""
    if case.latest_on is None:
        return None, None
    dutch = Words("nl", words.today)
    return (
        words.say(_LATE_SAY, day=words.day(case.latest_on)),
        dutch.say(_LATE_SAY, day=dutch.day(case.latest_on)),
    )


def say_answer_by(words: Words, case: Case, catalogue: Catalogue) -> Sentence | None:
    """Until when the citizen can answer; None when nothing is asked."""
    if case.status is not CaseStatus.WAITING_FOR_YOU:
        return None
    on, _ = find_answer_day(case, catalogue.case_rules.kind_of(case))
    if on is None:
        return words.say("Tot wanneer u kunt antwoorden, staat in uw brief.")
    return words.say("Antwoord vóór of op {day}. De dag in uw brief telt.", day=words.day(on))


def say_lateness(words: Words, case: Case, lateness: Lateness) -> Sentence | None:
    """Whether the decision is on time; suspended and extended as such, never a new day of our own."""
    text = _LATENESS.get(lateness)
    if text is None:
        return None
    if lateness is Lateness.EXTENDED and case.extension is not None:
        said = _say_extension(words, case.extension)
        return words.join([said, words.say("Vraag wat de nieuwe laatste dag is.")], " ")
    return words.say(text, day=words.day(case.latest_on)) if case.latest_on else words.say(text)


def _say_extension(words: Words, extension: Extension) -> Sentence:
    count = extension.count
    if extension.unit is Unit.WEEKS:
        return words.say_many(
            "De organisatie neemt {count} week extra.", "De organisatie neemt {count} weken extra.", count
        )
    if extension.unit is Unit.MONTHS:
        return words.say_many(
            "De organisatie neemt {count} maand extra.", "De organisatie neemt {count} maanden extra.", count
        )
    if extension.unit is Unit.YEARS:
        return words.say("De organisatie neemt {count} jaar extra.", count=count)
    return words.say_many(
        "De organisatie neemt {count} dag extra.", "De organisatie neemt {count} dagen extra.", count
    )


def say_objecting(words: Words, on: date | None) -> Sentence | None:
    """Until when the citizen can object, or could."""
    if on is None:
        return None
    if on < words.today:
        return words.say("Bezwaar maken kon tot en met {day}. Bel als dat niet lukte.", day=words.day(on))
    return words.say("Niet mee eens? Maak bezwaar vóór of op {day}.", day=words.day(on))
