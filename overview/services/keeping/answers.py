"""What opening or saving an overview comes to: opened, saved, clashed, or nothing kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from overview.domain.keeping import Visit
from overview.domain.kept import Kept
from overview.domain.merging import Change, Clash


class NotKept(Exception):
    """Niet bewaard: nothing of this person is kept (any more)."""


@dataclass(frozen=True, slots=True)
class Told:
    """Wijzigingen van één keer bewaren door een ander."""

    at: datetime
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """Geopend overzicht. `since_visit` is what others changed since the asker's last visit."""

    kept: Kept
    version: int
    saved_at: datetime
    last_visit: Visit | None
    since_visit: tuple[Told, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """Bewaard: written and committed. `theirs` is what another changed meanwhile; both are in `kept`."""

    kept: Kept
    version: int
    saved_at: datetime
    theirs: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Clashed:
    """Niet bewaard, want een ander veranderde hetzelfde. `kept` is theirs with what of mine fits."""

    kept: Kept
    stored: Kept
    version: int
    theirs: tuple[Change, ...]
    clashes: tuple[Clash, ...]
