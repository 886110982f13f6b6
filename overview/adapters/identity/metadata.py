"""What a provider says about itself (OpenID Connect Discovery 1.0), checked before it is believed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from authlib.oidc.discovery import get_well_known_url
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from overview.adapters.identity.line import Line
from overview.adapters.identity.settings import is_secure_address

ALGORITHMS: Final = ("RS256", "PS256", "ES256")
"""The only signatures we take. Never `none`, never a shared secret (HS...), whatever a token says."""

_VALID: Final = timedelta(hours=1)
_AT_MOST_ONCE_PER: Final = timedelta(seconds=30)
_ADDRESSES: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Untrusted(Exception):
    """Niet te vertrouwen. The text is a short code for the log: never a value that was received."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Wat een inlogdienst over zichzelf zegt, checked."""

    issuer: str
    authorization: str
    token: str
    jwks: str
    userinfo: str = ""
    end_session: str = ""
    names_itself: bool = False
    """Whether its answers carry `iss` (RFC 9207)."""


def read_metadata(found: dict[str, Any], issuer: str) -> Metadata:
    """Check what was received. Raises `Untrusted` with what is wrong."""
    if found.get("issuer") != issuer:
        raise Untrusted("metadata-issuer")
    if "S256" not in (found.get("code_challenge_methods_supported") or ()):
        raise Untrusted("metadata-no-s256")
    if "code" not in (found.get("response_types_supported") or ()):
        raise Untrusted("metadata-no-code")
    offered = found.get("id_token_signing_alg_values_supported") or ()
    if not set(ALGORITHMS) & set(offered):
        raise Untrusted("metadata-signatures")
    optional = [name for name in ("userinfo_endpoint", "end_session_endpoint") if found.get(name)]
    for name in (*_ADDRESSES, *optional):
        if not isinstance(found.get(name), str) or not is_secure_address(found[name]):
            raise Untrusted(f"metadata-{name}")
    return Metadata(
        issuer=issuer,
        authorization=found["authorization_endpoint"],
        token=found["token_endpoint"],
        jwks=found["jwks_uri"],
        userinfo=found.get("userinfo_endpoint") or "",
        end_session=found.get("end_session_endpoint") or "",
        names_itself=found.get("authorization_response_iss_parameter_supported") is True,
    )


class Known:
    """Wat wij van inlogdiensten weten, by issuer: fetched once an hour; keys again when one is unknown."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._lock = threading.Lock()
        self._metadata: dict[str, tuple[datetime, Metadata]] = {}
        self._keys: dict[str, tuple[datetime, KeySet]] = {}

    def get_metadata(self, issuer: str, now: datetime) -> Metadata:
        """Raises `Untrusted` or `Unreachable`."""
        with self._lock:
            kept = self._metadata.get(issuer)
        if kept and kept[0] <= now < kept[0] + _VALID:
            return kept[1]
        address = get_well_known_url(issuer, external=True)
        fresh = read_metadata(self._line.fetch_json(address, "metadata"), issuer)
        with self._lock:
            self._metadata[issuer] = (now, fresh)
        return fresh

    def get_keys(self, metadata: Metadata, now: datetime, *, anew: bool = False) -> KeySet:
        """The provider's public keys; `anew` looks again, at most twice a minute. Raises as above."""
        with self._lock:
            kept = self._keys.get(metadata.issuer)
        if kept and kept[0] <= now < kept[0] + (_AT_MOST_ONCE_PER if anew else _VALID):
            return kept[1]
        fresh = read_keys(self._line.fetch_json(metadata.jwks, "keys"))
        with self._lock:
            self._keys[metadata.issuer] = (now, fresh)
        return fresh


def read_keys(found: dict[str, Any]) -> KeySet:
    """Public RSA and EC keys only: a shared secret among them would make anyone who has it a provider."""
    keys: list[RSAKey | ECKey] = []
    for raw in found.get("keys") or ():
        if not isinstance(raw, dict) or raw.get("use", "sig") != "sig":
            continue
        try:
            if raw.get("kty") == "RSA":
                keys.append(RSAKey.import_key(raw))
            elif raw.get("kty") == "EC":
                keys.append(ECKey.import_key(raw))
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    if not keys:
        raise Untrusted("no-keys")
    return KeySet(list(keys))
