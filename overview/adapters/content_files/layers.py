"""Content in layers: ours, and over it a municipality's own folder that adds or replaces.

A local table with the id of one of ours replaces it whole; any other is added. A local life
event file may hold only what differs: its steps and questions join ours, its texts replace ours.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

_NAMES: Final = ("id", "term", "dutch")
_JOINED: Final = frozenset({"questions", "shared_steps", "sequels"})

Table = dict[str, Any]


class ContentError(ValueError):
    """Inhoud die niet klopt. `problems` are sentences, each with file and path."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


class Layers:
    """Lagen van inhoud, the last one wins. `overrides` says what a later layer replaced."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self.overrides: list[str] = []

    def list_files(self, pattern: str) -> list[str]:
        """Names of the files that fit, relative to their layer, each once."""
        return sorted({path.relative_to(f).as_posix() for f in self._folders for path in f.glob(pattern)})

    def read(self, name: str) -> Table:
        """One file as all layers together have it; empty when no layer has it."""
        whole: Table = {}
        for folder in self._folders:
            path = folder / name
            if path.is_file():
                table = _read(path, name)
                whole = self._join(whole, table, name) if whole else table
        return whole

    def _join(self, ours: Table, local: Table, name: str) -> Table:
        joined = dict(ours)
        for key, value in local.items():
            if isinstance(value, list) and key in _JOINED:
                joined[key] = list(dict.fromkeys([*ours.get(key, []), *value]))
            elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
                joined[key] = self._join_lists(ours.get(key, []), value, f"{name}: {key}")
            else:
                if key in ours and key not in _NAMES:
                    self.overrides.append(f"{name}: {key}")
                joined[key] = value
        return joined

    def _join_lists(self, ours: list[Table], local: list[Table], where: str) -> list[Table]:
        replaced = {_name(item) for item in local}
        self.overrides += [f"{where} {_name(item)}" for item in ours if _name(item) in replaced]
        return [*(item for item in ours if _name(item) not in replaced), *local]


def _name(table: Table) -> str:
    return next((str(table[key]) for key in _NAMES if key in table), "")


def _read(path: Path, name: str) -> Table:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{name}: {error}"]) from error
