"""Wishes of the counter: what a press on a joint page asks for, checked and carried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from overview.domain.access import NotAllowed
from overview.domain.capacity import CAPACITY_QUESTIONS, Able, SupportLevel
from overview.domain.conversation import Face
from overview.domain.handovers import HandoverError
from overview.domain.identity import SignedIn
from overview.ports import StoreDown
from overview.services.getting_digid import has_digid as take_digid
from overview.services.getting_digid import put_digid_first
from overview.web.screen.counter.watching import end_shift, see_off
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


def _cover(memory: Memory, _: str) -> None:
    if memory.desk is not None:
        memory.desk.is_covered = True


def _point(memory: Memory, step_id: str) -> None:
    """Point at a step; once more takes the finger away."""
    desk = memory.desk
    if desk is None or step_id not in memory.titles:
        return
    desk.pointed_at = "" if desk.pointed_at == step_id else step_id
    if desk.pointed_at:
        memory.tell_change(memory.titles[step_id], f"title-{step_id}")


def _agree(memory: Memory, step_id: str) -> None:
    if memory.desk is not None and step_id in memory.titles:
        memory.desk.step = step_id
        memory.wanted = "agree"


def _goal(memory: Memory, phrase: str) -> None:
    desk = memory.desk
    if desk is None or desk.conversation is None or phrase not in memory.catalogue.phrases:
        return
    chosen = desk.conversation.goal_phrases
    if phrase not in chosen and memory.catalogue.phrases[phrase].about == "goal":
        desk.conversation = replace(desk.conversation, goal_phrases=(*chosen, phrase))


def _drop_goal(memory: Memory, _: str) -> None:
    desk = memory.desk
    if desk is None or desk.conversation is None:
        return
    talk = desk.conversation
    if talk.goals:
        desk.conversation = replace(talk, goals=talk.goals[:-1])
    else:
        desk.conversation = replace(talk, goal_phrases=talk.goal_phrases[:-1])


def _able(memory: Memory, of: str) -> None:
    question, _, able = of.partition(":")
    desk = memory.desk
    if desk is None or desk.conversation is None:
        return
    if question in CAPACITY_QUESTIONS and able in set(Able):
        given = {**desk.conversation.capacity, question: Able(able)}
        desk.conversation = replace(desk.conversation, capacity=given)


def _support(memory: Memory, level: str) -> None:
    desk = memory.desk
    if desk is not None and desk.conversation is not None and level in set(SupportLevel):
        desk.conversation = replace(desk.conversation, support=SupportLevel(level))


def _digid(memory: Memory, answer: str) -> None:
    """Whether the citizen has a DigiD; without one, getting it comes first where it is needed."""
    portal = get_portal()
    if memory.conversation is None or memory.situation is None:
        return
    if answer == "no":
        memory.situation = put_digid_first(memory.situation, portal.catalogue, portal.today())
    elif answer == "yes":
        memory.situation = take_digid(memory.situation)


def _face(memory: Memory, face: str) -> None:
    desk = memory.desk
    if desk is not None and desk.conversation is not None and face in set(Face):
        desk.conversation = replace(desk.conversation, face=Face(face))


def _leave_alone(memory: Memory, _: str) -> None:
    """Fifteen minutes without anybody: the browser says so, and nothing stays."""
    if memory.desk is not None:
        end_shift(memory)
        memory.wanted = "worker"


def _end(memory: Memory, _: str) -> None:
    if memory.desk is not None:
        see_off(memory)
        memory.clear()
        memory.wanted = "worker"


def _asked_how(memory: Memory, check_in: str) -> None:
    """The worker asked how it goes: off the list."""
    portal = get_portal()
    _settle(
        memory,
        lambda worker: portal.accounts.keeping.passing_on.finish_check_in(worker, check_in, portal.today()),
    )


def _take_back(memory: Memory, handover: str) -> None:
    """A handover goes no further."""
    accounts = get_portal().accounts
    _settle(memory, lambda worker: accounts.keeping.passing_on.take_back(worker, handover, accounts.clock()))


def _settle(memory: Memory, settle: Callable[[SignedIn], object]) -> None:
    worker = memory.visitor.worker
    if worker is None or memory.desk is None or memory.desk.conversation is not None:
        return
    try:
        settle(worker)
    except (NotAllowed, HandoverError, StoreDown):
        memory.tell_change(memory.words().say("Dit lukte niet. Kijk of het al klaar is.").plain)


COUNTER_WISHES: Final[Mapping[str, Callable[[Memory, str], None]]] = {
    "cover": _cover,
    "point": _point,
    "agree": _agree,
    "goal": _goal,
    "drop_goal": _drop_goal,
    "able": _able,
    "support": _support,
    "face": _face,
    "digid": _digid,
    "asked_how": _asked_how,
    "take_back": _take_back,
    "end_conversation": _end,
    "leave_alone": _leave_alone,
}
