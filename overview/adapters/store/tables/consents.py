"""What a person said yes to. Agency and purpose are encrypted: they may tell of health or debt."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class ConsentGiven(Base):
    """Toestemming, with its whole text version, language and circumstances sealed."""

    __tablename__ = "consents"

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"), index=True)
    sealed: Mapped[bytes]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
