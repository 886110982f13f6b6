"""Small readers for values from outside; each refuses what is wrong by the name of the field."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final, TypeVar

from overview.domain.told import Told

_MISSING = object()

LONGEST_TOLD: Final = 600
"""Characters of free text: three or four sentences, what fits on a sheet."""

E = TypeVar("E", bound=StrEnum)


class BadInput(ValueError):
    """Onbruikbare invoer. `message` is one sentence in Dutch that names the field."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        self.message = f"Het veld {field} {problem}" if field else problem
        super().__init__(self.message)


class Fields:
    """Velden van een JSON-object; `allowed` names those that may be there (None: any)."""

    def __init__(self, value: Any, path: str, allowed: tuple[str, ...] | None) -> None:
        if not isinstance(value, dict):
            what = f"Het veld {path}" if path else "De invoer"
            raise BadInput("", f"{what} moet een object zijn, met namen en waarden.")
        for key in value:
            if allowed is not None and key not in allowed:
                raise BadInput(_join(path, key), f"is onbekend. Bekend zijn: {', '.join(allowed)}.")
        self._value = value
        self._path = path

    def get(self, key: str) -> Any:
        """The value of `key`, which must be there."""
        found = self._value.get(key, _MISSING)
        if found is _MISSING:
            raise BadInput(_join(self._path, key), "ontbreekt.")
        return found

    def find(self, key: str, otherwise: Any) -> Any:
        """The value of `key`, or `otherwise` when it was left out."""
        return self._value.get(key, otherwise)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Every name with its value."""
        return iter(self._value.items())


def read_list(value: Any, path: str) -> list[Any]:
    """`value` as a list."""
    if not isinstance(value, list):
        raise BadInput(path, "moet een lijst zijn.")
    return value


def read_text(value: Any, path: str) -> str:
    """`value` as text."""
    if not isinstance(value, str):
        raise BadInput(path, "moet tekst zijn tussen aanhalingstekens.")
    return value


def read_one_of(kind: type[E], value: Any, path: str) -> E:
    """`value` as one of the names of `kind`."""
    text = read_text(value, path)
    try:
        return kind(text)
    except ValueError as error:
        allowed = ", ".join(kind)
        raise BadInput(path, f"heeft een waarde die niet bestaat: {text!r}. Kies uit: {allowed}.") from error


def read_told(text: Any, language: Any, path: str) -> Told:
    """What somebody said: not empty, not longer than fits on paper, in a language we know the name of."""
    said, spoken = read_text(text, f"{path}.text").strip(), read_text(language, f"{path}.language")
    if not said or len(said) > LONGEST_TOLD:
        raise BadInput(f"{path}.text", f"moet 1 tot {LONGEST_TOLD} tekens hebben.")
    if not (spoken.isalpha() and spoken.islower() and len(spoken) in (2, 3)):
        raise BadInput(f"{path}.language", "is geen code van een taal.")
    return Told(said, spoken)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
