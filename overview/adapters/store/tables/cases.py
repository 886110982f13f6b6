"""Last known cases. Which agency they are of is encrypted too: it may tell of health or debt."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class LastCases(Base):
    """Laatst bekende zaken of one person at one source. The id is a keyed hash of both."""

    __tablename__ = "last_cases"

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    sealed: Mapped[bytes]
    kept_at: Mapped[datetime] = mapped_column(index=True)
