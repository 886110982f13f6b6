"""What is fetched only when somebody opens one case: how it went, what comes, and its documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StatusLine:
    """Statuslijn: one status that was reached, or one that is still to come (`on` is then None)."""

    text: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """Document bij een zaak: its id at the register, its title, and the day it was made or sent."""

    id: str
    title: str
    on: date | None
    size: int | None


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """Eén zaak in detail. `documents` None: we may not read them, or could not."""

    reached: tuple[StatusLine, ...]
    coming: tuple[StatusLine, ...]
    documents: tuple[CaseDocument, ...] | None


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """Uitslag van de controle van één bron, for the operator. `rights` per API: yes, no or unknown.

    `canary` is `ok`, `failed` or `unknown`. `problem` is empty when the source can be used.
    """

    source: str
    title: str
    is_reachable: bool
    version: str
    canary: str
    rights: dict[str, str]
    problem: str = ""
    note: str = ""

    @property
    def is_good(self) -> bool:
        """Whether cases can be read from it."""
        return not self.problem
