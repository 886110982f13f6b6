"""What the browser keeps for a tab: packed at a press, taken back after a reload or ten minutes offline."""

from __future__ import annotations

import json

from overview.services.fields import BadInput
from overview.services.keeping.text import read_talk, read_texts, read_wants
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


def pack(memory: Memory) -> str:
    """What the browser keeps for this tab: one small JSON text, empty when there is nothing."""
    # At a counter nothing of a citizen stays behind in the browser.
    if memory.situation is None or memory.desk is not None:
        return ""
    kept = {
        "situation": memory.write_situation(memory.situation),
        "asked": sorted(memory.asked),
        "notes": memory.notes,
        "channels": memory.channels,
        "talk": memory.talk,
        "goals": memory.goals,
        "support": memory.support.value if memory.support else "",
        "version": memory.kept_version,
    }
    return json.dumps(kept)


def unpack(memory: Memory, kept: str) -> None:
    """Take back what the browser kept. What cannot be read is let go, never an error."""
    try:
        found = json.loads(kept)
        situation = get_portal().read_situation(str(found["situation"]))
        asked = frozenset(str(key) for key in found.get("asked", []))
        version = int(found.get("version", 0))
    except (BadInput, ValueError, TypeError, KeyError, RecursionError):
        return
    memory.situation, memory.asked, memory.kept_version = situation, asked, version
    memory.notes, memory.channels = read_texts(found.get("notes")), read_texts(found.get("channels"))
    memory.talk = read_talk(found.get("talk"))
    memory.goals, memory.support = read_wants(found.get("goals"), found.get("support"))
