"""How keeping stands in one tab: what the database held when we last heard, and what is still to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from overview.domain.keeping import Visit
from overview.domain.kept import Kept
from overview.domain.merging import Change
from overview.services.keeping.answers import Clashed


@dataclass(slots=True)
class Saving:
    """Bewaren van dit tabblad. `base` is what the database held at `version`, when we last heard."""

    base: Kept
    version: int
    saved_at: datetime
    is_down: bool = False
    clashed: Clashed | None = None
    theirs: tuple[Change, ...] = ()
    last_visit: Visit | None = None
    news: tuple[Change, ...] = field(default_factory=tuple)
