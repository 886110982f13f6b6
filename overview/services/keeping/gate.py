"""The gate: nobody reads or changes an overview without passing here, and who passed is written down."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime

from overview.domain.access import Action, NotAllowed, is_allowed
from overview.domain.identity import Role, SignedIn
from overview.domain.keeping import AccessLine, LogTail, ProcessingLine
from overview.keeping_ports import Records

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pass:
    """Doorgang: who may do what, with whose overview and why; goes into both logs."""

    who: SignedIn
    person: str
    action: Action
    purpose: str
    now: datetime


class Gate:
    """Poort. `activity` is the address of this processing in the municipality's register."""

    def __init__(self, activity: str) -> None:
        self._activity = activity

    def enter(self, records: Records, who: SignedIn, person: str, action: Action, now: datetime) -> Pass:
        """Raises `NotAllowed`. A citizen asks no question of the database; staff need an opening."""
        openings = records.claims.list_openings(person, who.actor) if who.role is not Role.CITIZEN else ()
        if not is_allowed(who, person, action, openings, now):
            _log.warning("access refused: role=%s action=%s", who.role.value, action.value)
            raise NotAllowed
        purpose = next((one.purpose for one in reversed(openings) if one.is_open(now)), "")
        return Pass(who, person, action, purpose, now)

    def log(self, records: Records, passed: Pass, version: int, tail: LogTail | None = None) -> None:
        """One line for the citizen and one for the processing log, linked by their operation id."""
        operation_id, who = _make_operation_id(passed.now), passed.who
        line = AccessLine(
            at=passed.now,
            actor=who.actor,
            action=passed.action,
            version=version,
            operation_id=operation_id,
            role=("representative" if who.acts_for else who.role.value),
            name=who.name,
            purpose=passed.purpose,
        )
        processing = ProcessingLine(
            operation_id=operation_id,
            trace_id=secrets.token_hex(16),
            name=passed.action.value,
            start_time=passed.now,
            end_time=passed.now,
            activity=self._activity,
            person=passed.person,
        )
        records.logs.append(passed.person, line, processing, tail)


def _make_operation_id(now: datetime) -> str:
    """Eight bytes: the second, then chance. New ones stand together, so that a database finds their place
    in memory; of two the same (one in four thousand million within a second) the later is made anew."""
    return f"{int(now.timestamp()) & 0xFFFFFFFF:08x}{secrets.token_hex(4)}"
