"""What the fake register has against a token; the codes are those of a real one."""

from __future__ import annotations

import time
from typing import Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

_OLDEST: Final = 3600


def find_fault(header: str, client_id: str, secret: str) -> str:
    """The error code for this Authorization header; empty when it is right."""
    kind, _, token = header.partition(" ")
    if kind != "Bearer" or not token:
        return "permission_denied"
    try:
        claims = jwt.decode(token, OctKey.import_key(secret), algorithms=["HS256"]).claims
    except (JoseError, ValueError):
        return "invalid-jwt-signature"
    issued = claims.get("iat")
    if not isinstance(issued, int):
        return "jwt-missing-iat-claim"
    if time.time() - issued > _OLDEST:
        return "jwt-expired"
    if claims.get("client_id") != client_id:
        return "invalid-client-identifier"
    return ""
