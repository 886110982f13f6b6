"""Authlib's authorization server with what this demo needs: one client, code with PKCE S256, OpenID."""

from __future__ import annotations

import secrets
import time
from typing import Any, Final

from authlib.oauth2.rfc6749 import AuthorizationServer, InvalidRequestError, grants
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc9207 import IssuerParameter
from authlib.oidc.core import OpenIDCode
from joserfc.jwk import RSAKey

from overview.domain.sign_in import Audience
from overview.web.demo_provider.client import Answer, DemoClient, DemoRequest
from overview.web.demo_provider.memory import Code, DemoMemory
from overview.web.demo_provider.people import DemoSignIn

SCOPES: Final = {Audience.CITIZENS: ("openid", "bsn"), Audience.WORKERS: ("openid", "roles")}
_CODE_LIVES: Final = 60
_TOKEN_LIVES: Final = 300


class _CodeGrant(grants.AuthorizationCodeGrant):  # type: ignore[misc]
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]  # noqa: RUF012 # Authlib's own form

    def save_authorization_code(self, code: str, request: DemoRequest) -> None:
        asked = request.payload.data
        memory = self.server.memory
        memory.codes[code] = Code(
            code=code,
            redirect_uri=request.payload.redirect_uri,
            scope=request.scope,
            nonce=asked.get("nonce"),
            code_challenge=asked["code_challenge"],
            code_challenge_method=asked["code_challenge_method"],
            user=request.user,
            issuer=self.server.issuer,
        )
        memory.trim()

    def query_authorization_code(self, code: str, client: DemoClient) -> Code | None:
        # Taken out at once: a code that is tried twice is worth nothing, also when the first try failed.
        found: Code | None = self.server.memory.codes.pop(code, None)
        if found is None or found.issuer != self.server.issuer or time.time() > found.made_at + _CODE_LIVES:
            return None
        return found

    def delete_authorization_code(self, authorization_code: Code) -> None:
        self.server.memory.codes.pop(authorization_code.code, None)

    def authenticate_user(self, authorization_code: Code) -> DemoSignIn:
        return authorization_code.user


class _OpenId(OpenIDCode):  # type: ignore[misc]
    def __init__(self, server: DemoServer) -> None:
        super().__init__(require_nonce=True)
        self._server = server

    def exists_nonce(self, nonce: str, request: DemoRequest) -> bool:
        return any(code.nonce == nonce for code in self._server.memory.codes.values())

    def resolve_client_private_key(self, client: DemoClient) -> RSAKey:
        return self._server.memory.key

    def get_encode_header(self, client: DemoClient) -> dict[str, Any]:
        return {"alg": "RS256", "kid": self._server.memory.key.kid}

    def get_client_claims(self, client: DemoClient) -> dict[str, Any]:
        moment = int(time.time())
        return {"iss": self._server.issuer, "aud": client.client_id, "exp": moment + _TOKEN_LIVES}

    def generate_user_info(self, user: DemoSignIn, scope: str) -> dict[str, Any]:
        # The citizen service number comes from userinfo, over the line, and not in a token.
        return {"sub": user.person.subject, "sid": user.sid}


class _OnlyS256(CodeChallenge):  # type: ignore[misc]
    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]  # noqa: RUF012 # Authlib's own form

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        if grant.request.payload.data.get("code_challenge_method") != "S256":
            raise InvalidRequestError("PKCE with S256 is required")
        super().validate_code_challenge(grant, redirect_uri)


class _NamesItself(IssuerParameter):  # type: ignore[misc]
    def __init__(self, issuer: str) -> None:
        self._issuer = issuer

    def get_issuer(self) -> str:
        return self._issuer


class DemoServer(AuthorizationServer):  # type: ignore[misc]
    """Demo-inlogdienst for one audience at one address."""

    def __init__(self, issuer: str, client: DemoClient, memory: DemoMemory, audience: Audience) -> None:
        super().__init__(scopes_supported=list(SCOPES[audience]))
        self.issuer = issuer
        self.memory = memory
        self._client = client
        self.register_grant(_CodeGrant, [_OpenId(self), _OnlyS256(required=True)])
        self.register_extension(_NamesItself(issuer))
        make = BearerTokenGenerator(
            lambda **_: secrets.token_urlsafe(32), expires_generator=lambda *_: _TOKEN_LIVES
        )
        self.register_token_generator("default", make)

    def query_client(self, client_id: str) -> DemoClient | None:
        """The portal, and nobody else."""
        return self._client if client_id == self._client.client_id else None

    def save_token(self, token: dict[str, Any], request: DemoRequest) -> None:
        """Remember for userinfo."""
        until = time.time() + _TOKEN_LIVES
        self.memory.tokens[token["access_token"]] = (until, request.user, token.get("scope", ""))
        self.memory.trim()

    def create_oauth2_request(self, request: DemoRequest) -> DemoRequest:
        """Requests come in this form already."""
        return request

    def handle_response(self, status: int, body: Any, headers: list[tuple[str, str]]) -> Answer:
        """To the edge."""
        return Answer(status, body, dict(headers))

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""

    def find_user(self, token: str) -> tuple[DemoSignIn, str] | None:
        """Whose access token this is, and for which scopes."""
        found = self.memory.tokens.get(token)
        if found is None or time.time() > found[0]:
            return None
        return found[1], found[2]
