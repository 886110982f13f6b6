"""Sessions in the database. What is personal in them is encrypted and erased with the row."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, RowMapping, delete, insert, or_, select, update

from overview.adapters.store.engine import calling
from overview.adapters.store.tables.sessions import Session
from overview.adapters.vault import Vault
from overview.domain.identity import Assurance, Role
from overview.domain.session_record import SessionRecord


class DatabaseSessions:
    """Sessies in de database; satisfies `SessionStore`."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self._engine = engine
        self._vault = vault

    def create(self, record: SessionRecord) -> None:
        """Keep a new session."""
        names = json.dumps([record.name, record.acts_for, record.id_token], ensure_ascii=False)
        place = f"sessions.names/{record.id_hash}"
        row = {
            "id_hash": record.id_hash,
            "role": record.role.value,
            "person": record.person,
            "person_hash": record.person_hash,
            "actor": record.actor,
            "level": int(record.level),
            "provider": record.provider,
            "sid": record.sid,
            "subject_hash": record.subject_hash,
            "csrf": record.csrf,
            "names": self._vault.seal_short_lived(names.encode(), place),
            "bsn": self._seal_bsn(record),
            "created_at": record.created_at,
            "seen_at": record.seen_at,
            "ends_at": record.ends_at,
            "follows": record.follows,
        }
        with calling(self._engine) as connection:
            connection.execute(insert(Session).values(row))

    def find(self, id_hash: str) -> SessionRecord | None:
        """The session with this hashed cookie id."""
        with calling(self._engine, is_reading=True) as connection:
            rows = connection.execute(select(Session.__table__).where(Session.id_hash == id_hash)).mappings()
            row = rows.first()
        return None if row is None else self._read(row)

    def is_followed(self, id_hash: str, idle_since: datetime, now: datetime) -> bool:
        """True when a session took the place of this one and lives."""
        if not id_hash:
            return False
        with calling(self._engine, is_reading=True) as connection:
            query = select(Session.id_hash).where(
                Session.follows == id_hash, Session.seen_at > idle_since, Session.ends_at > now
            )
            return connection.execute(query).first() is not None

    def touch(self, id_hash: str, seen_at: datetime) -> None:
        """Somebody did something at this moment."""
        with calling(self._engine) as connection:
            connection.execute(
                update(Session)
                .where(Session.id_hash == id_hash, Session.seen_at < seen_at)
                .values(seen_at=seen_at)
            )

    def end(self, id_hash: str) -> None:
        """End one session."""
        self._delete(Session.id_hash == id_hash)

    def end_by_sid(self, provider: str, sid: str) -> int:
        """End what the provider calls one session."""
        return self._delete((Session.provider == provider) & (Session.sid == sid)) if sid else 0

    def end_by_subject(self, provider: str, subject_hash: str) -> int:
        """End every session of one subject."""
        if not subject_hash:
            return 0
        return self._delete((Session.provider == provider) & (Session.subject_hash == subject_hash))

    def end_all_of(self, person: str) -> int:
        """End every session for one person's overview."""
        return self._delete(Session.person == person) if person else 0

    def adopt(self, person_hash: str, person: str) -> int:
        """Sessions of somebody who agreed to keep an overview point to that person."""
        with calling(self._engine) as connection:
            changed = update(Session).where(Session.person_hash == person_hash, Session.person != person)
            return connection.execute(changed.values(person=person)).rowcount

    def purge(self, idle_since: datetime, now: datetime) -> int:
        """Erase what is idle or past its end."""
        return self._delete(or_(Session.seen_at < idle_since, Session.ends_at <= now))

    def _delete(self, where: ColumnElement[bool]) -> int:
        with calling(self._engine) as connection:
            return connection.execute(delete(Session).where(where)).rowcount

    def _seal_bsn(self, record: SessionRecord) -> bytes | None:
        if not record.bsn:
            return None
        return self._vault.seal_short_lived(record.bsn.encode(), f"sessions.bsn/{record.id_hash}")

    def _read(self, row: RowMapping) -> SessionRecord:
        id_hash = row["id_hash"]
        names = json.loads(self._vault.unseal_short_lived(row["names"], f"sessions.names/{id_hash}"))
        bsn = row["bsn"]
        return SessionRecord(
            id_hash=id_hash,
            role=Role(row["role"]),
            person=row["person"],
            person_hash=row["person_hash"],
            actor=row["actor"],
            level=Assurance(row["level"]),
            provider=row["provider"],
            sid=row["sid"],
            subject_hash=row["subject_hash"],
            csrf=row["csrf"],
            name=names[0],
            acts_for=names[1],
            id_token=names[2],
            bsn=self._vault.unseal_short_lived(bsn, f"sessions.bsn/{id_hash}").decode() if bsn else "",
            created_at=row["created_at"],
            seen_at=row["seen_at"],
            ends_at=row["ends_at"],
            follows=row["follows"],
        )
