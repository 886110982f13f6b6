"""What a citizen decides about a step: done, waiting, later, first, not needed. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from overview.domain.situation import Situation, Waiting

WAIT_DAYS: Final = 14
"""After two weeks of waiting the step comes back to ask how it stands."""
PUT_OFF_DAYS: Final = 7

DONE: Final = "done"
WAITING: Final = "waiting"
LATER: Final = "later"
FIRST: Final = "first"
NOT_NEEDED: Final = "not_needed"
REOPEN: Final = "reopen"

CHOICES: Final = (DONE, WAITING, LATER, FIRST, NOT_NEEDED, REOPEN)


def choose(situation: Situation, step_id: str, choice: str, today: date) -> Situation:
    """The situation after this choice; a step has one choice at a time, the last one counts.

    Raises ValueError for a choice that does not exist.
    """
    cleared = reopen(situation, step_id)
    if choice == REOPEN:
        # What somebody else would do comes back to the citizen.
        taken_by = {name: doer for name, doer in cleared.taken_by.items() if name != step_id}
        return replace(cleared, taken_by=taken_by)
    if choice == DONE:
        return replace(cleared, done={**cleared.done, step_id: today})
    if choice == WAITING:
        waiting = Waiting(since=today, until=today + timedelta(days=WAIT_DAYS))
        return replace(cleared, waiting={**cleared.waiting, step_id: waiting})
    if choice == LATER:
        put_off = {**cleared.put_off, step_id: today + timedelta(days=PUT_OFF_DAYS)}
        return replace(cleared, put_off=put_off)
    if choice == FIRST:
        return replace(cleared, pinned=(step_id, *cleared.pinned))
    if choice == NOT_NEEDED:
        return replace(cleared, not_needed=cleared.not_needed | {step_id})
    raise ValueError(choice)


def reopen(situation: Situation, step_id: str) -> Situation:
    """The step as if nothing was decided about it."""
    return replace(
        situation,
        done={key: day for key, day in situation.done.items() if key != step_id},
        waiting={key: value for key, value in situation.waiting.items() if key != step_id},
        put_off={key: day for key, day in situation.put_off.items() if key != step_id},
        pinned=tuple(key for key in situation.pinned if key != step_id),
        not_needed=situation.not_needed - {step_id},
    )


def forget_order(situation: Situation) -> Situation:
    """Back to the order of the overview: only what is done stays."""
    return replace(situation, waiting={}, put_off={}, pinned=(), not_needed=frozenset())


def has_own_order(situation: Situation) -> bool:
    """Whether the citizen changed anything that `forget_order` would undo."""
    return bool(situation.waiting or situation.put_off or situation.pinned or situation.not_needed)
