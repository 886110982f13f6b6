"""One OpenID Connect provider: the way there, what comes back, and signing out."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from overview.adapters.identity.claims import NoAccess, build_identity, find_level
from overview.adapters.identity.exchange import Exchange
from overview.adapters.identity.line import CodeSpent, Line, Unreachable
from overview.adapters.identity.metadata import Known, Metadata, Untrusted
from overview.adapters.identity.settings import ProviderSettings, load_key
from overview.adapters.identity.tokens import open_token, read_notice
from overview.domain.identity import Assurance
from overview.domain.sign_in import Audience, Identity, Reason, Refusal, SignOutNotice, Ticket

_ORIGIN: Final = "{origin}"


class OidcProvider:
    """Inlogdienst over OpenID Connect. Satisfies the port `IdentityProvider`."""

    def __init__(self, settings: ProviderSettings, line: Line) -> None:
        self._settings = settings
        self._line = line
        self._known = Known(line)
        self._key = load_key(settings) if settings.authentication == "private_key_jwt" else None
        self._exchange = Exchange(settings, line, self._known, self._key)

    @property
    def id(self) -> str:
        """Its name in addresses."""
        return self._settings.id

    @property
    def title(self) -> str:
        """Its name for people."""
        return self._settings.title

    @property
    def audience(self) -> Audience:
        """For whom it is."""
        return self._settings.audience

    @property
    def minimum(self) -> Assurance:
        """Below this nobody gets in."""
        return self._settings.minimum_level

    @property
    def is_demo(self) -> bool:
        """True for the provider with invented people that lives in this program."""
        return self._settings.issuer.startswith(_ORIGIN)

    @property
    def entitled(self) -> str:
        """The organisation that may use the citizen service number, by name."""
        return self._settings.entitled

    def begin(
        self, to: str, wanted: Assurance, origin: str, language: str, now: datetime
    ) -> tuple[str, Ticket] | Refusal:
        """The address to go to, and what must be found back when the person returns."""
        issuer = self._settings.issuer.replace(_ORIGIN, origin)
        try:
            metadata = self._known.get_metadata(issuer, now)
        except (Unreachable, Untrusted) as error:
            return _refuse(error, to)
        ticket = Ticket(
            provider=self.id,
            issuer=issuer,
            redirect_uri=f"{origin}/sign-in/{self.id}/callback",
            state=secrets.token_urlsafe(32),
            nonce=secrets.token_urlsafe(32),
            verifier=secrets.token_urlsafe(64),
            to=to,
            wanted=max(wanted, self.minimum),
            started_at=now,
        )
        asked: dict[str, str] = {"ui_locales": language}
        if self._settings.prompt:
            asked["prompt"] = self._settings.prompt
        if self._settings.max_age:
            asked["max_age"] = str(self._settings.max_age)
        if acr := self._settings.build_acr_values(ticket.wanted):
            asked["acr_values"] = acr
        address = prepare_grant_uri(
            metadata.authorization,
            client_id=self._settings.client_id,
            response_type="code",
            redirect_uri=ticket.redirect_uri,
            scope=" ".join(self._settings.scopes),
            state=ticket.state,
            nonce=ticket.nonce,
            code_challenge=create_s256_code_challenge(ticket.verifier),
            code_challenge_method="S256",
            **asked,
        )
        return str(address), ticket

    def finish(self, ticket: Ticket, answer: Mapping[str, str], now: datetime) -> Identity | Refusal:
        """Who signed in; the caller has compared `state` already."""
        try:
            metadata = self._known.get_metadata(ticket.issuer, now)
            self._check_sender(metadata, answer)
            if error := answer.get("error"):
                is_stopped = error in ("access_denied", "login_required", "interaction_required")
                reason = Reason.CANCELLED if is_stopped else Reason.NOT_SURE
                return Refusal(reason, "answer-error", ticket.to, ticket.wanted)
            if not (code := answer.get("code")):
                raise Untrusted("answer-no-code")
            claims = self._exchange.fetch_claims(metadata, ticket, code, now)
            level = find_level(self._settings, claims)
            if level < ticket.wanted:
                return Refusal(Reason.TOO_LOW, "level", ticket.to, ticket.wanted, level)
            return build_identity(self._settings, claims)
        except (Unreachable, CodeSpent, Untrusted, NoAccess) as error:
            return _refuse(error, ticket.to)

    def find_sign_out(self, origin: str, language: str, now: datetime) -> str | None:
        """Where to sign out at the provider as well; None when it has no such address.

        Without an `id_token_hint`: it may hold a citizen service number, and an address is no place for one.
        """
        try:
            metadata = self._known.get_metadata(self._settings.issuer.replace(_ORIGIN, origin), now)
        except (Unreachable, Untrusted):
            return None
        if not metadata.end_session:
            return None
        back = f"{origin}/signed-out"
        return str(prepare_end_session(metadata.end_session, self._settings.client_id, back, language))

    def read_notice(self, token: str, origin: str, now: datetime) -> SignOutNotice | Refusal:
        """A logout token sent behind the browser's back, checked."""
        issuer = self._settings.issuer.replace(_ORIGIN, origin)
        try:
            metadata = self._known.get_metadata(issuer, now)
            _, claims = open_token(token, self._known, metadata, now, self._key)
            return read_notice(claims, issuer, self._settings.client_id, now)
        except (Unreachable, Untrusted) as error:
            return _refuse(error, "/")

    def _check_sender(self, metadata: Metadata, answer: Mapping[str, str]) -> None:
        sender = answer.get("iss")
        if sender is None and metadata.names_itself:
            raise Untrusted("answer-no-iss")
        if sender is not None and sender != metadata.issuer:
            raise Untrusted("answer-iss")


def prepare_end_session(address: str, client_id: str, back: str, language: str) -> str:
    """RP-Initiated Logout 1.0, section 2."""
    asked = [("client_id", client_id), ("post_logout_redirect_uri", back), ("ui_locales", language)]
    return str(add_params_to_uri(address, asked))


def _refuse(error: Exception, to: str) -> Refusal:
    if isinstance(error, Unreachable):
        return Refusal(Reason.UNREACHABLE, str(error), to)
    if isinstance(error, CodeSpent):
        return Refusal(Reason.SPENT, str(error), to)
    if isinstance(error, NoAccess):
        return Refusal(Reason.NO_ACCESS, str(error), to)
    return Refusal(Reason.NOT_SURE, str(error), to)
