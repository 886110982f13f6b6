"""Which providers people may sign in with: a TOML file of the operator over our ready broker settings."""

from __future__ import annotations

import tomllib
import warnings
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import ECKey, RSAKey
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from overview.domain.identity import Assurance, Role
from overview.domain.sign_in import Audience, Limits

BROKERS: Final = Path(__file__).parents[2] / "content" / "brokers.toml"
LOCAL_HOSTS: Final = frozenset(("localhost", "127.0.0.1", "::1"))
LEAST_SECRET: Final = 32
"""A shared secret of a demo or a test has at least this many characters."""

ClaimPaths = tuple[tuple[str, ...], ...]
LevelName = Literal["low", "substantial", "high"]

EIDAS_LEVELS: Final[dict[str, LevelName]] = {
    "http://eidas.europa.eu/LoA/low": "low",
    "http://eidas.europa.eu/LoA/substantial": "substantial",
    "http://eidas.europa.eu/LoA/high": "high",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport": "low",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract": "low",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard": "substantial",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI": "high",
}
"""eIDAS levels (NL GOV profile) and the SAML classes of DigiD that brokers hand on."""


def read_level(name: str) -> Assurance:
    """`substantial` → Assurance.SUBSTANTIAL. KeyError for a word that is no level."""
    return Assurance[name.upper()]


def is_secure_address(url: str) -> bool:
    """https, or http on this machine itself."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
    )


class ProviderSettings(BaseModel):
    """Inlogdienst zoals de beheerder hem instelt. docs/operator/sign-in.md explains every field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")
    title: str = Field(min_length=1)
    audience: Audience
    issuer: str
    client_id: str = Field(min_length=1)
    broker: str = ""
    authentication: Literal["private_key_jwt", "client_secret_basic"] = "private_key_jwt"
    key: SecretStr = SecretStr("")
    secret: SecretStr = SecretStr("")
    algorithm: Literal["RS256", "PS256", "ES256"] = "RS256"
    scopes: tuple[str, ...] = ("openid",)
    prompt: str = "login"
    max_age: int = Field(default=600, ge=0)
    minimum: LevelName = "substantial"
    entitled: str = ""
    has_userinfo: bool = True
    needs_bsn: bool = True
    bsn: ClaimPaths = (("bsn",),)
    bsn_prefix: str = ""
    name: ClaimPaths = (("name",),)
    level: ClaimPaths = (("acr",),)
    levels: dict[str, LevelName] = EIDAS_LEVELS
    ask_levels: dict[LevelName, str] = {}
    represented_bsn: ClaimPaths = ()
    represented_name: ClaimPaths = ()
    represented_kind: ClaimPaths = ()
    represented_kind_is: str = ""
    role: ClaimPaths = (("roles",),)
    roles: dict[str, Role] = {}

    @property
    def minimum_level(self) -> Assurance:
        """Below this nobody gets in, on any page."""
        return read_level(self.minimum)

    def build_acr_values(self, wanted: Assurance) -> str:
        """What to ask of the provider: every value at or above `wanted`, the least first."""
        if self.ask_levels:
            return self.ask_levels.get(wanted.name.lower(), "")  # type: ignore[call-overload, no-any-return]
        fitting = [(read_level(level), value) for value, level in self.levels.items()]
        asked = [value for level, value in sorted(fitting) if level >= wanted and "eidas" in value]
        return " ".join(asked or [value for level, value in sorted(fitting) if level >= wanted])


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


def load_key(provider: ProviderSettings) -> RSAKey | ECKey | None:
    """The private key that signs our requests for a token; None when it cannot be read or is too weak."""
    text = provider.key.get_secret_value()
    try:
        with warnings.catch_warnings():
            # A key that is too short is only warned about there; here it is no key.
            warnings.simplefilter("error", SecurityWarning)
            key = ECKey.import_key(text) if provider.algorithm == "ES256" else RSAKey.import_key(text)
    except (JoseError, SecurityWarning, ValueError, TypeError):
        return None
    if isinstance(key, ECKey) and key.curve_name != "P-256":
        return None
    return key if key.is_private else None


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
