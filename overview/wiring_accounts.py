"""The part of the wiring that needs the operator's settings, a database and keys: signing in and keeping.

Apart from `wiring`, so that a command that only makes a plan opens no database.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from overview.adapters.identity.inside import InsideTransport, build_demo_settings
from overview.adapters.identity.line import Line
from overview.adapters.identity.loading import load_limits, load_providers
from overview.adapters.identity.provider import OidcProvider
from overview.adapters.identity.settings import ProviderSettings
from overview.adapters.settings import Settings, SettingsError, load_settings
from overview.adapters.store.engine import build_engine
from overview.adapters.store.migrating import migrate
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.used import DatabaseKnownPersons, DatabaseUsedOnce
from overview.adapters.vault import Vault
from overview.domain.sign_in import Limits
from overview.identity_ports import Seals
from overview.services.sessions import Sessions
from overview.services.sign_in import SignIn
from overview.wiring_content import get_content
from overview.wiring_keeping import Keeping, build_keeping


@dataclass(frozen=True, slots=True)
class Accounts:
    """Aanmelden en bewaren: what needs the operator's settings, a database and keys.

    `demo_line` leads to the demo provider; None in production, where there is none. `clock` is the
    real time in UTC: `OVERVIEW_TODAY` moves the day of an overview, never the end of a session.
    """

    settings: Settings
    sessions: Sessions
    sign_in: SignIn
    keeping: Keeping
    seals: Seals
    demo_line: InsideTransport | None
    clock: Callable[[], datetime]


@lru_cache(maxsize=1)
def get_accounts() -> Accounts:
    """The accounts of this process. Raises `SettingsError` with everything that is wrong, in sentences."""
    settings, providers, limits = load_all_settings(os.environ)
    vault = Vault(settings.master_keys, settings.lookup_keys)
    engine = build_engine(settings.database_url)
    migrate(engine, settings.mode.value)
    line = InsideTransport() if settings.is_demo else None
    found = [OidcProvider(one, Line()) for one in providers]
    if line is not None:
        found += [OidcProvider(one, Line(line)) for one in build_demo_settings(line.secret)]
    sessions = Sessions(DatabaseSessions(engine, vault), DatabaseKnownPersons(engine), vault, limits)
    sign_in = SignIn(found, sessions, vault, DatabaseUsedOnce(engine))
    keeping = build_keeping(settings, engine, vault, get_content().load, _now)
    return Accounts(settings, sessions, sign_in, keeping, vault, line, _now)


def _now() -> datetime:
    return datetime.now(UTC)


def load_all_settings(
    environ: Mapping[str, str],
) -> tuple[Settings, tuple[ProviderSettings, ...], Limits]:
    """All settings of the operator. Raises `SettingsError` with all that is wrong, not only the first."""
    problems: list[str] = []
    is_demo = (environ.get("OVERVIEW_MODE") or "demo") == "demo"
    named = environ.get("OVERVIEW_PROVIDERS")
    providers, faults = load_providers(Path(named) if named else None, environ, is_demo=is_demo)
    limits, more = load_limits(environ, is_demo=is_demo)
    if not is_demo and not named:
        faults.append("OVERVIEW_PROVIDERS ontbreekt: zonder inlogdienst kan niemand zich aanmelden.")
    try:
        settings = load_settings(environ)
    except SettingsError as error:
        problems += error.problems
    if problems := [*problems, *faults, *more]:
        raise SettingsError(problems)
    return settings, providers, limits
