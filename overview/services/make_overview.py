"""Making the personal overview: the plan from the situation and the cases as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.overview import PersonalOverview
from overview.domain.planning import build_plan
from overview.domain.remembered import Remembered
from overview.domain.situation import Situation


def make_overview(
    situation: Situation,
    catalogue: Catalogue,
    today: date,
    readings: Sequence[CaseReading],
    remembered: Remembered | None = None,
) -> PersonalOverview:
    """The overview of one citizen on `today`; computed afresh, never stored.

    Sample cases are shown but are nobody's: they change no plan.
    """
    cases = [case for reading in readings if not reading.is_sample for case in reading.cases]
    plan = build_plan(situation, catalogue, today, cases, remembered)
    return PersonalOverview(situation, plan, tuple(readings), catalogue)
