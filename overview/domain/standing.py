"""How each candidate stands today: done, maybe, with others, waiting, put off, not yet, or open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overview.domain.candidates import Candidate, Candidates, find_done_on
from overview.domain.case_steps import is_case_step
from overview.domain.graph import find_held_up, find_open_needs
from overview.domain.own_steps import Doer
from overview.domain.situation import Situation
from overview.domain.steps import DoneBy


class Standing(StrEnum):
    """Stand van een stap, in the order in which the first that fits decides."""

    DONE = "done"
    NOT_NEEDED = "not_needed"
    MAYBE = "maybe"
    OTHERS = "others"
    WAITING = "waiting"
    PUT_OFF = "put_off"
    NOT_YET = "not_yet"
    HELD_UP = "held_up"
    PLACED = "placed"


@dataclass(frozen=True, slots=True)
class Standings:
    """Standen van alle stappen, met waar elke open stap op wacht.

    `until` holds the agreed day of waiting or putting off; `came_back` the steps whose
    agreed day of waiting has passed.
    """

    by_id: Mapping[str, Standing]
    needs: Mapping[str, tuple[str, ...]]
    done_on: Mapping[str, date]
    until: Mapping[str, date]
    came_back: frozenset[str]
    pinned: tuple[str, ...]
    pins_without_step: tuple[str, ...]
    taken_by: Mapping[str, Doer]


_OPEN = frozenset({Standing.OTHERS, Standing.WAITING, Standing.PUT_OFF, Standing.NOT_YET, Standing.PLACED})
_BLOCKED = _OPEN - {Standing.PLACED}


def find_standings(found: Candidates, situation: Situation, today: date) -> Standings:
    """The standing of every candidate, seen on `today`."""
    done_on: dict[str, date] = {}
    until: dict[str, date] = {}
    came_back: set[str] = set()
    standings: dict[str, Standing] = {}
    doers = {c.id: _find_doer(c, situation) for c in found.all}
    for candidate in found.all:
        on = find_done_on(candidate, situation, today)
        if on is not None:
            done_on[candidate.id] = on
        wait_names = candidate.aliases & situation.waiting.keys()
        untils = [situation.waiting[name].until for name in wait_names]
        wait_until = None if None in untils else max((on for on in untils if on), default=None)
        runs_as_case = _runs_as_case(candidate, situation)
        has_waited = bool(wait_names) and wait_until is not None and wait_until < today
        put_off = max(
            (situation.put_off[n] for n in candidate.aliases & situation.put_off.keys()), default=None
        )
        standing = _stand(
            candidate,
            is_done=on is not None,
            is_needed=not candidate.aliases & situation.not_needed,
            is_waiting=(bool(wait_names) and not has_waited) or runs_as_case,
            is_put_off=put_off is not None and put_off > today,
            is_taken_over=doers[candidate.id].takes_over,
            today=today,
        )
        standings[candidate.id] = standing
        if has_waited and not runs_as_case and standing is not Standing.DONE:
            came_back.add(candidate.id)
        agreed = put_off if standing is Standing.PUT_OFF else wait_until
        if agreed is not None:
            until[candidate.id] = agreed
    open_ids = {i for i, standing in standings.items() if standing in _OPEN}
    passed_over = {i for i, s in standings.items() if s in (Standing.MAYBE, Standing.NOT_NEEDED)}
    needs = find_open_needs(found, open_ids, passed_over)
    between = {i: earlier for i, earlier in needs.items() if i in open_ids}
    blocked = {i for i in open_ids if standings[i] in _BLOCKED}
    for step_id in find_held_up(between, blocked) - blocked:
        standings[step_id] = Standing.HELD_UP
    pinned, missing = _find_pins(found, situation)
    taken_by = {i: doer for i, doer in doers.items() if doer is not Doer.CITIZEN}
    return Standings(standings, needs, done_on, until, frozenset(came_back), pinned, missing, taken_by)


def _runs_as_case(candidate: Candidate, situation: Situation) -> bool:
    """The register shows that the citizen did this already: the case of it is open.

    The citizen's own choice wins: a step they put first stays where they put it.
    """
    if candidate.case is None or candidate.step.done_by is not DoneBy.CITIZEN or not candidate.occurrences:
        return False
    is_of_event = candidate.occurrences[0] < len(situation.life_events)
    return is_of_event and candidate.case.status.is_open and not candidate.aliases & set(situation.pinned)


def _stand(
    candidate: Candidate,
    *,
    is_done: bool,
    is_needed: bool,
    is_waiting: bool,
    is_put_off: bool,
    is_taken_over: bool,
    today: date,
) -> Standing:
    if is_done:
        return Standing.DONE
    if not is_needed:
        return Standing.NOT_NEEDED
    if candidate.verdict.holds is None and not is_waiting:
        return Standing.MAYBE
    if candidate.step.done_by is not DoneBy.CITIZEN or is_taken_over:
        return Standing.OTHERS
    if is_waiting:
        return Standing.WAITING
    if is_put_off:
        return Standing.PUT_OFF
    if candidate.earliest_on is not None and candidate.earliest_on > today:
        return Standing.NOT_YET
    return Standing.PLACED


def _find_doer(candidate: Candidate, situation: Situation) -> Doer:
    """Who does this step by agreement; the citizen while nothing was agreed."""
    if not situation.taken_by:
        return Doer.CITIZEN
    named = (situation.taken_by[name] for name in candidate.aliases & situation.taken_by.keys())
    return next(named, Doer.CITIZEN)


def _find_pins(found: Candidates, situation: Situation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pinned steps by plan id, and the pins whose step does not apply."""
    pins: list[str] = []
    missing: list[str] = []
    for name in situation.pinned:
        match = next((c.id for c in found.all if name in c.aliases), None)
        if match is None:
            # A case that is not read now may be read again tomorrow.
            missing += [] if is_case_step(name) else [name]
        elif match not in pins:
            pins.append(match)
    return tuple(pins), tuple(missing)
