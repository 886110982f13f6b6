"""Scenarios in `scenarios/*.toml`: who, on which day, sees what first, and by when.

Written by people who know the rules, before anybody looked at what the program says. The
form is explained at the top of `scenarios/README.md`.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from overview.domain.plan import Group, Plan
from overview.domain.planning import build_plan
from overview.wiring import get_portal

FOLDER: Final = Path(__file__).parent / "scenarios"
EXPECTATIONS: Final = (
    "first",
    "now",
    "by",
    "law",
    "advised",
    "there",
    "absent",
    "waiting",
    "later",
    "maybe",
    "before",
)


def load_scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for scenario in tomllib.loads(path.read_text(encoding="utf-8"))["scenario"]:
            found.append(pytest.param(scenario, id=f"{path.stem}: {scenario['name'][:70]}"))
    return found


SCENARIOS: Final = load_scenarios()


def as_text(value: Any) -> Any:
    """TOML dates as the portal takes them in."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    return [as_text(item) for item in value] if isinstance(value, list) else value


def make_plan(scenario: dict[str, Any]) -> Plan:
    portal, today = get_portal(), scenario["today"]
    situation = portal.read_situation(json.dumps(as_text(scenario["situation"])), today)
    return build_plan(situation, portal.catalogue, today)


def ids(plan: Plan, *groups: Group) -> list[str]:
    return [step.id for step in plan.steps if step.group in groups]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_plan_is_what_a_counsellor_expects(scenario: dict[str, Any]) -> None:
    plan = make_plan(scenario)
    steps = {step.id: step for step in plan.steps}
    shown = [step.id for step in plan.steps]
    told = f"{scenario['name']}\n  " + "\n  ".join(
        f"{s.group.value} {s.position} {s.id} {s.due_on} {s.due_kind.value}" for s in plan.steps
    )
    assert set(scenario) <= {"name", "today", "situation", *EXPECTATIONS}, scenario["name"]
    if "first" in scenario:
        assert ids(plan, Group.NOW)[:1] == [scenario["first"]], told
    for step_id in scenario.get("now", []):
        assert step_id in ids(plan, Group.NOW), told
    for step_id, day in scenario.get("by", {}).items():
        assert steps[step_id].due_on == day, told
    for step_id in scenario.get("law", []):
        assert steps[step_id].due_kind.value == "hard", told
    for step_id in scenario.get("advised", []):
        assert steps[step_id].due_kind.value == "advised", told
    for step_id in scenario.get("there", []):
        assert step_id in steps, told
    for step_id in scenario.get("absent", []):
        assert step_id not in steps, told
    for group in (Group.WAITING, Group.LATER, Group.MAYBE):
        for step_id in scenario.get(group.value, []):
            assert step_id in ids(plan, group), told
    for earlier, later in scenario.get("before", []):
        assert shown.index(earlier) < shown.index(later), told


def test_every_life_event_has_five_scenarios_and_there_are_sixty() -> None:
    told = Counter(
        event
        for parameter in SCENARIOS
        for event in {o["id"] for o in parameter.values[0]["situation"]["life_events"]}
    )
    assert len(SCENARIOS) >= 60
    assert all(told[event] >= 5 for event in get_portal().catalogue.life_events), told
