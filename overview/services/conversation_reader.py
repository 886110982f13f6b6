"""Reading a conversation that came from outside: a form, or the store. Refused with one sentence each."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any, Final

from overview.domain.capacity import CAPACITY_QUESTIONS, Able, SupportLevel
from overview.domain.catalogue import Catalogue
from overview.domain.conversation import (
    Agreement,
    Appointment,
    CheckInWish,
    ContactMoment,
    Conversation,
    ConversationChannel,
    Face,
    Interpreter,
    Keeping,
    Referral,
    StoryMoment,
    StoryTime,
)
from overview.domain.told import Told
from overview.services.fields import BadInput, Fields, read_list, read_one_of, read_text, read_told

MOST_OF_A_KIND: Final = 60
"""Moments, goals or contacts: more does not fit on paper, nor in twenty minutes."""

_MOST_AGREEMENTS: Final = 200
_LONGEST_NAME: Final = 120
_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_KEYS: Final = (
    *("counter", "language", "worker_language", "keeping", "interpreter", "came_by", "story", "goals"),
    *("goal_phrases", "capacity", "support", "agreements", "contacts", "check_in", "referral", "face"),
)


def read_conversation(value: Any, catalogue: Catalogue) -> Conversation:
    """The conversation in `value` (from JSON). Raises `BadInput` naming the field that is wrong."""
    fields = Fields(value, "", _KEYS)
    face, support = fields.find("face", None), fields.find("support", None)
    return Conversation(
        counter=_read_known(fields.get("counter"), catalogue.counters, "counter"),
        language=_read_language(fields.get("language"), "language"),
        worker_language=_read_language(fields.find("worker_language", "nl"), "worker_language"),
        keeping=read_one_of(Keeping, fields.find("keeping", "nothing"), "keeping"),
        interpreter=read_one_of(Interpreter, fields.find("interpreter", "not_needed"), "interpreter"),
        came_by=_read_short(fields.find("came_by", ""), "came_by"),
        story=tuple(_read_moment(item, path) for item, path in _items(fields, "story")),
        goals=tuple(_read_told(item, path) for item, path in _items(fields, "goals")),
        goal_phrases=_read_phrases(fields.find("goal_phrases", []), catalogue, "goal_phrases"),
        capacity=_read_capacity(fields.find("capacity", {})),
        support=None if support is None else read_one_of(SupportLevel, support, "support"),
        agreements=_read_agreements(fields.find("agreements", {}), catalogue),
        contacts=tuple(_read_contact(item, path) for item, path in _items(fields, "contacts")),
        check_in=_read_check_in(fields.find("check_in", None)),
        referral=_read_referral(fields.find("referral", None)),
        face=None if face is None else read_one_of(Face, face, "face"),
    )


def read_agreement(value: Any, catalogue: Catalogue, path: str) -> Agreement:
    """One agreement."""
    keys = ("channel", "on", "at", "phrases", "told", "support", "not_needed_because")
    fields = Fields(value, path, keys)
    channel, support = fields.find("channel", None), fields.find("support", None)
    on, at = fields.find("on", None), fields.find("at", None)
    told, because = fields.find("told", None), fields.find("not_needed_because", None)
    return Agreement(
        channel=None if channel is None else read_one_of(ConversationChannel, channel, f"{path}.channel"),
        appointment=None
        if on is None
        else Appointment(_read_day(on, f"{path}.on"), None if at is None else read_clock(at, f"{path}.at")),
        phrases=_read_phrases(fields.find("phrases", []), catalogue, f"{path}.phrases"),
        told=None if told is None else _read_told(told, f"{path}.told"),
        support=None if support is None else read_one_of(SupportLevel, support, f"{path}.support"),
        not_needed_because=None if because is None else _read_told(because, f"{path}.not_needed_because"),
    )


def read_clock(value: Any, path: str) -> time:
    """A time of day, as 09:30 or 9.30."""
    text = read_text(value, path).strip().replace(".", ":").zfill(5)
    if not _CLOCK.fullmatch(text):
        raise BadInput(path, "is geen tijd. Schrijf bijvoorbeeld 09:30.")
    return time.fromisoformat(text)


def _items(fields: Fields, key: str) -> list[tuple[Any, str]]:
    items = read_list(fields.find(key, []), key)
    if len(items) > MOST_OF_A_KIND:
        raise BadInput(key, f"telt meer dan {MOST_OF_A_KIND} regels.")
    return [(item, f"{key}[{number}]") for number, item in enumerate(items)]


def _read_moment(value: Any, path: str) -> StoryMoment:
    fields = Fields(value, path, ("time", "on", "text", "language"))
    on = fields.find("on", None)
    return StoryMoment(
        read_one_of(StoryTime, fields.get("time"), f"{path}.time"),
        read_told(fields.get("text"), fields.get("language"), path),
        None if on is None else _read_day(on, f"{path}.on"),
    )


def _read_told(value: Any, path: str) -> Told:
    fields = Fields(value, path, ("text", "language"))
    return read_told(fields.get("text"), fields.get("language"), path)


def _read_agreements(value: Any, catalogue: Catalogue) -> dict[str, Agreement]:
    made = {
        name: read_agreement(item, catalogue, f"agreements.{name}")
        for name, item in Fields(value, "agreements", None).items()
    }
    if len(made) > _MOST_AGREEMENTS:
        raise BadInput("agreements", f"telt meer dan {_MOST_AGREEMENTS} afspraken.")
    return made


def _read_contact(value: Any, path: str) -> ContactMoment:
    fields = Fields(value, path, ("on", "channel", "agency", "result"))
    result = fields.find("result", None)
    return ContactMoment(
        _read_day(fields.get("on"), f"{path}.on"),
        read_one_of(ConversationChannel, fields.get("channel"), f"{path}.channel"),
        _read_short(fields.get("agency"), f"{path}.agency"),
        None if result is None else _read_told(result, f"{path}.result"),
    )


def _read_check_in(value: Any) -> CheckInWish | None:
    if value is None:
        return None
    fields = Fields(value, "check_in", ("on", "channel"))
    channel = read_one_of(ConversationChannel, fields.get("channel"), "check_in.channel")
    return CheckInWish(_read_day(fields.get("on"), "check_in.on"), channel)


def _read_referral(value: Any) -> Referral | None:
    if value is None:
        return None
    fields = Fields(value, "referral", ("to", "spoke_to", "is_introduced", "reason"))
    reason = fields.find("reason", None)
    return Referral(
        _read_short(fields.get("to"), "referral.to"),
        _read_short(fields.get("spoke_to"), "referral.spoke_to"),
        fields.find("is_introduced", False) is True,
        None if reason is None else _read_told(reason, "referral.reason"),
    )


def _read_capacity(value: Any) -> dict[str, Able]:
    fields = Fields(value, "capacity", CAPACITY_QUESTIONS)
    return {name: read_one_of(Able, able, f"capacity.{name}") for name, able in fields.items()}


def _read_phrases(value: Any, catalogue: Catalogue, path: str) -> tuple[str, ...]:
    names = [_read_known(name, catalogue.phrases, path) for name in read_list(value, path)]
    return tuple(dict.fromkeys(names))


def _read_known(value: Any, known: Any, path: str) -> str:
    text = read_text(value, path)
    if text not in known:
        raise BadInput(path, f"bestaat niet: {text!r}.")
    return text


def _read_language(value: Any, path: str) -> str:
    text = read_text(value, path)
    if not (text.isalpha() and text.islower() and len(text) in (2, 3)):
        raise BadInput(path, "is geen code van een taal.")
    return text


def _read_short(value: Any, path: str) -> str:
    text = read_text(value, path).strip()
    if len(text) > _LONGEST_NAME:
        raise BadInput(path, f"heeft meer dan {_LONGEST_NAME} tekens.")
    return text


def _read_day(value: Any, path: str) -> date:
    text = read_text(value, path)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(path, f"is geen datum die bestaat: {text!r}.") from error
