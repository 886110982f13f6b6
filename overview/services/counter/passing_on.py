"""Passing a person on, once and warmly, and asking later how it goes."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date, datetime

from overview.domain.access import Action, NotAllowed
from overview.domain.conversation import CheckInWish, Referral
from overview.domain.handovers import CheckIn, Handover, HandoverError, HandoverState, open_handover
from overview.domain.identity import Role, SignedIn
from overview.keeping_ports import Records, Store
from overview.services.counter.helping import require_worker
from overview.services.keeping.gate import Gate


class PassingOn:
    """Overdracht en vinger aan de pols."""

    def __init__(self, store: Store, gate: Gate) -> None:
        self._store = store
        self._gate = gate

    def open(self, who: SignedIn, person: str, referral: Referral, counter: str, now: datetime) -> Handover:
        """Open the one handover. Raises `HandoverError` with the rule, `NotAllowed` without access."""
        require_worker(who)

        def work(records: Records) -> Handover:
            self._gate.enter(records, who, person, Action.CHANGE, now)
            new = Handover(
                id=secrets.token_hex(16),
                person=person,
                by=who.actor,
                to=referral.to,
                spoke_to=referral.spoke_to,
                opened_at=now,
                counter=counter,
            )
            earlier = records.counter.list_handovers_of(person)
            handover = open_handover(new, earlier, referral.is_introduced)
            records.counter.add_handover(handover)
            return handover

        return self._store.run(work)

    def pick_up(self, who: SignedIn, handover: str, by: str, now: datetime) -> Handover:
        """The other side has it: `by` is who has it now. Raises `NotAllowed` for who did not open it."""
        if not by.strip():
            raise HandoverError("nobody_spoken")
        return self._settle(who, handover, HandoverState.PICKED_UP, by.strip(), now)

    def take_back(self, who: SignedIn, handover: str, now: datetime) -> Handover:
        """It goes no further: the worker has the person again."""
        return self._settle(who, handover, HandoverState.TAKEN_BACK, "", now)

    def _settle(self, who: SignedIn, handover: str, state: HandoverState, by: str, now: datetime) -> Handover:
        require_worker(who)

        def work(records: Records) -> Handover:
            own = records.counter.list_handovers(who.actor)
            found = next((one for one in own if one.id == handover), None)
            if found is None:
                raise NotAllowed
            settled = replace(found, state=state, picked_up_by=by, settled_at=now)
            if not records.counter.replace_handover(settled):
                raise HandoverError("not_open")
            return settled

        return self._store.run(work)

    def list_of(self, who: SignedIn) -> tuple[Handover, ...]:
        """What a citizen sees: who has it now, newest first. Raises `NotAllowed` for staff."""
        if who.role is not Role.CITIZEN or not who.person:
            raise NotAllowed
        found = self._store.run(lambda records: records.counter.list_handovers_of(who.person))
        return tuple(reversed(found))

    def agree_check_in(self, who: SignedIn, person: str, wish: CheckInWish, now: datetime) -> CheckIn:
        """A moment that the citizen asked for. Raises `NotAllowed` without access."""
        require_worker(who)

        def work(records: Records) -> CheckIn:
            self._gate.enter(records, who, person, Action.CHANGE, now)
            check_in = CheckIn(secrets.token_hex(16), person, who.actor, wish.on, wish.channel.value)
            records.counter.add_check_in(check_in)
            return check_in

        return self._store.run(work)

    def finish_check_in(self, who: SignedIn, check_in: str, today: date) -> None:
        """The worker asked how it goes. Raises `NotAllowed` for somebody else's moment."""
        require_worker(who)
        is_done = self._store.run(lambda records: records.counter.finish_check_in(check_in, who.actor, today))
        if not is_done:
            raise NotAllowed
