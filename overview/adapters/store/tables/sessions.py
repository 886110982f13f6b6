"""Living sessions. The cookie holds a random id; its hash stands here. A row that is gone is signed out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from overview.adapters.store.tables.base import Base


class Session(Base):
    """Sessie. `names` and `bsn` are encrypted and go with the row."""

    __tablename__ = "sessions"
    __table_args__ = (
        Index("ix_sessions_provider_sid", "provider", "sid"),
        Index("ix_sessions_provider_subject_hash", "provider", "subject_hash"),
    )

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    person: Mapped[str] = mapped_column(index=True)
    person_hash: Mapped[str] = mapped_column(index=True)
    actor: Mapped[str]
    level: Mapped[int]
    provider: Mapped[str]
    sid: Mapped[str]
    subject_hash: Mapped[str]
    csrf: Mapped[str]
    names: Mapped[bytes]
    bsn: Mapped[bytes | None]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    follows: Mapped[str] = mapped_column(index=True, server_default="")
