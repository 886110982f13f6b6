"""A small world of keeping: services on a store, and invented people who sign in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from overview.adapters.vault import Vault
from overview.domain.identity import Assurance, Role, SignedIn
from overview.domain.kept import Kept
from overview.domain.session_record import SessionRecord
from overview.keeping_ports import Store
from overview.ports import SessionStore
from overview.services.keeping.claims import Claims
from overview.services.keeping.gate import Gate
from overview.services.keeping.last_cases import KeptCases
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.rights import Rights
from overview.services.keeping.upkeep import Upkeep
from overview.wiring import get_portal
from tests.web.builders import Told

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
_KEYS = {"now": bytes(range(32))}
_LOOKUPS = (bytes(range(100, 132)),)


def make_vault() -> Vault:
    """Keys of the tests, the same each time."""
    return Vault(_KEYS, _LOOKUPS)


@dataclass
class World:
    """Everything a test of keeping needs."""

    store: Store
    sessions: SessionStore
    overviews: SavedOverviews
    rights: Rights
    claims: Claims
    upkeep: Upkeep
    kept_cases: KeptCases
    clock: list[datetime]
    """One moment, that a test may change: when cases are kept and found."""

    def sign_in(
        self,
        who: str = "gerard",
        *,
        role: Role = Role.CITIZEN,
        actor: str = "",
        acts_for: str = "",
        person: str = "",
    ) -> SignedIn:
        """A living session; `who` is whose overview it is."""
        session = secrets.token_hex(8)
        is_citizen = role is Role.CITIZEN
        person_hash = f"hash of {who}" if is_citizen else ""
        found = self.store.run(lambda records: records.people.find((person_hash,))) if is_citizen else None
        record = SessionRecord(
            id_hash=session,
            role=role,
            person=(person or found or secrets.token_hex(16)) if is_citizen else "",
            actor=actor or f"actor {who}",
            level=Assurance.SUBSTANTIAL,
            provider="test",
            csrf="c",
            created_at=NOW,
            seen_at=NOW,
            ends_at=NOW + DAY,
            person_hash=person_hash,
            name=who.title(),
            acts_for=acts_for,
        )
        self.sessions.create(record)
        return SignedIn(
            session, role, record.person, record.actor, record.name, record.level, "test", NOW, acts_for
        )

    def keep(self, who: str = "gerard", kept: Kept | None = None, now: datetime = NOW) -> SignedIn:
        """Somebody who signed in and said yes."""
        signed_in = self.sign_in(who)
        person, _ = self.overviews.start(signed_in, kept or make_kept(), "nl", "voorbeeld", now)
        return replace(signed_in, person=person)


def build_world(store: Store, sessions: SessionStore, basis: str = "voorbeeld") -> World:
    """The services on this store; `basis` is the ground to keep cases on."""
    clock = [NOW]
    gate, load = Gate("urn:test"), get_portal().content.load
    return World(
        store,
        sessions,
        SavedOverviews(store, sessions, gate, load),
        Rights(store, sessions, gate, load),
        Claims(store, sessions, gate, load, 30),
        Upkeep(store, gate, load, keep_days=365, log_days=730, case_days=90),
        KeptCases(store, gate, lambda: clock[0], legal_basis=basis, days=90),
        clock,
    )


def make_kept(on: str = "2026-11-20", **answers: str) -> Kept:
    """An overview of somebody who moves."""
    told = Told(on) if not answers else Told(on, answers)
    return Kept(get_portal().read_situation(told.packed(), NOW.date()))


def with_answer(kept: Kept, question: str, answer: str) -> Kept:
    """The same with one household answer changed."""
    situation = replace(kept.situation, answers={**kept.situation.answers, question: answer})
    return replace(kept, situation=situation)
