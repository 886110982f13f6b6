"""Codes on paper for an overview made without sign-in, tries at them, and what a worker opened."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class Claim(Base):
    """Koppelcode: the first part finds the row, the rest and the chosen word are keyed hashes."""

    __tablename__ = "claims"

    locator_hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), unique=True)
    secret_hash: Mapped[str]
    word_hash: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int]


class ClaimTry(Base):
    """Poging at a code, by keyed hash of the session or the address. Kept for a day."""

    __tablename__ = "claim_tries"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True
    )
    by_hash: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class Opening(Base):
    """Openstelling: a worker may work in this overview until a moment, for a purpose (encrypted)."""

    __tablename__ = "openings"

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    actor: Mapped[str]
    sealed: Mapped[bytes]
    opened_at: Mapped[datetime]
    ends_at: Mapped[datetime]
