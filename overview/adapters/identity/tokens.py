"""Tokens: opened, their signature checked against the provider's keys, and every claim that must fit."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from authlib.oidc.core import CodeIDToken
from joserfc import jwe, jwt
from joserfc.errors import (
    BadSignatureError,
    ClaimError,
    ExpiredTokenError,
    InvalidKeyIdError,
    JoseError,
    UnsupportedAlgorithmError,
)
from joserfc.jwk import ECKey, RSAKey

from overview.adapters.identity.metadata import ALGORITHMS, Known, Metadata, Untrusted
from overview.domain.sign_in import SignOutNotice

LEEWAY: Final = timedelta(seconds=60)
"""How far the provider's clock may be off."""

_OLDEST: Final = timedelta(minutes=10)
"""A token made longer ago than this was not made for the sign-in of this moment."""

_NOTICE_LIVES: Final = timedelta(minutes=10)
_SIGN_OUT_EVENT: Final = "http://schemas.openid.net/event/backchannel-logout"
_UNWRAPPING: Final = (
    "RSA-OAEP",
    "RSA-OAEP-256",
    "ECDH-ES",
    "ECDH-ES+A256KW",
    "A128GCM",
    "A256GCM",
    "A128CBC-HS256",
    "A256CBC-HS512",
)


def open_token(
    token: str, known: Known, metadata: Metadata, now: datetime, own_key: RSAKey | ECKey | None = None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims of a token that this provider signed. Raises `Untrusted`.

    An encrypted token (five parts) is opened with our own key first.
    """
    if token.count(".") == 4:
        token = _decrypt(token, own_key)
    try:
        opened = _verify(token, known, metadata, now)
    except UnsupportedAlgorithmError as error:
        raise Untrusted("token-algorithm") from error
    except BadSignatureError as error:
        raise Untrusted("token-signature") from error
    except (JoseError, ValueError, TypeError) as error:
        raise Untrusted("token-unreadable") from error
    return dict(opened.header), opened.claims


def _decrypt(token: str, own_key: RSAKey | ECKey | None) -> str:
    if own_key is None:
        raise Untrusted("token-encrypted")
    try:
        plain = jwe.decrypt_compact(token.encode(), own_key, algorithms=list(_UNWRAPPING)).plaintext
    except (JoseError, ValueError, TypeError) as error:
        raise Untrusted("token-encrypted") from error
    return (plain or b"").decode("ascii", "replace")


def _verify(token: str, known: Known, metadata: Metadata, now: datetime) -> jwt.Token:
    try:
        return jwt.decode(token, known.get_keys(metadata, now), algorithms=list(ALGORITHMS))
    except (InvalidKeyIdError, BadSignatureError):
        # A provider changes its keys from time to time: look once more before refusing.
        return jwt.decode(token, known.get_keys(metadata, now, anew=True), algorithms=list(ALGORITHMS))


def check_id_token(
    claims: dict[str, Any],
    header: dict[str, Any],
    *,
    issuer: str,
    client_id: str,
    nonce: str,
    access_token: str,
    max_age: int,
    now: datetime,
) -> None:
    """OpenID Connect Core 1.0, 3.1.3.7. Raises `Untrusted` with the claim that does not fit."""
    moment = int(now.timestamp())
    options = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client_id}}
    params = {"nonce": nonce, "client_id": client_id, "access_token": access_token, "max_age": max_age}
    token = CodeIDToken(claims, header, options=options, params=params)
    try:
        token.validate(now=moment, leeway=int(LEEWAY.total_seconds()))
    except ExpiredTokenError as error:
        raise Untrusted("id-token-expired") from error
    except ClaimError as error:
        raise Untrusted(f"id-token-{error.claim}") from error
    except (JoseError, ValueError, TypeError) as error:
        raise Untrusted("id-token") from error
    if moment - claims["iat"] > (_OLDEST + LEEWAY).total_seconds():
        raise Untrusted("id-token-iat")
    if max_age and moment - claims["auth_time"] > max_age + LEEWAY.total_seconds():
        raise Untrusted("id-token-auth_time")


def read_notice(claims: dict[str, Any], issuer: str, client_id: str, now: datetime) -> SignOutNotice:
    """A logout token (OpenID Connect Back-Channel Logout 1.0, 2.6), checked. Raises `Untrusted`."""
    moment = int(now.timestamp())
    registry = jwt.JWTClaimsRegistry(
        now=moment,
        leeway=int(LEEWAY.total_seconds()),
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
        iat={"essential": True},
        exp={"essential": True},
        jti={"essential": True},
        events={"essential": True},
    )
    try:
        registry.validate(claims)
    except ExpiredTokenError as error:
        raise Untrusted("notice-expired") from error
    except ClaimError as error:
        raise Untrusted(f"notice-{error.claim}") from error
    events = claims["events"]
    if not isinstance(events, dict) or not isinstance(events.get(_SIGN_OUT_EVENT), dict):
        raise Untrusted("notice-events")
    if "nonce" in claims:
        # An ID token is no logout token, and the other way round.
        raise Untrusted("notice-nonce")
    if moment - claims["iat"] > (_NOTICE_LIVES + LEEWAY).total_seconds():
        raise Untrusted("notice-iat")
    subject, sid = claims.get("sub", ""), claims.get("sid", "")
    if not isinstance(subject, str) or not isinstance(sid, str) or not (subject or sid):
        raise Untrusted("notice-sub-or-sid")
    return SignOutNotice(subject, sid, claims["jti"], now + _NOTICE_LIVES + 2 * LEEWAY)
