"""Writing a situation so that it can be read again: in a form, in the tab, in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from overview.domain.situation import Answer, Situation


def write_situation(situation: Situation) -> str:
    """The situation as JSON (DESIGN section 13); what was left out stays left out."""
    written: dict[str, Any] = {
        "life_events": [
            {"id": o.life_event, "on": _text(o.on), "answers": _answers(o.answers)}
            for o in situation.life_events
        ],
        "answers": _answers(situation.answers),
        "letters": [
            {"id": held.kind, "dated": _text(held.dated), "until": _text(held.until)}
            for held in situation.letters
        ],
        "debts": [
            {
                "agency": debt.agency,
                "stage": debt.stage.value,
                "open_cents": debt.open_cents,
                "due_on": _text(debt.due_on),
                "reference": debt.reference or None,
                "about": debt.about or None,
            }
            for debt in situation.debts
        ],
        "done": [{"id": step_id, "on": _text(on)} for step_id, on in situation.done.items()],
        "waiting": [
            {"id": step_id, "since": _text(w.since), "until": _text(w.until)}
            for step_id, w in situation.waiting.items()
        ],
        "pinned": list(situation.pinned),
        "put_off": [{"id": step_id, "until": _text(until)} for step_id, until in situation.put_off.items()],
        "not_needed": sorted(situation.not_needed),
        "own_steps": [
            {
                "id": own.id,
                "text": own.told.text,
                "language": own.told.language,
                "until": _text(own.until),
                "agency": own.agency,
                "phrase": own.phrase or None,
            }
            for own in situation.own_steps
        ],
        "taken_by": [{"id": step_id, "by": doer.value} for step_id, doer in situation.taken_by.items()],
    }
    if situation.pace != 1:
        written["pace"] = float(situation.pace)
    return json.dumps(
        {key: _trim(value) for key, value in written.items() if value or key == "life_events"},
        ensure_ascii=False,
    )


def _text(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _answers(answers: Mapping[str, Answer]) -> dict[str, str]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in answers.items()}


def _trim(value: Any) -> Any:
    """Leave out what is not known, so that the form that travels stays small."""
    if isinstance(value, list):
        return [_trim(item) for item in value]
    if isinstance(value, dict):
        return {key: _trim(item) for key, item in value.items() if item is not None and item != {}}
    return value
