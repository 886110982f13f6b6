"""A saved overview as text, and back. What the content no longer knows is left out and named."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from overview.domain.catalogue import Catalogue
from overview.domain.kept import Kept, SupportLevel, spell
from overview.domain.merging import Change
from overview.services.fields import BadInput
from overview.services.situation_reader import read_situation
from overview.services.situation_writer import write_situation

FORMAT: Final = 1
LONGEST_NOTE: Final = 2000
MOST_NOTES: Final = 200
_MOST_DROPPED: Final = 100
_MOST_SUBJECTS: Final = 260
_LONGEST_SUBJECT: Final = 60_000


def write_kept(kept: Kept) -> str:
    """As JSON, with the situation as it travels elsewhere. Debts that somebody brought are not kept."""
    return json.dumps(
        {
            "format": FORMAT,
            "situation": json.loads(write_situation(replace(kept.situation, debts=()))),
            "notes": dict(kept.notes),
            "channels": dict(kept.channels),
            "goals": list(kept.goals),
            "support": kept.support.value if kept.support else None,
            "talk": dict(kept.talk),
        },
        ensure_ascii=False,
    )


def read_kept(text: str, catalogue: Catalogue, today: date) -> tuple[Kept, tuple[str, ...]]:
    """The overview, and the places of what could not be read any more (content changes over a year)."""
    told: dict[str, Any] = json.loads(text)
    situation, dropped = told.get("situation", {"life_events": []}), []
    for _ in range(_MOST_DROPPED):
        try:
            read = read_situation(json.dumps(situation), catalogue, today)
            break
        except BadInput as error:
            if not error.field or not _drop(situation, error.field):
                raise
            dropped.append(error.field)
    else:
        raise BadInput("situation", "kan niet gelezen worden.")
    return (
        Kept(
            read,
            read_texts(told.get("notes")),
            read_texts(told.get("channels")),
            *read_wants(told.get("goals"), told.get("support")),
            read_talk(told.get("talk")),
        ),
        tuple(dropped),
    )


def read_wants(goals: Any, support: Any) -> tuple[tuple[str, ...], SupportLevel | None]:
    """Goals and the level of support, within limits; anything else is left out."""
    told = goals if isinstance(goals, (list, tuple)) else ()
    kept = tuple(str(goal)[:LONGEST_NOTE] for goal in told[:MOST_NOTES])
    level = next((one for one in SupportLevel if one.value == support), None)
    return kept, level


def read_talk(told: Any) -> dict[str, str]:
    """Facts of a conversation by subject, each as JSON, within limits; anything else is left out."""
    if not isinstance(told, dict):
        return {}
    kept = {str(name): text for name, text in told.items() if isinstance(text, str)}
    return {name: text for name, text in list(kept.items())[:_MOST_SUBJECTS] if len(text) <= _LONGEST_SUBJECT}


def read_texts(told: Any) -> dict[str, str]:
    """Texts by step id, within limits; anything else is left out."""
    if not isinstance(told, dict):
        return {}
    kept = {str(step): str(text)[:LONGEST_NOTE] for step, text in told.items() if str(text).strip()}
    return dict(list(kept.items())[:MOST_NOTES])


def write_changes(changes: tuple[Change, ...]) -> str:
    """What a save changed, as JSON: paths, and values in words that a later version can still read."""
    return json.dumps(
        [[list(one.path), spell(one.before), spell(one.after)] for one in changes], ensure_ascii=False
    )


def read_changes(text: str) -> tuple[Change, ...]:
    """The counterpart; values come back as text."""
    return tuple(Change(tuple(path), before, after) for path, before, after in json.loads(text))


def _drop(situation: Any, field: str) -> bool:
    """Take out the smallest thing that `field` (`life_events[0].answers.rent`) names."""
    steps: list[str | int] = [
        int(number) if number else name for name, number in re.findall(r"([^.\[\]]+)|\[(\d+)\]", field)
    ]
    # A field of a list entry goes with its entry, except an answer, which can be missed by itself.
    if "answers" not in steps:
        last = max((place for place, step in enumerate(steps) if isinstance(step, int)), default=0)
        steps = steps[: last + 1]
    inside = situation
    for step in steps[:-1]:
        try:
            inside = inside[step]
        except (KeyError, IndexError, TypeError):
            return False
    try:
        del inside[steps[-1]]
    except (KeyError, IndexError, TypeError):
        return False
    return True
