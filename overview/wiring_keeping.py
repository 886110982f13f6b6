"""The part of the wiring that joins the services for keeping overviews to the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from overview.adapters.settings import Settings
from overview.adapters.store.backup import Restored, back_up, restore
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.adapters.vault import Vault
from overview.domain.catalogue import Catalogue
from overview.services.counter.helping import Helping
from overview.services.counter.passing_on import PassingOn
from overview.services.keeping.claims import Claims
from overview.services.keeping.gate import Gate
from overview.services.keeping.last_cases import KeptCases
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.rights import Rights
from overview.services.keeping.upkeep import Upkeep


@dataclass(frozen=True, slots=True)
class Keeping:
    """Bewaren: every service around a saved overview."""

    overviews: SavedOverviews
    rights: Rights
    claims: Claims
    upkeep: Upkeep
    helping: Helping
    passing_on: PassingOn
    kept_cases: KeptCases
    engine: Engine
    vault: Vault

    def back_up(self, folder: Path, now: datetime) -> Path:
        """Write a backup and, apart from it, the keys. Returns the path of the backup."""
        return back_up(self.engine, folder, now)

    def restore(self, backup: Path, keys: Path | None, *, replace: bool) -> Restored:
        """Put a backup back. Raises `RestoreError`."""
        return restore(self.engine, backup, keys, replace=replace)

    def hash_bsn(self, bsn: str) -> tuple[str, ...]:
        """What a person is found by, under every look-up key."""
        return self.vault.hash_all("bsn", bsn)


def build_keeping(
    settings: Settings,
    engine: Engine,
    vault: Vault,
    load_catalogue: Callable[[], Catalogue],
    clock: Callable[[], datetime],
) -> Keeping:
    """The services on this database."""
    store, sessions = DatabaseStore(engine, vault), DatabaseSessions(engine, vault)
    # In demo there is no register of processing activities; the log says so instead of inventing one.
    gate = Gate(settings.activity or "urn:voorbeeld:verwerkingsregister")
    return Keeping(
        SavedOverviews(store, sessions, gate, load_catalogue),
        Rights(store, sessions, gate, load_catalogue),
        Claims(store, sessions, gate, load_catalogue, settings.claim_days),
        Upkeep(
            store,
            gate,
            load_catalogue,
            keep_days=settings.keep_days,
            log_days=settings.log_days,
            case_days=settings.cases_days,
        ),
        Helping(store, gate, load_catalogue),
        PassingOn(store, gate),
        KeptCases(store, gate, clock, legal_basis=settings.cases_basis.text, days=settings.cases_days),
        engine,
        vault,
    )
