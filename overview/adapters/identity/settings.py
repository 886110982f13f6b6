"""One provider that people may sign in with, as the operator set it, and the key we sign with there."""

from __future__ import annotations

import warnings
from typing import Final, Literal
from urllib.parse import urlsplit

from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import ECKey, RSAKey
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from overview.domain.identity import Assurance, Role
from overview.domain.sign_in import Audience

LOCAL_HOSTS: Final = frozenset(("localhost", "127.0.0.1", "::1"))

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
            return next((told for name, told in self.ask_levels.items() if read_level(name) is wanted), "")
        fitting = [(read_level(level), value) for value, level in self.levels.items()]
        asked = [value for level, value in sorted(fitting) if level >= wanted and "eidas" in value]
        return " ".join(asked or [value for level, value in sorted(fitting) if level >= wanted])


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
