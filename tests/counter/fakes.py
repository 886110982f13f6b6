"""What a counter keeps, in memory; satisfies `CounterRecords`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from overview.domain.handovers import CheckIn, Handover
from overview.domain.helping import Relation


@dataclass
class CounterState:
    """Everything by id."""

    relations: dict[str, Relation] = field(default_factory=dict)
    handovers: dict[str, Handover] = field(default_factory=dict)
    check_ins: dict[str, CheckIn] = field(default_factory=dict)

    def forget(self, person: str) -> None:
        """As the database does it: what is about this person goes with them."""
        self.relations = {name: one for name, one in self.relations.items() if one.person != person}
        self.handovers = {name: one for name, one in self.handovers.items() if one.person != person}
        self.check_ins = {name: one for name, one in self.check_ins.items() if one.person != person}


class FakeCounter:
    """Loket in het geheugen."""

    def __init__(self, state: CounterState) -> None:
        self._state = state

    def add_relation(self, relation: Relation) -> None:
        self._state.relations[relation.id] = relation

    def replace_relation(self, relation: Relation) -> None:
        self._state.relations[relation.id] = relation

    def list_relations(self, actor: str) -> tuple[Relation, ...]:
        found = (one for one in self._state.relations.values() if one.actor == actor and one.is_living)
        return tuple(sorted(found, key=lambda one: (one.since, one.id)))

    def list_relations_of(self, person: str) -> tuple[Relation, ...]:
        found = (one for one in self._state.relations.values() if one.person == person)
        return tuple(sorted(found, key=lambda one: (one.since, one.id)))

    def add_handover(self, handover: Handover) -> None:
        self._state.handovers[handover.id] = handover

    def replace_handover(self, handover: Handover) -> bool:
        known = self._state.handovers.get(handover.id)
        if known is None or not known.is_open:
            return False
        self._state.handovers[handover.id] = handover
        return True

    def list_handovers(self, actor: str) -> tuple[Handover, ...]:
        return self._sorted(one for one in self._state.handovers.values() if one.by == actor)

    def list_handovers_of(self, person: str) -> tuple[Handover, ...]:
        return self._sorted(one for one in self._state.handovers.values() if one.person == person)

    @staticmethod
    def _sorted(found: object) -> tuple[Handover, ...]:
        assert hasattr(found, "__iter__")
        return tuple(sorted(found, key=lambda one: (one.opened_at, one.id)))

    def add_check_in(self, check_in: CheckIn) -> None:
        self._state.check_ins[check_in.id] = check_in

    def finish_check_in(self, check_in: str, actor: str, on: date) -> bool:
        known = self._state.check_ins.get(check_in)
        if known is None or known.worker != actor or known.done_on is not None:
            return False
        self._state.check_ins[check_in] = replace(known, done_on=on)
        return True

    def list_check_ins(self, actor: str) -> tuple[CheckIn, ...]:
        found = (one for one in self._state.check_ins.values() if one.worker == actor and one.done_on is None)
        return tuple(sorted(found, key=lambda one: (one.on, one.id)))

    def count_open(self, counter: str, before: datetime) -> tuple[int, int, int]:
        relations = [o for o in self._state.relations.values() if o.counter == counter and o.is_living]
        handovers = [o for o in self._state.handovers.values() if o.counter == counter and o.is_open]
        return len(relations), len(handovers), sum(one.opened_at < before for one in handovers)
