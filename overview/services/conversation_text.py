"""A conversation taken apart into single facts, each as JSON, so that two people's changes can be joined.

At home these facts travel along untouched; at a counter they become the conversation again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from overview.domain.catalogue import Catalogue
from overview.domain.conversation import Conversation
from overview.services.conversation_reader import read_conversation
from overview.services.conversation_writer import write_conversation
from overview.services.fields import BadInput

COUNTER: Final = "counter"
"""The fact that says at which counter this was agreed."""

_OF_A_STEP: Final = "agreement:"
_OF_THE_DAY: Final = frozenset(("language", "worker_language", "keeping", "interpreter", "came_by", "face"))
"""What holds for one sitting only, and is not kept."""


def split_conversation(conversation: Conversation) -> dict[str, str]:
    """Every fact under a name of its own: one for each agreement, one for each other subject."""
    written = write_conversation(conversation)
    agreements: Mapping[str, Any] = written.pop("agreements", {})
    facts = {key: value for key, value in written.items() if key not in _OF_THE_DAY}
    facts |= {f"{_OF_A_STEP}{step}": made for step, made in agreements.items()}
    return {key: json.dumps(value, ensure_ascii=False, sort_keys=True) for key, value in facts.items()}


def join_conversation(
    talk: Mapping[str, str], catalogue: Catalogue, now: Conversation | None = None
) -> Conversation | None:
    """The conversation from its facts; what holds for this sitting comes from `now`.

    None when nothing was kept of any. A fact that cannot be read any more is left out.
    """
    if not talk:
        return now
    read: dict[str, Any] = {"counter": "example", "language": "nl", "agreements": {}}
    for key, text in talk.items():
        try:
            value = json.loads(text)
        except ValueError:
            continue
        if key.startswith(_OF_A_STEP):
            read["agreements"][key.removeprefix(_OF_A_STEP)] = value
        else:
            read[key] = value
    found = _read_what_can_be_read(read, catalogue)
    if found is None or now is None:
        return found
    return replace(
        found,
        counter=now.counter,
        language=now.language,
        worker_language=now.worker_language,
        keeping=now.keeping,
        interpreter=now.interpreter,
        came_by=now.came_by,
        face=now.face,
    )


def _read_what_can_be_read(read: dict[str, Any], catalogue: Catalogue) -> Conversation | None:
    for _ in range(len(read) + len(read["agreements"])):
        try:
            return read_conversation(read, catalogue)
        except BadInput as error:
            name, _, rest = error.field.partition(".")
            if name == "agreements" and rest:
                read["agreements"].pop(rest.partition(".")[0], None)
            elif name.partition("[")[0] in read and name not in ("counter", "language"):
                read.pop(name.partition("[")[0])
            elif name == "counter" and catalogue.counters:
                read["counter"] = next(iter(catalogue.counters))
            else:
                return None
    return None
