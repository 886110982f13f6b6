"""How someone reads: even simpler, larger, more contrast. On the light page it travels in the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from overview.words.speaking import msg

LOOKS: Final[dict[str, str]] = {
    "simple": msg("Nog eenvoudiger"),
    "large": msg("Grotere letters"),
    "contrast": msg("Meer contrast"),
}


def read_looks(form: Mapping[str, str]) -> tuple[str, ...]:
    """The looks that are on, after the switch just pressed; what does not exist is passed over."""
    chosen = set(form.get("look", "").split())
    switch = form.get("switch", "")
    return tuple(look for look in LOOKS if (look in chosen) != (look == switch))
