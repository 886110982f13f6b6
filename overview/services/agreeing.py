"""Agreeing on a step: who does it changes the order, the rest goes with the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from overview.domain.catalogue import Phrase
from overview.domain.conversation import Agreement, ContactMoment, Conversation, ConversationChannel
from overview.domain.own_steps import Doer, OwnStep
from overview.domain.situation import Situation
from overview.domain.told import Told
from overview.services.own_step_reader import MOST_OWN_STEPS


def agree(
    situation: Situation, conversation: Conversation, step_id: str, doer: Doer, agreement: Agreement
) -> tuple[Situation, Conversation]:
    """Both after this agreement. A citizen who does it alone is nothing special: no doer is kept."""
    others = {name: taken for name, taken in situation.taken_by.items() if name != step_id}
    if doer is not Doer.CITIZEN:
        others[step_id] = doer
    return replace(situation, taken_by=others), conversation.agree(step_id, agreement)


def note_contact(
    conversation: Conversation,
    agreement: Agreement,
    phrases: Mapping[str, Phrase],
    agency: str,
    today: date,
) -> Conversation:
    """Phrases that tell of contact are contact moments: once a day for each organisation and channel."""
    made = {
        ContactMoment(today, phrases[name].contact or ConversationChannel.COUNTER, agency)
        for name in agreement.phrases
        if name in phrases and phrases[name].contact is not None
    }
    known = {replace(one, result=None) for one in conversation.contacts}
    new = sorted(made - known, key=lambda one: one.channel)
    return replace(conversation, contacts=(*conversation.contacts, *new))


def call_not_needed(
    situation: Situation, conversation: Conversation, step_id: str, agreement: Agreement
) -> tuple[Situation, Conversation]:
    """The step drops out of the plan; why is kept with the agreements."""
    others = {name: taken for name, taken in situation.taken_by.items() if name != step_id}
    without = replace(situation, taken_by=others, not_needed=situation.not_needed | {step_id})
    return without, conversation.agree(step_id, agreement)


def add_own_step(situation: Situation, told: Told, until: date | None, agency: str) -> Situation:
    """The situation with one more step of the citizen's own; unchanged when there are too many."""
    if len(situation.own_steps) >= MOST_OWN_STEPS:
        return situation
    taken = {own.id for own in situation.own_steps}
    number = next(n for n in range(1, MOST_OWN_STEPS + 1) if f"own_{n}" not in taken)
    own = OwnStep(f"own_{number}", told, until, agency)
    return replace(situation, own_steps=(*situation.own_steps, own))
