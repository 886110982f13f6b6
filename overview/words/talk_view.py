"""What was kept of a conversation at a counter, fact by fact, in words: for the page that shows all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from overview.domain.capacity import SupportLevel
from overview.domain.catalogue import Catalogue
from overview.domain.conversation import ConversationChannel
from overview.domain.told import Told
from overview.words.agreement_view import CHANNELS, SUPPORT, name_place
from overview.words.speaking import Words, msg
from overview.words.text import Sentence

_NAMES: Final[dict[str, str]] = {
    "counter": msg("Het loket waar u was"),
    "story": msg("Uw verhaal"),
    "goals": msg("Wat u wilt bereiken"),
    "goal_phrases": msg("Wat u wilt bereiken"),
    "capacity": msg("Wat u zei over wat nu lukt"),
    "support": msg("Hoeveel hulp u koos"),
    "contacts": msg("Met wie er contact was"),
    "check_in": msg("Wanneer wij vragen hoe het gaat"),
    "referral": msg("Naar wie u ging"),
}
_ABLE: Final[dict[str, str]] = {
    "yes": msg("Ja, dat lukt"),
    "sometimes": msg("Soms, of met hulp"),
    "no": msg("Nee, nu niet"),
}


def name_subject(words: Words, subject: str) -> Sentence:
    """A subject of the conversation by the name a citizen knows it by."""
    return words.say(_NAMES.get(subject, "Dit spraken wij af"))


def say_talk(words: Words, catalogue: Catalogue, text: str) -> Sentence:
    """The value of one fact: own words as they were said, all else in the reader's language."""
    try:
        value = json.loads(text)
    except ValueError:
        return words.say("Dit kunnen wij niet meer lezen.")
    parts = list(_walk(words, catalogue, "", value))
    return words.join(parts, ", ") if parts else words.say("Ja")


def _walk(words: Words, catalogue: Catalogue, key: str, value: Any) -> Iterator[Sentence]:
    match value:
        case {"text": str(text), "language": str(language)}:
            yield words.told(Told(text, language))
            rest = {name: one for name, one in value.items() if name not in ("text", "language")}
            if rest:
                yield from _walk(words, catalogue, key, rest)
        case dict():
            for name, one in value.items():
                yield from _walk(words, catalogue, name, one)
        case list():
            for one in value:
                yield from _walk(words, catalogue, key, one)
        case str():
            said = _say_code(words, catalogue, key, value)
            if said is not None:
                yield said


def _say_code(words: Words, catalogue: Catalogue, key: str, code: str) -> Sentence | None:
    if code in catalogue.phrases:
        return words.say(catalogue.phrases[code].text)
    if key == "on":
        return words.day(date.fromisoformat(code))
    if key == "channel" and code in set(ConversationChannel):
        return words.say(CHANNELS[ConversationChannel(code)])
    if code in set(SupportLevel):
        return words.say(SUPPORT[SupportLevel(code)])
    if code in _ABLE:
        return words.say(_ABLE[code])
    if code in catalogue.counters or key in ("to", "agency"):
        return name_place(words, catalogue, code)
    return words.dutch(code) if key in ("spoke_to", "at") else None
