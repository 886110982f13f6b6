"""What the counter needs from a store: who helps whom, handovers, and moments to ask how it goes.

Must not import: services, adapters, `i18n`, any framework. Part of the same transactions as what is
kept (`overview.keeping_ports`); every method raises `StoreDown` when the database is away.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from overview.domain.handovers import CheckIn, Handover
from overview.domain.helping import Relation


class CounterRecords(Protocol):
    """Wat een loket bijhoudt, encrypted with the key of the person it is about."""

    def add_relation(self, relation: Relation) -> None:
        """A worker begins to help a person."""
        ...

    def replace_relation(self, relation: Relation) -> None:
        """The same relation with other facts (ended, looked up again)."""
        ...

    def list_relations(self, actor: str) -> tuple[Relation, ...]:
        """The living relations of this worker, oldest first."""
        ...

    def list_relations_of(self, person: str) -> tuple[Relation, ...]:
        """Every relation of this person, ended ones too, oldest first."""
        ...

    def add_handover(self, handover: Handover) -> None:
        """A handover is opened."""
        ...

    def replace_handover(self, handover: Handover) -> bool:
        """The same handover, settled; False when it was settled already."""
        ...

    def list_handovers(self, actor: str) -> tuple[Handover, ...]:
        """The handovers that this worker opened, oldest first."""
        ...

    def list_handovers_of(self, person: str) -> tuple[Handover, ...]:
        """Every handover of this person, oldest first."""
        ...

    def add_check_in(self, check_in: CheckIn) -> None:
        """A moment is agreed."""
        ...

    def finish_check_in(self, check_in: str, actor: str, on: date) -> bool:
        """It was asked how it goes; False when this worker has no such moment open."""
        ...

    def list_check_ins(self, actor: str) -> tuple[CheckIn, ...]:
        """The open moments of this worker, nearest first."""
        ...

    def count_open(self, counter: str, before: datetime) -> tuple[int, int, int]:
        """Figures without people: relations, open handovers, and handovers open since before a moment."""
        ...
