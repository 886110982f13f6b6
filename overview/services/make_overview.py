"""Making the personal overview: the plan from the situation, beside the cases as they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from overview.domain.catalogue import Catalogue
from overview.domain.overview import PersonalOverview
from overview.domain.planning import build_plan
from overview.domain.situation import Situation
from overview.ports import CaseSource
from overview.services.read_cases import fetch_all_cases


def make_overview(
    situation: Situation,
    catalogue: Catalogue,
    today: date,
    sources: Sequence[CaseSource],
    now: Callable[[], datetime],
) -> PersonalOverview:
    """The overview of one citizen on `today`; computed afresh, never stored."""
    plan = build_plan(situation, catalogue, today)
    return PersonalOverview(situation, plan, fetch_all_cases(sources, now), catalogue)
