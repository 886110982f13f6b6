"""People beside the agencies are named at the steps where they help."""

from __future__ import annotations

from datetime import date

from overview.wiring import get_portal
from overview.words.overview_view import build_view

TODAY = date(2026, 11, 22)
MOVE = (
    '{"life_events": [{"id": "moving_house", "on": "2026-11-20", "answers": '
    '{"new_home": "rent_social", "same_municipality": "no"}}],'
    ' "answers": {"local_tax_refusal_on": "2026-11-20", "low_income": "yes", "allowances": "none"}}'
)


def test_social_counsellors_are_named_where_one_objects_and_nobody_where_others_act() -> None:
    portal = get_portal()
    overview = portal.make_overview(portal.read_situation(MOVE, TODAY), TODAY)
    said = {step.id: step.helpers for step in build_view(overview, "nl").all_steps}
    appeal = said["appeal_remission_refusal"]
    assert appeal is not None
    assert "Sociaal raadslieden" in appeal.plain
    assert said["register_move"] is None
