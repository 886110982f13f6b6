"""Small readers for values from outside; each refuses what is wrong by the name of the field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_MISSING = object()


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


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
