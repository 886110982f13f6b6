"""The invented people of the demo, and what one sign-in of theirs is made of."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from overview.domain.sign_in import Audience
from overview.web.paths import ROOT

LEVELS: Final = {
    "low": "http://eidas.europa.eu/LoA/low",
    "substantial": "http://eidas.europa.eu/LoA/substantial",
    "high": "http://eidas.europa.eu/LoA/high",
}


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Verzonnen persoon. `what` is a Dutch sentence about them."""

    id: str
    called: str
    what: str
    bsn: str = field(default="", repr=False)
    role: str = ""
    represents: dict[str, str] | None = None

    @property
    def subject(self) -> str:
        """What the provider calls them: says nothing about who it is."""
        return hashlib.sha256(f"demo {self.bsn or self.id}".encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class DemoSignIn:
    """Eén keer aangemeld bij de demo-inlogdienst, at the level that was chosen."""

    person: DemoPerson
    level: str
    sid: str

    def build_claims(self, scope: str) -> dict[str, Any]:
        """What is told about this person for these scopes."""
        asked = scope.split()
        claims: dict[str, Any] = {"sub": self.person.subject, "sid": self.sid, "name": self.person.called}
        if "bsn" in asked and self.person.bsn:
            claims["bsn"] = self.person.bsn
            if self.person.represents:
                claims["represents"] = {
                    "bsn": self.person.represents["bsn"],
                    "name": self.person.represents["called"],
                }
        if "roles" in asked and self.person.role:
            claims["roles"] = [self.person.role]
        return claims


@lru_cache(maxsize=1)
def load_people() -> dict[Audience, dict[str, DemoPerson]]:
    """All invented people by audience and id."""
    path = ROOT / "overview" / "content" / "demo" / "people.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        Audience.CITIZENS: {row["id"]: DemoPerson(**row) for row in raw["citizen"]},
        Audience.WORKERS: {row["id"]: DemoPerson(**row) for row in raw["worker"]},
    }
