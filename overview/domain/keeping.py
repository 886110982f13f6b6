"""What is written down around a saved overview: consents, log lines, codes on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from overview.domain.access import Action

KEEPER: Final = "municipality"
"""The agency that keeps the overview."""

CONSENT_TEXT: Final = "1"
"""The version of the sentences that a person says yes to; a new one when their meaning changes."""


class Purpose(StrEnum):
    """Doel waarvoor iemand ja zegt."""

    KEEP = "keep"
    HELP_AT_COUNTER = "help_at_counter"
    KEEP_CASES = "keep_cases"


class AtScreen(StrEnum):
    """Wie er aan het scherm zat toen iemand ja zei."""

    CITIZEN = "citizen"
    REPRESENTATIVE = "representative"
    WITH_WORKER = "with_worker"
    WITHOUT_SIGN_IN = "without_sign_in"


@dataclass(frozen=True, slots=True)
class Consent:
    """Toestemming: for one agency and one purpose, with what was read and who was at the screen.

    Control on top of the legal basis that the municipality set, never in place of it.
    """

    id: str
    agency: str
    purpose: Purpose
    given_at: datetime
    text_version: str
    language: str
    at_screen: AtScreen
    legal_basis: str
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AccessLine:
    """Regel van inzage: who did what with an overview, when and why. `version` is the one they saw."""

    at: datetime
    actor: str
    action: Action
    version: int
    operation_id: str
    role: str
    name: str = field(repr=False)
    purpose: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LogTail:
    """Staart van de inzagelog: number and signature of its last line."""

    number: int = 0
    signature: bytes = b""


class StatusCode(StrEnum):
    """Uitkomst volgens Logboek Dataverwerkingen."""

    UNKNOWN = "0"
    OK = "1"
    ERROR = "2"


@dataclass(frozen=True, slots=True)
class ProcessingLine:
    """Regel van het Logboek Dataverwerkingen; `person` is encrypted where it is kept."""

    operation_id: str
    trace_id: str
    name: str
    start_time: datetime
    end_time: datetime
    activity: str
    person: str
    status_code: StatusCode = StatusCode.OK
    parent_operation_id: str | None = None
    foreign_operation: str | None = None
    resource: str = "mijn-overzicht"


@dataclass(frozen=True, slots=True)
class Visit:
    """Bezoek: when somebody last looked, and which version they saw."""

    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class StoredOverview:
    """Overzicht zoals het in de opslag staat, decrypted. `last_visit` is of whoever asks."""

    person: str
    version: int
    content: str = field(repr=False)
    saved_at: datetime
    tail: LogTail
    last_visit: Visit | None = None


@dataclass(frozen=True, slots=True)
class StoredChange:
    """Wijzigingen van één keer bewaren, as JSON."""

    version: int
    at: datetime
    actor: str
    content: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoredCases:
    """Laatst bekende zaken van één bron, as JSON; `read_at` is shown, the term counts from `kept_at`."""

    source: str
    agency: str
    content: str = field(repr=False)
    read_at: datetime
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """Koppelcode zoals die bewaard is: hashes only."""

    person: str
    secret_hash: str
    word_hash: str
    ends_at: datetime
    tries: int
