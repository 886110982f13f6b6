"""Persons by random id and keyed hash, and their data keys, apart: a backup takes one without the other."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class Person(Base):
    """Persoon: somebody who agreed to keep an overview. Without a hash: not yet claimed by anyone."""

    __tablename__ = "persons"

    id: Mapped[str] = mapped_column(primary_key=True)
    person_hash: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)


class PersonKey(Base):
    """Sleutel van een persoon, wrapped by a master key. Gone means unreadable, everywhere and for good."""

    __tablename__ = "person_keys"

    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True)
    key_id: Mapped[str] = mapped_column(index=True)
    wrapped: Mapped[bytes]


class Forgotten(Base):
    """Vergeten persoon: only the random id, so that a restored backup forgets them again."""

    __tablename__ = "forgotten"

    person: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class Mark(Base):
    """Kenmerk of this database: for which mode it was made."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
