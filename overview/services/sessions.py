"""Sessions on the server: who is at the screen, how long still, and the end of it everywhere.

The browser holds a random id and nothing else. What is not found, idle too long, past its end or
from a clock that cannot be right does not exist: there is no other way to be signed in.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from overview.domain.identity import Role, SignedIn
from overview.domain.session_record import SessionRecord
from overview.domain.sign_in import Audience, Identity, Limits, SignOutNotice, mask_bsn
from overview.identity_ports import KnownPersons, Seals
from overview.ports import SessionStore

CLOCK_TOLERANCE: Final = timedelta(seconds=120)
"""How far the clocks of two machines that serve one person may differ."""

_ID_LENGTH: Final = 43
"""256 random bits in base64url."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """Wat er van een sessie over is, in whole seconds; `can_stay` is False at the end of the whole."""

    session: str
    seconds: int
    can_stay: bool


class Sessions:
    """Sessies. `audience` tells the session of a citizen from that of a worker in the same browser."""

    def __init__(self, store: SessionStore, persons: KnownPersons, seals: Seals, limits: Limits) -> None:
        self._store = store
        self._persons = persons
        self._seals = seals
        self.limits = limits

    def open(self, identity: Identity, old_cookie: str | None, now: datetime) -> str:
        """A new session with a new id; the one before it in this browser ends. Returns the cookie."""
        old = self.find_record(old_cookie, Audience.CITIZENS, now)
        if old_cookie:
            self._store.end(hash_id(old_cookie))
        cookie = secrets.token_urlsafe(32)
        person_hash = self._hash_person(identity)
        # The same person once more, on a higher level perhaps: what their other tabs hold stays theirs.
        follows = old if old is not None and person_hash and old.person_hash == person_hash else None
        person = self._find_person(identity)
        if not person and person_hash:
            # Random until they agree to keep something.
            person = follows.person if follows else secrets.token_hex(16)
        own = self._name_actor(identity)
        self._store.create(
            SessionRecord(
                id_hash=hash_id(cookie),
                role=identity.role,
                person=person,
                actor=own,
                level=identity.level,
                provider=identity.provider,
                csrf=secrets.token_urlsafe(32),
                created_at=now,
                seen_at=now,
                ends_at=now + self.limits.whole,
                follows=follows.id_hash if follows else "",
                person_hash=person_hash,
                subject_hash=self._hash_subject(identity.provider, identity.subject),
                sid=self._hash_sid(identity.provider, identity.sid),
                name=identity.name,
                acts_for=identity.represented_name or mask_bsn(identity.represented_bsn),
                bsn=identity.represented_bsn or identity.bsn,
            )
        )
        return cookie

    def find(self, cookie: str | None, audience: Audience, now: datetime) -> SignedIn | None:
        """Who is at the screen; asking counts as doing something. One query, seldom a second."""
        record = self.find_record(cookie, audience, now)
        if record is None:
            return None
        if now - record.seen_at >= self.limits.seldom:
            self._store.touch(record.id_hash, now)
        return _tell(record)

    def is_followed(self, session: str, now: datetime) -> bool:
        """True when the same person signed in once more in the same browser, and is signed in still."""
        return self._store.is_followed(session, now - self.limits.idle, now)

    def look(self, cookie: str | None, audience: Audience, now: datetime) -> Remaining | None:
        """How long still; looking does not count as doing something."""
        record = self.find_record(cookie, audience, now)
        return self._count(record, now) if record else None

    def _count(self, record: SessionRecord, now: datetime) -> Remaining:
        idle_end = record.seen_at + self.limits.idle
        left = min(idle_end, record.ends_at) - now
        return Remaining(record.id_hash, max(0, int(left.total_seconds())), record.ends_at > idle_end)

    def stay(self, cookie: str | None, audience: Audience, now: datetime) -> Remaining | None:
        """The person is still there: the idle clock starts again."""
        record = self.find_record(cookie, audience, now)
        if record is None:
            return None
        self._store.touch(record.id_hash, now)
        return self._count(replace(record, seen_at=now), now)

    def end(self, cookie: str | None, audience: Audience, now: datetime) -> SignedIn | None:
        """Sign out: dead in every tab and for the old cookie. Whose session it was, when there was one."""
        record = self.find_record(cookie, audience, now)
        if record is not None:
            self._store.end(record.id_hash)
        return _tell(record) if record else None

    def end_by_notice(self, provider: str, notice: SignOutNotice) -> int:
        """The provider says that somebody signed out there; how many sessions ended here."""
        if notice.sid:
            return self._store.end_by_sid(provider, self._hash_sid(provider, notice.sid))
        return self._store.end_by_subject(provider, self._hash_subject(provider, notice.subject))

    def purge(self, now: datetime) -> int:
        """Erase, with the citizen service numbers in them, sessions that are over; how many."""
        return self._store.purge(now - self.limits.idle, now)

    def find_record(self, cookie: str | None, audience: Audience, now: datetime) -> SessionRecord | None:
        """The whole record, to read registers with. Does not count as doing something."""
        if not cookie or len(cookie) != _ID_LENGTH:
            return None
        try:
            record = self._store.find(hash_id(cookie))
        except ValueError:
            # Sealed with a key that is gone: nobody can say whose session it was.
            return None
        if record is None or (record.role is Role.CITIZEN) != (audience is Audience.CITIZENS):
            return None
        if self._is_over(record, now):
            self._store.end(record.id_hash)
            return None
        return record

    def _is_over(self, record: SessionRecord, now: datetime) -> bool:
        if now >= record.seen_at + self.limits.idle or now >= record.ends_at:
            return True
        # A clock put back would make a session live again: it ends instead.
        return now < record.seen_at - CLOCK_TOLERANCE

    def _find_person(self, identity: Identity) -> str:
        """Whose overview; empty for staff and for who keeps nothing."""
        hashes = self._list_person_hashes(identity)
        return (self._persons.find_person(hashes) or "") if hashes else ""

    def _hash_person(self, identity: Identity) -> str:
        return next(iter(self._list_person_hashes(identity)), "")

    def _list_person_hashes(self, identity: Identity) -> tuple[str, ...]:
        if identity.role is not Role.CITIZEN:
            return ()
        bsn = identity.represented_bsn or identity.bsn
        kind, value = ("bsn", bsn) if bsn else ("subject", f"{identity.issuer} {identity.subject}")
        return self._seals.hash_all(kind, value)

    def _name_actor(self, identity: Identity) -> str:
        """Our own name for who signed in: the same each time, and nobody can tell who from it."""
        value = f"{identity.issuer} {identity.subject}"
        return self._seals.hash_lookup("actor", value)[:32]

    def _hash_subject(self, provider: str, subject: str) -> str:
        return self._seals.hash_lookup("subject-at-provider", f"{provider} {subject}")

    def _hash_sid(self, provider: str, sid: str) -> str:
        return self._seals.hash_lookup("sid", f"{provider} {sid}") if sid else ""


def hash_id(cookie: str) -> str:
    """What the database knows of a cookie: it cannot be sent back as one."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def _tell(record: SessionRecord) -> SignedIn:
    return SignedIn(
        session=record.id_hash,
        role=record.role,
        person=record.person,
        actor=record.actor,
        name=record.name,
        level=record.level,
        provider=record.provider,
        signed_in_at=record.created_at,
        acts_for=record.acts_for,
    )
