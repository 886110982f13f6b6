"""Reading the steps that citizens put on the list themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from overview.domain.catalogue import Catalogue
from overview.domain.own_steps import OwnStep
from overview.domain.told import Told
from overview.services.fields import BadInput, Fields, read_list, read_text, read_told

MOST_OWN_STEPS: Final = 20
_OWN_ID: Final = re.compile(r"own_[1-9][0-9]?")


def read_own_steps(
    value: Any, catalogue: Catalogue, read_date: Callable[[Any, str], date]
) -> tuple[OwnStep, ...]:
    """The own steps in `value`. Raises `BadInput` naming the field that is wrong."""
    entries = read_list(value, "own_steps")
    if len(entries) > MOST_OWN_STEPS:
        raise BadInput("own_steps", f"telt meer dan {MOST_OWN_STEPS} stappen.")
    steps = tuple(_read_own_step(v, f"own_steps[{n}]", catalogue, read_date) for n, v in enumerate(entries))
    ids = [own.id for own in steps]
    if len(set(ids)) != len(ids):
        raise BadInput("own_steps", "noemt een stap twee keer.")
    return steps


def _read_own_step(
    value: Any, path: str, catalogue: Catalogue, read_date: Callable[[Any, str], date]
) -> OwnStep:
    fields = Fields(value, path, ("id", "text", "language", "until", "agency", "phrase"))
    own_id = read_text(fields.get("id"), f"{path}.id")
    if not _OWN_ID.fullmatch(own_id):
        raise BadInput(f"{path}.id", f"is geen naam van een eigen stap: {own_id!r}.")
    agency = read_text(fields.find("agency", "other"), f"{path}.agency")
    if agency not in catalogue.agencies:
        raise BadInput(f"{path}.agency", f"noemt een organisatie die niet bestaat: {agency!r}.")
    phrase = read_text(fields.find("phrase", ""), f"{path}.phrase")
    if phrase and (phrase not in catalogue.phrases or catalogue.phrases[phrase].about != "step"):
        raise BadInput(f"{path}.phrase", f"bestaat niet: {phrase!r}.")
    until = fields.find("until", None)
    return OwnStep(
        own_id,
        Told(catalogue.phrases[phrase].text, "nl")
        if phrase
        else read_told(fields.get("text"), fields.get("language"), path),
        None if until is None else read_date(until, f"{path}.until"),
        agency,
        phrase,
    )
