"""The code of one sign-in for what the provider says of the person, each answer checked."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from authlib.oauth2.rfc7523.assertion import private_key_jwt_sign
from joserfc.jwk import ECKey, RSAKey

from overview.adapters.identity.line import Line
from overview.adapters.identity.metadata import Known, Metadata, Untrusted
from overview.adapters.identity.settings import ProviderSettings
from overview.adapters.identity.tokens import check_id_token, open_token
from overview.domain.sign_in import Ticket

_ASSERTION: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ASSERTION_LIVES: Final = 60


class Exchange:
    """Inwisselen van de code. `key` signs our request; None with a shared secret (demo and tests)."""

    def __init__(
        self, settings: ProviderSettings, line: Line, known: Known, key: RSAKey | ECKey | None
    ) -> None:
        self._settings = settings
        self._line = line
        self._known = known
        self._key = key

    def fetch_claims(self, metadata: Metadata, ticket: Ticket, code: str, now: datetime) -> dict[str, Any]:
        """What the signed token says, and what userinfo adds; raises what the line and the checks raise."""
        tokens = self._fetch_tokens(metadata, ticket, code)
        id_token, access_token = tokens.get("id_token"), tokens.get("access_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str):
            raise Untrusted("no-tokens")
        header, claims = open_token(id_token, self._known, metadata, now, self._key)
        check_id_token(
            claims,
            header,
            issuer=metadata.issuer,
            client_id=self._settings.client_id,
            nonce=ticket.nonce,
            access_token=access_token,
            max_age=self._settings.max_age,
            now=now,
        )
        if metadata.userinfo and self._settings.has_userinfo:
            more = self._fetch_userinfo(metadata, access_token, now)
            if more.get("sub") != claims["sub"]:
                raise Untrusted("userinfo-sub")
            # What the signed token says wins: userinfo only adds.
            claims = {**more, **claims}
        return claims

    def _fetch_tokens(self, metadata: Metadata, ticket: Ticket, code: str) -> dict[str, Any]:
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": ticket.redirect_uri,
            "code_verifier": ticket.verifier,
        }
        if self._key is None:
            secret = self._settings.secret.get_secret_value()
            return self._line.send_form(metadata.token, "token", fields, (self._settings.client_id, secret))
        fields["client_id"] = self._settings.client_id
        fields["client_assertion_type"] = _ASSERTION
        fields["client_assertion"] = private_key_jwt_sign(
            self._key,
            client_id=self._settings.client_id,
            token_endpoint=metadata.token,
            alg=self._settings.algorithm,
            expires_in=_ASSERTION_LIVES,
            header={"kid": self._key.thumbprint()},
        )
        return self._line.send_form(metadata.token, "token", fields, None)

    def _fetch_userinfo(self, metadata: Metadata, access_token: str, now: datetime) -> dict[str, Any]:
        answer = self._line.fetch(metadata.userinfo, "userinfo", access_token)
        if answer.headers.get("Content-Type", "").partition(";")[0].strip() == "application/jwt":
            _, claims = open_token(answer.text.strip(), self._known, metadata, now, self._key)
            if claims.get("iss", metadata.issuer) != metadata.issuer:
                raise Untrusted("userinfo-iss")
            audience = claims.get("aud", self._settings.client_id)
            if self._settings.client_id not in ([audience] if isinstance(audience, str) else audience):
                raise Untrusted("userinfo-aud")
            return claims
        try:
            found = answer.json()
        except ValueError as error:
            raise Untrusted("userinfo") from error
        if not isinstance(found, dict):
            raise Untrusted("userinfo")
        return found
