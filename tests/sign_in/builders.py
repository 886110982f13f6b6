"""A provider that may lie, behind a line without a network, and a portal's services that sign in with it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import RSAKey

from overview.adapters.identity.line import Line
from overview.adapters.identity.provider import OidcProvider
from overview.adapters.identity.settings import ProviderSettings
from overview.domain.identity import Assurance
from overview.domain.sign_in import Audience, Limits, Refusal
from overview.services.sessions import Sessions
from overview.services.sign_in import Arrival, Departure, SignIn
from tests.keeping.builders import make_vault
from tests.keeping.fakes import FakeSessions

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
ISSUER = "https://login.example"
ORIGIN = "https://portaal.example"
SECRET = "a-shared-secret-for-tests-only-0123456789"
GOOD_KEY = RSAKey.generate_key(2048, auto_kid=True)
FOREIGN_KEY = RSAKey.import_key({**RSAKey.generate_key(2048).as_dict(private=True), "kid": GOOD_KEY.kid})
LEVEL = "http://eidas.europa.eu/LoA/"
SIGN_OUT = "http://schemas.openid.net/event/backchannel-logout"

Twist = Callable[[dict[str, Any]], Any]


def keep(_: dict[str, Any]) -> None:
    """Nothing twisted."""


def sign(claims: dict[str, Any], key: RSAKey = GOOD_KEY) -> str:
    """A token as an honest provider would make it."""
    return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)


def sign_with_nothing(claims: dict[str, Any]) -> str:
    """`alg: none`: whoever believes it believes anybody."""
    return f"{_encode({'alg': 'none'})}.{_encode(claims)}."


def sign_with_public_key(claims: dict[str, Any]) -> str:
    """Key confusion: the public key, which everybody has, used as a shared secret.

    By hand, because no honest library makes such a token.
    """
    signed = f"{_encode({'alg': 'HS256', 'kid': GOOD_KEY.kid})}.{_encode(claims)}"
    signature = hmac.new(GOOD_KEY.as_pem(private=False), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def _encode(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


@dataclass
class Provider:
    """A provider; each field twists one thing that an honest one says."""

    metadata: Twist = keep
    claims: Twist = keep
    userinfo: Twist = keep
    answer: Twist = keep
    sign: Callable[[dict[str, Any]], str] = sign
    is_down: bool = False
    token_error: tuple[int, str] | None = None
    level: str = "substantial"
    bsn: str = "999993653"
    asked: dict[str, str] = field(default_factory=dict)
    verifiers: list[str] = field(default_factory=list)

    def handle(self, request: httpx.Request) -> httpx.Response:
        """One request of the portal."""
        if self.is_down:
            raise httpx.ConnectError("down", request=request)
        if request.url.path == "/.well-known/openid-configuration":
            return httpx.Response(200, json=self._tell_metadata())
        if request.url.path == "/keys":
            return httpx.Response(200, json={"keys": [GOOD_KEY.as_dict(private=False)]})
        if request.url.path == "/token":
            form = parse_qs(request.content.decode())
            self.verifiers += form["code_verifier"]
            if self.token_error is not None:
                return httpx.Response(self.token_error[0], json={"error": self.token_error[1]})
            token = self.sign(self._tell_who())
            return httpx.Response(200, json={"access_token": "opaque", "id_token": token})
        found = {"sub": "subject-1", "bsn": self.bsn, "name": "Gerard de Bruin"}
        self.userinfo(found)
        return httpx.Response(200, json=found)

    def _tell_metadata(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/keys",
            "userinfo_endpoint": f"{ISSUER}/userinfo",
            "end_session_endpoint": f"{ISSUER}/end",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["plain", "S256"],
            "authorization_response_iss_parameter_supported": True,
        }
        self.metadata(found)
        return found

    def _tell_who(self) -> dict[str, Any]:
        moment = int(NOW.timestamp())
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "aud": "portal",
            "sub": "subject-1",
            "sid": "session-1",
            "nonce": self.asked["nonce"],
            "iat": moment,
            "exp": moment + 300,
            "auth_time": moment,
            "acr": LEVEL + self.level,
        }
        self.claims(claims)
        return claims


class Used:
    """What was used, in a set; satisfies `UsedOnce`."""

    def __init__(self) -> None:
        self.seen: dict[str, datetime] = {}

    def use(self, id_hash: str, until: datetime) -> bool:
        """True the first time."""
        is_first = id_hash not in self.seen
        self.seen.setdefault(id_hash, until)
        return is_first

    def purge(self, now: datetime) -> int:
        """Forget what is past its time."""
        gone = [name for name, until in self.seen.items() if until <= now]
        for name in gone:
            del self.seen[name]
        return len(gone)


class Strangers:
    """Nobody keeps anything here; satisfies `KnownPersons`."""

    def find_person(self, person_hashes: tuple[str, ...]) -> str | None:
        """Nobody."""
        return None


@dataclass
class Portal:
    """The services of signing in, joined with one provider."""

    provider: Provider
    audience: Audience = Audience.CITIZENS
    own: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = ProviderSettings(
            **{
                "id": "other",
                "title": "Andere",
                "audience": self.audience,
                "issuer": ISSUER,
                "client_id": "portal",
                "authentication": "client_secret_basic",
                "secret": SECRET,
                "scopes": ("openid", "bsn"),
                **self.own,
            }
        )
        line = Line(httpx.MockTransport(self.provider.handle))
        self.store = FakeSessions()
        self.sessions = Sessions(self.store, Strangers(), make_vault(), Limits())
        self.service = SignIn([OidcProvider(settings, line)], self.sessions, make_vault(), Used())

    def begin(self, to: str = "/overview", wanted: Assurance = Assurance.NONE) -> Departure | Refusal:
        """Go to the provider."""
        begun = self.service.begin("other", to, wanted, ORIGIN, "nl", NOW)
        if isinstance(begun, Departure):
            query = parse_qs(urlsplit(begun.address).query)
            self.provider.asked = {name: values[0] for name, values in query.items()}
        return begun

    def finish(self, begun: Departure | Refusal, now: datetime = NOW) -> Arrival | Refusal:
        """Come back from it."""
        if isinstance(begun, Refusal):
            return begun
        answer = {"code": "c", "state": self.provider.asked["state"], "iss": ISSUER}
        self.provider.answer(answer)
        return self.service.finish("other", begun.ticket, answer, None, now)

    def sign_in(self, wanted: Assurance = Assurance.NONE) -> Arrival | Refusal:
        """There and back."""
        return self.finish(self.begin(wanted=wanted))

    def has_kept_its_word(self) -> bool:
        """Whether the verifier that was sent belongs to the challenge that was sent."""
        challenge = self.provider.asked["code_challenge"]
        return [create_s256_code_challenge(one) for one in self.provider.verifiers] == [challenge]
