"""Which providers people may sign in with: a TOML file of the operator over our ready broker settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic import ValidationError

from overview.adapters.identity.settings import (
    LOCAL_HOSTS,
    ProviderSettings,
    is_secure_address,
    load_key,
)
from overview.domain.sign_in import Audience, Limits

BROKERS: Final = Path(__file__).parents[2] / "content" / "brokers.toml"
LEAST_SECRET: Final = 32
"""A shared secret of a demo or a test has at least this many characters."""


def load_providers(
    path: Path | None, environ: Mapping[str, str], *, is_demo: bool
) -> tuple[tuple[ProviderSettings, ...], list[str]]:
    """The operator's providers and everything that is wrong with them, one Dutch sentence each."""
    if path is None:
        return (), []
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError):
        return (), ["OVERVIEW_PROVIDERS: dit bestand is er niet of is geen TOML."]
    problems: list[str] = []
    found = [_read(table, environ, problems) for table in raw.get("provider", [])]
    providers = tuple(one for one in found if one is not None)
    for provider in providers:
        problems += find_problems(provider, is_demo=is_demo)
    if len({one.id for one in providers}) < len(providers):
        problems.append("OVERVIEW_PROVIDERS: elke inlogdienst heeft een eigen id.")
    if not raw.get("provider"):
        problems.append("OVERVIEW_PROVIDERS: er staat geen [[provider]] in dit bestand.")
    return providers, problems


def load_brokers() -> dict[str, dict[str, Any]]:
    """Our ready settings by the name of the broker."""
    brokers: dict[str, dict[str, Any]] = tomllib.loads(BROKERS.read_text(encoding="utf-8"))["broker"]
    return {
        name: {key: value for key, value in table.items() if key != "source"}
        for name, table in brokers.items()
    }


def _read(table: dict[str, Any], environ: Mapping[str, str], problems: list[str]) -> ProviderSettings | None:
    name = str(table.get("id", "?"))
    ready: dict[str, Any] = {}
    if broker := table.get("broker"):
        if broker not in load_brokers():
            problems.append(f"Inlogdienst {name}: de broker {broker} kennen wij niet.")
            return None
        ready = load_brokers()[broker]
    own = {
        key: value for key, value in table.items() if key not in ("key", "secret", "key_from", "secret_from")
    }
    for field in ("key", "secret"):
        # A secret never stands in the file itself: the file names the setting that holds it.
        if field in table:
            problems.append(f"Inlogdienst {name}: zet {field} niet in het bestand maar noem {field}_from.")
        if variable := table.get(f"{field}_from"):
            own[field] = environ.get(str(variable), "")
    try:
        return ProviderSettings.model_validate({**ready, **own})
    except ValidationError as error:
        for one in error.errors():
            place = ".".join(str(part) for part in one["loc"])
            problems.append(f"Inlogdienst {name}: {place} klopt niet.")
        return None


def find_problems(provider: ProviderSettings, *, is_demo: bool) -> list[str]:
    """What this provider's settings would do wrong, one Dutch sentence each."""
    name = f"Inlogdienst {provider.id}"
    problems = []
    if not is_secure_address(provider.issuer):
        problems.append(f"{name}: issuer moet met https:// beginnen; http mag alleen op localhost.")
    if provider.authentication == "client_secret_basic":
        if not is_demo:
            problems.append(f"{name}: een gedeeld geheim mag niet in productie; gebruik private_key_jwt.")
        elif len(provider.secret.get_secret_value()) < LEAST_SECRET:
            problems.append(f"{name}: het geheim is te zwak; gebruik ten minste {LEAST_SECRET} tekens.")
    elif load_key(provider) is None:
        problems.append(
            f"{name}: key_from noemt geen bruikbare privésleutel (PEM) voor {provider.algorithm}."
        )
    if provider.audience is Audience.WORKERS and not provider.roles:
        problems.append(f"{name}: zonder roles kan geen medewerker inloggen.")
    if provider.audience is Audience.CITIZENS and provider.needs_bsn and not (provider.entitled or is_demo):
        problems.append(f"{name}: entitled ontbreekt: noem de organisatie die het BSN mag gebruiken.")
    if (
        is_demo
        and is_secure_address(provider.issuer)
        and urlsplit(provider.issuer).hostname not in LOCAL_HOSTS
    ):
        problems.append(
            f"{name}: een echte inlogdienst mag niet naast OVERVIEW_MODE=demo, waar iedereen zich "
            "als een verzonnen persoon kan aanmelden."
        )
    if "openid" not in provider.scopes:
        problems.append(f"{name}: scopes moet openid bevatten.")
    return problems


def load_limits(environ: Mapping[str, str], *, is_demo: bool) -> tuple[Limits, list[str]]:
    """How long a session lives, and what is wrong with what was asked."""
    problems: list[str] = []
    least = 5 if is_demo else 60
    idle = _read_number(environ, "OVERVIEW_IDLE_SECONDS", 900, least, 900, problems)
    whole = _read_number(environ, "OVERVIEW_SESSION_MINUTES", 240, 1, 720, problems)
    warning = timedelta(seconds=min(120, idle // 2))
    return Limits(timedelta(seconds=idle), timedelta(minutes=whole), warning), problems


def _read_number(
    environ: Mapping[str, str], name: str, default: int, least: int, most: int, problems: list[str]
) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        problems.append(f"{name} moet een heel getal zijn, van {least} tot {most}.")
        return default
    return int(text)
