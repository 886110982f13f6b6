"""The token a register asks for: HS256 with the shared secret, made afresh for each question."""

from __future__ import annotations

from typing import Final

from joserfc import jwt
from joserfc.jwk import OctKey

_WHO: Final = "mijn-overzicht"
"""Stands in the audit trail of the register. Never the citizen: the register writes it down."""


def build_token(client_id: str, secret: str, now: float) -> str:
    """The bearer token of one question; `now` is the time in seconds since 1970."""
    claims = {
        "iss": client_id,
        "client_id": client_id,
        "iat": int(now),
        "user_id": _WHO,
        "user_representation": _WHO,
    }
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret))
