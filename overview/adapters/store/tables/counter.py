"""What a counter keeps: who helps whom, handovers, moments to ask. Names and places are encrypted."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class RelationRow(Base):
    """Begeleiding. Sealed: how the citizen is called, and the last days that were found."""

    __tablename__ = "relations"

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    actor: Mapped[str] = mapped_column(index=True)
    counter: Mapped[str] = mapped_column(index=True)
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    looked_on: Mapped[date | None] = mapped_column(Date)
    sealed: Mapped[bytes]


class HandoverRow(Base):
    """Overdracht. Sealed: to whom, who was spoken to, who picked it up."""

    __tablename__ = "handovers"

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    actor: Mapped[str] = mapped_column(index=True)
    counter: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]
    opened_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    sealed: Mapped[bytes]


class CheckInRow(Base):
    """Vinger aan de pols. Sealed: how."""

    __tablename__ = "check_ins"

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    actor: Mapped[str] = mapped_column(index=True)
    on: Mapped[date] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    sealed: Mapped[bytes]
