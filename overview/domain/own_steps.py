"""Steps that citizens put on the list themselves, and who does a step by agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from overview.domain.steps import Confidence, DoneBy, Step
from overview.domain.told import Told

OWN_EVENT: Final = "own"
"""Stands in the place of a life event for steps that no event brought."""

_OWN_LEVEL: Final = 2
"""Worth doing within weeks; only the citizen says more, by putting it first."""


class Doer(StrEnum):
    """Wie het doet volgens afspraak, chosen by citizen and worker for one step."""

    CITIZEN = "citizen"
    TOGETHER = "together"
    WORKER = "worker"
    AGENCY = "agency"
    FAMILY = "family"

    @property
    def takes_over(self) -> bool:
        """Whether the citizen need not act: the step then stands under Waiting, not under Now."""
        return self in (Doer.WORKER, Doer.AGENCY, Doer.FAMILY)


@dataclass(frozen=True, slots=True)
class OwnStep:
    """Eigen stap: what the citizen wants to do besides; `until` is their own wish, never a law."""

    id: str
    told: Told
    until: date | None = None
    agency: str = "other"
    phrase: str = ""
    """The fixed sentence it was made from, if any: that one is translated like all content."""

    def as_step(self) -> Step:
        """The step the order sees. Its words are the citizen's own."""
        return Step(
            id=self.id,
            title=self.told.text,
            title_language="" if self.phrase else self.told.language,
            what="",
            why="",
            done_by=DoneBy.CITIZEN,
            agency=self.agency,
            level=_OWN_LEVEL,
            otherwise="",
            when_late="",
            confidence=Confidence.HIGH,
            review_on=date.max,
            sources=(),
        )
