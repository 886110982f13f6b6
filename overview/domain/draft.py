"""A plan in the making: what groups, reasons and warnings read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overview.domain.candidates import Candidates
from overview.domain.effective import Demand, OpenStep
from overview.domain.ordering import Place
from overview.domain.situation import Situation
from overview.domain.standing import Standings


@dataclass(frozen=True, slots=True)
class Draft:
    """Plan in wording: everything found so far."""

    today: date
    situation: Situation
    found: Candidates
    standings: Standings
    open_steps: dict[str, OpenStep]
    demands: dict[str, Demand]
    places: list[Place]
