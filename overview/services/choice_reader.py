"""Reading what was chosen about steps: done, waiting, put off, who does it, and at what pace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from overview.domain.case_steps import is_case_step
from overview.domain.own_steps import Doer
from overview.domain.situation import Waiting
from overview.services.fields import BadInput, Fields, read_list, read_one_of, read_text


class ChoiceReader:
    """Leest keuzes over stappen. `known` are the step ids that may be named; no step twice."""

    def __init__(self, known: frozenset[str], read_date: Callable[[Any, str], date]) -> None:
        self._known = known
        self._read_date = read_date

    def _step_id(self, value: Any, path: str) -> str:
        text = read_text(value, path)
        if text not in self._known and not is_case_step(text):
            raise BadInput(path, f"noemt een stap die deze gebeurtenissen niet hebben: {text!r}.")
        return text

    def _entries(
        self, value: Any, name: str, keys: tuple[str, ...], *, may_be_id: bool = False
    ) -> Iterator[tuple[str, str, Fields]]:
        """Each entry of a list of choices: its step id, its path and its fields; no step twice."""
        seen: set[str] = set()
        for number, item in enumerate(read_list(value, name)):
            path = f"{name}[{number}]"
            is_alone = may_be_id and not isinstance(item, dict)
            fields = Fields({"id": item} if is_alone else item, path, ("id", *keys))
            step_id = self._step_id(fields.get("id"), path if is_alone else f"{path}.id")
            if step_id in seen:
                raise BadInput(path, f"noemt {step_id!r} twee keer.")
            seen.add(step_id)
            yield step_id, path, fields

    def read_done(self, value: Any) -> dict[str, date | None]:
        """Steps that are done, with the day where it is known."""
        entries = self._entries(value, "done", ("on",), may_be_id=True)
        return {step_id: self._find_date(fields, "on", path) for step_id, path, fields in entries}

    def read_waiting(self, value: Any) -> dict[str, Waiting]:
        """Steps that wait for an answer, since and until when."""
        return {
            step_id: Waiting(self._find_date(fields, "since", path), self._find_date(fields, "until", path))
            for step_id, path, fields in self._entries(value, "waiting", ("since", "until"))
        }

    def read_put_off(self, value: Any) -> dict[str, date]:
        """Steps put off, with the day they come back."""
        return {
            step_id: self._read_date(fields.get("until"), f"{path}.until")
            for step_id, path, fields in self._entries(value, "put_off", ("until",))
        }

    def read_taken_by(self, value: Any) -> dict[str, Doer]:
        """Who does a step, where that is agreed."""
        return {
            step_id: read_one_of(Doer, fields.get("by"), f"{path}.by")
            for step_id, path, fields in self._entries(value, "taken_by", ("by",))
        }

    def read_ids(self, value: Any, name: str) -> tuple[str, ...]:
        """The steps named in a plain list, each once."""
        numbered = enumerate(read_list(value, name))
        ids = [self._step_id(item, f"{name}[{number}]") for number, item in numbered]
        for number, step_id in enumerate(ids):
            if step_id in ids[:number]:
                raise BadInput(f"{name}[{number}]", f"noemt {step_id!r} twee keer.")
        return tuple(ids)

    def _find_date(self, fields: Fields, key: str, path: str) -> date | None:
        value = fields.find(key, None)
        return None if value is None else self._read_date(value, f"{path}.{key}")


def read_pace(value: Any) -> Fraction:
    """Tempo: steps a working day, above 0, as an exact decimal."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput("pace", "is geen getal.")
    try:
        pace = Fraction(str(value))
    except ValueError as error:
        raise BadInput("pace", "is geen getal.") from error
    if pace <= 0:
        raise BadInput("pace", "moet groter zijn dan 0.")
    return pace
