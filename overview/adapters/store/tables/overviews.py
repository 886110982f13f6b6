"""Saved overviews: facts and choices, encrypted as a whole; never the plan. And what each save changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class Overview(Base):
    """Bewaard overzicht of one person. `version` counts its saves."""

    __tablename__ = "overviews"

    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int]
    sealed: Mapped[bytes]
    saved_at: Mapped[datetime]


class SavedChange(Base):
    """Wijziging: what one save changed, encrypted; the actor is a random id."""

    __tablename__ = "saved_changes"

    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    sealed: Mapped[bytes]
