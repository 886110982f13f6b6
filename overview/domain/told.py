"""What somebody said in their own words, with the language it is in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Verteld in eigen woorden: never translated, always shown as being in `language`."""

    text: str
    language: str
