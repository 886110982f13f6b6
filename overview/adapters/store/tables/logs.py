"""Two logs, linked by operation id: who looked (for the citizen), and the Logboek Dataverwerkingen.

Source: Logius-standaarden/logboek-dataverwerkingen, working version of October 2024.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class AccessLine(Base):
    """Regel van inzage. Each line signs the one before it; nothing here is ever changed."""

    __tablename__ = "access_log"

    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    version: Mapped[int]
    operation_id: Mapped[str]
    sealed: Mapped[bytes]
    previous: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)


class ProcessingLine(Base):
    """Regel van het verwerkingenlogboek: one for each person and operation, without who did it."""

    __tablename__ = "processing_log"

    operation_id: Mapped[str] = mapped_column(primary_key=True)
    trace_id: Mapped[str]
    parent_operation_id: Mapped[str | None]
    foreign_operation: Mapped[str | None] = mapped_column(String(500))
    status_code: Mapped[int]
    name: Mapped[str]
    start_time: Mapped[datetime] = mapped_column(index=True)
    end_time: Mapped[datetime]
    resource: Mapped[str]
    processing_activity_id: Mapped[str] = mapped_column(String(500))
    data_subject_id: Mapped[bytes]
    link: Mapped[str]
    """A keyed hash that only `verify` can make: an access line taken out is missed here."""
