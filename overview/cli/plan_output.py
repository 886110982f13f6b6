"""The plan as JSON (DESIGN section 13) and as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from overview.domain.overview import PersonalOverview
from overview.domain.plan import PlannedStep
from overview.words.reasons import say_warning
from overview.words.speaking import Words
from overview.words.view import OverviewView, StepView


def build_plan_output(overview: PersonalOverview, view: OverviewView) -> dict[str, Any]:
    """The plan as plain values, ready for JSON."""
    said = {step.id: step for step in view.all_steps}
    words = Words(view.language, overview.plan.today)
    return {
        "today": overview.plan.today.isoformat(),
        "language": view.language,
        "steps": [_step(planned, said[planned.id]) for planned in overview.plan.steps],
        "questions_first": list(overview.plan.questions_first),
        "warnings": [
            {
                "code": warning.code,
                "step_ids": list(warning.step_ids),
                "days": warning.days,
                "text": say_warning(words, warning, overview.plan, overview.catalogue).plain,
            }
            for warning in overview.plan.warnings
        ],
    }


def _step(planned: PlannedStep, said: StepView) -> dict[str, Any]:
    return {
        "id": planned.id,
        "life_events": list(planned.life_events),
        "title": said.title.plain,
        "agency": planned.step.agency,
        "done_by": planned.step.done_by.value,
        "group": planned.group.value,
        "position": planned.position,
        "certainty": planned.certainty.value,
        "question": planned.question,
        "due_on": _iso(planned.due_on),
        "due_kind": planned.due_kind.value,
        "effective_due_on": _iso(planned.effective_due_on),
        "earliest_on": _iso(planned.earliest_on),
        "consequence": planned.consequence,
        "waits_for": list(planned.waits_for),
        "lead_days": planned.step.lead_days,
        "reason": {"code": planned.reason.code, "text": said.reason.plain},
        "sources": [
            {
                "title": source.title,
                "url": source.url,
                "checked_on": source.checked_on.isoformat(),
                "seen": source.seen.value,
            }
            for source in planned.step.sources
        ],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def write_plan_text(view: OverviewView) -> Iterator[str]:
    """The overview as lines of text: what a person would read out at a counter."""
    comma = "\u060c " if view.direction == "rtl" else ", "
    yield view.title.plain
    yield view.situation.plain
    for warning in view.warnings:
        yield f"! {warning}"
    for group in view.groups:
        yield ""
        yield group.heading.plain
        for step in group.steps:
            number = f"{step.number}." if step.number else "-"
            yield f"{number} {step.title} ({step.agency.name})"
            when = comma.join(part.plain for part in (step.due, step.distance) if part)
            yield "   " + " ".join(part for part in (f"{when}." if when else "", step.reason.plain) if part)
    yield ""
    yield f"{view.help.heading} {view.help.call} {view.help.phone}. {view.help.place} {view.help.hours}"
    if view.check_note:
        yield view.check_note.plain
