"""Everything for one citizen at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.conversation import Conversation
from overview.domain.plan import Plan
from overview.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class PersonalOverview:
    """Persoonlijk overzicht: the plan and the cases, with the content they refer to."""

    situation: Situation
    plan: Plan
    cases: tuple[CaseReading, ...]
    catalogue: Catalogue
    conversation: Conversation | None = None
