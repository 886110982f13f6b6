"""What a counter keeps, in the database."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.counter import CheckInRow, HandoverRow, RelationRow
from overview.domain.handovers import CheckIn, Handover, HandoverState
from overview.domain.helping import Relation


class DatabaseCounter:
    """Loket in de database; satisfies `CounterRecords`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def add_relation(self, relation: Relation) -> None:
        """A worker begins to help a person."""
        row = {
            "id": relation.id,
            "person": relation.person,
            "actor": relation.actor,
            "counter": relation.counter,
            "since": relation.since,
            **self._write_relation(relation),
        }
        self._connection.execute(insert(RelationRow).values(row))

    def replace_relation(self, relation: Relation) -> None:
        """The same relation with other facts."""
        query = update(RelationRow).where(RelationRow.id == relation.id)
        self._connection.execute(query.values(self._write_relation(relation)))

    def list_relations(self, actor: str) -> tuple[Relation, ...]:
        """The living relations of this worker."""
        return self._relations(RelationRow.actor == actor, RelationRow.ended_at.is_(None))

    def list_relations_of(self, person: str) -> tuple[Relation, ...]:
        """Every relation of this person."""
        return self._relations(RelationRow.person == person)

    def add_handover(self, handover: Handover) -> None:
        """A handover is opened."""
        row = {
            "id": handover.id,
            "person": handover.person,
            "actor": handover.by,
            "counter": handover.counter,
            "opened_at": handover.opened_at,
            **self._write_handover(handover),
        }
        self._connection.execute(insert(HandoverRow).values(row))

    def replace_handover(self, handover: Handover) -> bool:
        """The same handover, settled."""
        query = update(HandoverRow).where(
            HandoverRow.id == handover.id, HandoverRow.state == HandoverState.OPEN.value
        )
        return self._connection.execute(query.values(self._write_handover(handover))).rowcount == 1

    def list_handovers(self, actor: str) -> tuple[Handover, ...]:
        """The handovers that this worker opened."""
        return self._handovers(HandoverRow.actor == actor)

    def list_handovers_of(self, person: str) -> tuple[Handover, ...]:
        """Every handover of this person."""
        return self._handovers(HandoverRow.person == person)

    def add_check_in(self, check_in: CheckIn) -> None:
        """A moment is agreed."""
        sealed = self._keys.seal(check_in.person, check_in.channel, f"check_ins.sealed/{check_in.id}")
        row = {"id": check_in.id, "person": check_in.person, "actor": check_in.worker, "on": check_in.on}
        self._connection.execute(insert(CheckInRow).values({**row, "done_on": None, "sealed": sealed}))

    def finish_check_in(self, check_in: str, actor: str, on: date) -> bool:
        """It was asked how it goes."""
        query = update(CheckInRow).where(
            CheckInRow.id == check_in, CheckInRow.actor == actor, CheckInRow.done_on.is_(None)
        )
        return self._connection.execute(query.values(done_on=on)).rowcount == 1

    def list_check_ins(self, actor: str) -> tuple[CheckIn, ...]:
        """The open moments of this worker."""
        query = select(CheckInRow.__table__).where(CheckInRow.actor == actor, CheckInRow.done_on.is_(None))
        rows = self._connection.execute(query.order_by(CheckInRow.on, CheckInRow.id)).all()
        return tuple(
            CheckIn(
                *(row.id, row.person, row.actor, row.on),
                self._keys.unseal(row.person, row.sealed, f"check_ins.sealed/{row.id}"),
            )
            for row in rows
        )

    def count_open(self, counter: str, before: datetime) -> tuple[int, int, int]:
        """Figures without people."""
        is_open = (HandoverRow.counter == counter, HandoverRow.state == HandoverState.OPEN.value)
        return (
            self._count(RelationRow.counter == counter, RelationRow.ended_at.is_(None), of=RelationRow.id),
            self._count(*is_open, of=HandoverRow.id),
            self._count(*is_open, HandoverRow.opened_at < before, of=HandoverRow.id),
        )

    def _count(self, *wanted: ColumnElement[bool], of: Any) -> int:
        return self._connection.execute(select(func.count(of)).where(*wanted)).scalar_one()

    def _relations(self, *wanted: ColumnElement[bool]) -> tuple[Relation, ...]:
        query = select(RelationRow.__table__).where(*wanted).order_by(RelationRow.since, RelationRow.id)
        return tuple(self._read_relation(row) for row in self._connection.execute(query).all())

    def _read_relation(self, row: Row[Any]) -> Relation:
        told = self._keys.unseal(row.person, row.sealed, f"relations.sealed/{row.id}")
        return Relation(
            id=row.id,
            person=row.person,
            actor=row.actor,
            counter=row.counter,
            called=told["called"],
            since=row.since,
            ended_at=row.ended_at,
            looked_on=row.looked_on,
            last_days=tuple(date.fromisoformat(day) for day in told["last_days"]),
        )

    def _write_relation(self, relation: Relation) -> dict[str, Any]:
        told = {"called": relation.called, "last_days": [day.isoformat() for day in relation.last_days]}
        sealed = self._keys.seal(relation.person, told, f"relations.sealed/{relation.id}")
        return {"ended_at": relation.ended_at, "looked_on": relation.looked_on, "sealed": sealed}

    def _handovers(self, *wanted: ColumnElement[bool]) -> tuple[Handover, ...]:
        query = select(HandoverRow.__table__).where(*wanted).order_by(HandoverRow.opened_at, HandoverRow.id)
        return tuple(self._read_handover(row) for row in self._connection.execute(query).all())

    def _read_handover(self, row: Row[Any]) -> Handover:
        told = self._keys.unseal(row.person, row.sealed, f"handovers.sealed/{row.id}")
        return Handover(
            id=row.id,
            person=row.person,
            by=row.actor,
            counter=row.counter,
            to=told["to"],
            spoke_to=told["spoke_to"],
            opened_at=row.opened_at,
            state=HandoverState(row.state),
            picked_up_by=told["picked_up_by"],
            settled_at=row.settled_at,
        )

    def _write_handover(self, handover: Handover) -> dict[str, Any]:
        told = {
            "to": handover.to,
            "spoke_to": handover.spoke_to,
            "picked_up_by": handover.picked_up_by,
        }
        sealed = self._keys.seal(handover.person, told, f"handovers.sealed/{handover.id}")
        return {"state": handover.state.value, "settled_at": handover.settled_at, "sealed": sealed}
