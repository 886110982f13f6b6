"""Signing in from the first click to a session: which provider, the ticket, and the way back."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from overview.domain.identity import Assurance
from overview.domain.sign_in import Audience, Identity, Reason, Refusal, Ticket
from overview.identity_ports import IdentityProvider, Seals, UsedOnce
from overview.services.sessions import Sessions

TICKET_LIVES: Final = timedelta(minutes=10)
_PLACE: Final = "sign-in/ticket"


@dataclass(frozen=True, slots=True)
class Departure:
    """Vertrek naar de inlogdienst: the address, and the ticket for a cookie with this mark in its name."""

    address: str
    mark: str
    ticket: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Terug en aangemeld: the new session's cookie, for whom, and the page to go back to."""

    cookie: str
    audience: Audience
    to: str


class SignIn:
    """Aanmelden."""

    def __init__(
        self, providers: Sequence[IdentityProvider], sessions: Sessions, seals: Seals, used: UsedOnce
    ) -> None:
        self._providers = {one.id: one for one in providers}
        self._sessions = sessions
        self._seals = seals
        self._used = used

    def list_providers(self, audience: Audience) -> tuple[IdentityProvider, ...]:
        """With what these people can sign in."""
        return tuple(one for one in self._providers.values() if one.audience is audience)

    def find_provider(self, name: str) -> IdentityProvider | None:
        """The provider with this id."""
        return self._providers.get(name)

    def begin(
        self, name: str, to: str, wanted: Assurance, origin: str, language: str, now: datetime
    ) -> Departure | Refusal:
        """Go to the provider. KeyError for a provider that does not exist."""
        begun = self._providers[name].begin(find_own_path(to), wanted, origin, language, now)
        if isinstance(begun, Refusal):
            return begun
        address, ticket = begun
        return Departure(address, mark(ticket.state), self._seal(ticket))

    def finish(
        self, name: str, sealed: str, answer: Mapping[str, str], old_cookie: str | None, now: datetime
    ) -> Arrival | Refusal:
        """Back from the provider. KeyError for a provider that does not exist."""
        provider = self._providers[name]
        ticket = self._unseal(sealed)
        if ticket is None or not ticket.started_at <= now < ticket.started_at + TICKET_LIVES:
            return Refusal(Reason.TOO_LATE, "no-ticket", ticket.to if ticket else "/")
        if ticket.provider != name:
            return Refusal(Reason.NOT_SURE, "other-provider", ticket.to)
        if not hmac.compare_digest(ticket.state.encode(), answer.get("state", "").encode()):
            return Refusal(Reason.NOT_SURE, "state", ticket.to)
        if not self._used.use(
            self._seals.hash_lookup("state", ticket.state), ticket.started_at + TICKET_LIVES
        ):
            return Refusal(Reason.TOO_LATE, "state-used", ticket.to)
        found = provider.finish(ticket, answer, now)
        if not isinstance(found, Identity):
            return found
        return Arrival(self._sessions.open(found, old_cookie, now), provider.audience, ticket.to)

    def take_notice(self, name: str, token: str, origin: str, now: datetime) -> int | Refusal:
        """The provider says that somebody signed out; how many sessions ended. KeyError as above."""
        notice = self._providers[name].read_notice(token, origin, now)
        if isinstance(notice, Refusal):
            return notice
        if not self._used.use(self._seals.hash_lookup("notice", f"{name} {notice.token_id}"), notice.until):
            return Refusal(Reason.NOT_SURE, "notice-replayed")
        return self._sessions.end_by_notice(name, notice)

    def purge(self, now: datetime) -> int:
        """Forget what can no longer be used a second time."""
        return self._used.purge(now)

    def _seal(self, ticket: Ticket) -> str:
        fields = {**asdict(ticket), "wanted": int(ticket.wanted), "started_at": ticket.started_at.isoformat()}
        sealed = self._seals.seal_short_lived(json.dumps(fields).encode(), _PLACE)
        return base64.urlsafe_b64encode(sealed).decode().rstrip("=")

    def _unseal(self, sealed: str) -> Ticket | None:
        try:
            raw = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            fields = json.loads(self._seals.unseal_short_lived(raw, _PLACE))
        except (ValueError, binascii.Error):
            return None
        fields["wanted"] = Assurance(fields["wanted"])
        fields["started_at"] = datetime.fromisoformat(fields["started_at"])
        return Ticket(**fields)


def mark(state: str) -> str:
    """A short name for one attempt, so that two tabs may sign in side by side."""
    return hashlib.sha256(state.encode()).hexdigest()[:12]


def find_own_path(to: str) -> str:
    """Only a path of this portal: another site's address, in whatever disguise, becomes the start page."""
    if not to.startswith("/") or to.startswith("//") or len(to) > 200:
        return "/"
    if any(sign in "\\\t\r\n" or not " " < sign < "\x7f" for sign in to):
        return "/"
    parts = urlsplit(to)
    if (
        parts.scheme
        or parts.netloc
        or ".." in parts.path
        or "%2f" in parts.path.lower()
        or "//" in parts.path
    ):
        return "/"
    return to
