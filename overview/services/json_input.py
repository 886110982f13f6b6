"""JSON from outside, with limits: how large, how deep, nothing twice, no number that is none."""

from __future__ import annotations

import json
from typing import Any, Final

from overview.services.fields import BadInput

LARGEST_INPUT: Final = 200_000
"""Bytes. A situation with every event and every choice is under 20 kB."""

_DEEPEST: Final = 8


def parse_json(payload: bytes | str) -> Any:
    """What stands in `payload`. Raises `BadInput` with one sentence that says what is wrong."""
    if len(payload) > LARGEST_INPUT:
        raise BadInput("", f"De invoer is te groot: {len(payload)} tekens, hooguit {LARGEST_INPUT} mag.")
    try:
        text = payload.decode("utf-8") if isinstance(payload, bytes) else payload
        if _is_too_deep(text):
            raise BadInput("", "De invoer is te diep genest.")
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_doubles)
    except UnicodeDecodeError as error:
        raise BadInput("", "De invoer is geen UTF-8-tekst.") from error
    except json.JSONDecodeError as error:
        raise BadInput("", f"De invoer is geen geldige JSON (regel {error.lineno}).") from error
    except BadInput:
        raise
    except ValueError as error:
        raise BadInput("", "Een getal in de invoer is te lang.") from error


def _is_too_deep(text: str) -> bool:
    depth = 0
    for mark in text:
        if mark in "[{":
            depth += 1
            if depth > _DEEPEST:
                return True
        elif mark in "]}":
            depth -= 1
    return False


def _refuse_constant(name: str) -> Any:
    raise BadInput("", f"{name} is geen getal dat hier mag.")


def _refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput(key, "staat er twee keer.")
        found[key] = value
    return found
