"""What the demo provider remembers while it runs: codes, tokens and who signed in. Invented people only."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from joserfc.jwk import RSAKey

from overview.web.demo_provider.people import LEVELS, DemoSignIn

_MOST_KEPT: Final = 1000


@dataclass(slots=True)
class Code:
    """Autorisatiecode, with what Authlib asks of one."""

    code: str
    redirect_uri: str
    scope: str
    nonce: str | None
    code_challenge: str
    code_challenge_method: str
    user: DemoSignIn
    issuer: str
    made_at: float = field(default_factory=time.time)

    def get_redirect_uri(self) -> str:
        """Where it was sent."""
        return self.redirect_uri

    def get_scope(self) -> str:
        """What was asked."""
        return self.scope

    def get_nonce(self) -> str | None:
        """The client's nonce."""
        return self.nonce

    def get_auth_time(self) -> int:
        """When the person signed in."""
        return int(self.made_at)

    def get_acr(self) -> str:
        """At which level."""
        return LEVELS[self.user.level]

    def get_amr(self) -> None:
        """The NL GOV profile says: must not be provided."""


class DemoMemory:
    """Geheugen of the demo provider: lives as long as the program, holds invented people only."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, parameters={"use": "sig", "alg": "RS256"}, auto_kid=True)
        self.codes: dict[str, Code] = {}
        self.tokens: dict[str, tuple[float, DemoSignIn, str]] = {}
        self.sessions: dict[str, DemoSignIn] = {}

    def trim(self) -> None:
        """Let go of the oldest, so that a demo that runs for weeks does not grow."""
        for kept in (self.codes, self.tokens, self.sessions):
            while len(kept) > _MOST_KEPT:
                kept.pop(next(iter(kept)))
