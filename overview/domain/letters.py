"""Letters a citizen may hold, and letters the portal helps to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overview.domain.steps import Confidence, Deadline, DoneBy, DueKind, Source, Step, Term

LETTER_EVENT = "letter"
"""The life event id under which a held letter stands in a plan."""

LETTER_DATE = "letter_dated_on"
"""The question that a letter without a known date asks."""


class LetterAction(StrEnum):
    """Wat een brief vraagt."""

    PAY = "pay"
    ARRANGE_PLAN = "arrange_plan"
    SEND = "send"
    OBJECT = "object"
    RESPOND = "respond"
    VISIT = "visit"
    CHECK = "check"
    KEEP = "keep"
    GET_HELP = "get_help"
    COURT = "court"


_STEP_KINDS: Mapping[LetterAction, str] = {
    LetterAction.PAY: "pay",
    LetterAction.ARRANGE_PLAN: "ask",
    LetterAction.SEND: "gather",
    LetterAction.OBJECT: "object",
    LetterAction.RESPOND: "call",
    LetterAction.VISIT: "visit",
    LetterAction.CHECK: "check",
    LetterAction.KEEP: "gather",
    LetterAction.GET_HELP: "call",
    LetterAction.COURT: "object",
}


@dataclass(frozen=True, slots=True)
class LetterKind:
    """Soort brief: how to recognise it, what it asks, and which step it becomes.

    `name` and `words` are what stands on the letter and stay Dutch. `level` is how urgent it
    is, in the levels of steps. `term` counts from the date printed on the letter; None where
    only the letter itself names the day.
    """

    id: str
    agency: str
    name: str
    words: tuple[str, ...]
    what: str
    title: str
    level: int
    action: LetterAction
    until: str
    first: str
    otherwise: str
    when_late: str
    confidence: Confidence
    review_on: date
    sources: tuple[Source, ...]
    plain_title: str = ""
    say: str = ""
    helpers: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    term: Term | None = None

    @property
    def asks_a_person_first(self) -> bool:
        """Level 5: the human way is shown before the explanation."""
        return self.level == 5

    @property
    def step_id(self) -> str:
        """The id of the step this letter becomes."""
        return f"letter_{self.id}"

    def as_step(self) -> Step:
        """The step this letter becomes. Its deadline counts from the letter's own date."""
        deadline = Deadline(DueKind.HARD, self.term) if self.term else None
        return Step(
            id=self.step_id,
            title=self.title,
            plain_title=self.plain_title,
            what=self.first,
            why=self.what,
            until=self.until,
            done_by=DoneBy.CITIZEN,
            agency=self.agency,
            level=self.level,
            otherwise=self.otherwise,
            when_late=self.when_late,
            confidence=self.confidence,
            review_on=self.review_on,
            sources=self.sources,
            kind=_STEP_KINDS[self.action],
            channels=("phone", "letter"),
            say=self.say,
            deadline=deadline,
        )


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """Brief die iemand in handen heeft: its kind, the date on it, the last day printed in it.

    The letter wins: `until` is the last day when it is known; else the term counts from
    `dated`; while neither is known no last day is shown.
    """

    kind: str
    dated: date | None = None
    until: date | None = None
