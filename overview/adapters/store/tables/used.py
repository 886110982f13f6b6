"""What may be used one time only, as keyed hashes: a sign-in attempt, the id of a sign-out message."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class Used(Base):
    """Gebruikt. After `until` it could not be used anyway, so the row may go."""

    __tablename__ = "used_once"

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime] = mapped_column(index=True)
