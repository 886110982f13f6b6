"""The message that somebody signed out at the provider (OpenID Connect Back-Channel Logout 1.0, 2.4)."""

from __future__ import annotations

import secrets
import time
from typing import Final

from joserfc import jwt
from joserfc.jwk import RSAKey

from overview.web.demo_provider.people import DemoSignIn

_EVENT: Final = "http://schemas.openid.net/event/backchannel-logout"
_LIVES: Final = 120


def build_notice(issuer: str, client_id: str, signed_in: DemoSignIn, key: RSAKey) -> str:
    """The signed logout token for one session."""
    moment = int(time.time())
    claims = {
        "iss": issuer,
        "aud": client_id,
        "iat": moment,
        "exp": moment + _LIVES,
        "jti": secrets.token_urlsafe(16),
        "sub": signed_in.person.subject,
        "sid": signed_in.sid,
        "events": {_EVENT: {}},
    }
    return jwt.encode(
        {"alg": "RS256", "kid": key.kid, "typ": "logout+jwt"}, claims, key, algorithms=["RS256"]
    )
