"""Writing a conversation as JSON, so that it can be printed, or kept when the citizen agreed to that."""

from __future__ import annotations

from datetime import date
from typing import Any

from overview.domain.conversation import Agreement, ContactMoment, Conversation, StoryMoment
from overview.domain.told import Told


def write_conversation(conversation: Conversation) -> dict[str, Any]:
    """The conversation as values that JSON knows; what was not said is left out."""
    referral, check_in = conversation.referral, conversation.check_in
    written: dict[str, Any] = {
        "counter": conversation.counter,
        "language": conversation.language,
        "worker_language": conversation.worker_language,
        "keeping": conversation.keeping.value,
        "interpreter": conversation.interpreter.value,
        "came_by": conversation.came_by,
        "story": [_write_moment(moment) for moment in conversation.story],
        "goals": [write_told(goal) for goal in conversation.goals],
        "goal_phrases": list(conversation.goal_phrases),
        "capacity": {name: able.value for name, able in conversation.capacity.items()},
        "support": conversation.support.value if conversation.support else None,
        "agreements": {name: write_agreement(made) for name, made in conversation.agreements.items()},
        "contacts": [_write_contact(contact) for contact in conversation.contacts],
        "check_in": {"on": check_in.on.isoformat(), "channel": check_in.channel.value} if check_in else None,
        "referral": (
            {
                "to": referral.to,
                "spoke_to": referral.spoke_to,
                "is_introduced": referral.is_introduced,
                "reason": write_told(referral.reason),
            }
            if referral
            else None
        ),
        "face": conversation.face.value if conversation.face else None,
    }
    return _trim(written)


def write_agreement(agreement: Agreement) -> dict[str, Any]:
    """One agreement."""
    appointment = agreement.appointment
    return _trim(
        {
            "channel": agreement.channel.value if agreement.channel else None,
            "on": _text(appointment.on) if appointment else None,
            "at": appointment.at.strftime("%H:%M") if appointment and appointment.at else None,
            "phrases": list(agreement.phrases),
            "told": write_told(agreement.told),
            "support": agreement.support.value if agreement.support else None,
            "not_needed_because": write_told(agreement.not_needed_because),
        }
    )


def write_told(told: Told | None) -> dict[str, str] | None:
    """What somebody said, with its language."""
    return {"text": told.text, "language": told.language} if told else None


def _write_moment(moment: StoryMoment) -> dict[str, Any]:
    return _trim({"time": moment.time.value, "on": _text(moment.on), **(write_told(moment.told) or {})})


def _write_contact(contact: ContactMoment) -> dict[str, Any]:
    return _trim(
        {
            "on": _text(contact.on),
            "channel": contact.channel.value,
            "agency": contact.agency,
            "result": write_told(contact.result),
        }
    )


def _text(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _trim(written: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in written.items() if value not in (None, "", [], {})}
