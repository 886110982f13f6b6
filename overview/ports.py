"""What the services need from outside, as protocols. Adapters satisfy them; wiring joins them.

Must not import: services, adapters, `i18n`, any framework.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from overview.domain.bsn import Bsn
from overview.domain.case_details import CaseDetails, SourceCheck
from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue
from overview.domain.session_record import SessionRecord


class ContentSource(Protocol):
    """Inhoud: where life events, steps and agencies come from."""

    def load(self) -> Catalogue:
        """The whole content, checked. Raises the adapter's own error naming file and path."""
        ...


class CaseSource(Protocol):
    """Bron van zaken: one register of one agency."""

    @property
    def name(self) -> str:
        """A short name for logs and for the operator."""
        ...

    @property
    def agency(self) -> str:
        """The agency id whose cases these are, and who is phoned when it fails."""
        ...

    @property
    def title(self) -> str:
        """What it is called on screen; empty: as the agency."""
        ...

    @property
    def seconds(self) -> float:
        """How long a reading may take."""
        ...

    def fetch_cases(self, bsn: Bsn | None) -> CaseReading:
        """The cases of this citizen. A failure is a value, not an error."""
        ...


class CaseFiles(Protocol):
    """Zaken in detail bij één register, asked for only when somebody opens one case."""

    @property
    def name(self) -> str:
        """The name of the register."""
        ...

    def fetch_details(self, bsn: Bsn, case_id: str) -> CaseDetails | None:
        """How it went, what comes and its documents; None when it cannot be read or is another's."""
        ...

    def open_document(
        self, bsn: Bsn, case_id: str, document_id: str
    ) -> AbstractContextManager[tuple[str, Iterator[bytes]] | None]:
        """Type and bytes of a document of this case; None when it may not or cannot be given."""
        ...


class SourceChecker(Protocol):
    """Controle van bronnen, for the operator."""

    def check_sources(self) -> tuple[SourceCheck, ...]:
        """Each source asked whether it is there and filters; nothing about a citizen is asked."""
        ...


class LastKnownCases(Protocol):
    """Laatst bekende zaken: kept only with the citizen's consent and a legal basis of the operator."""

    def may_keep(self, person: str, agency: str) -> bool:
        """Whether both exist now for this person and agency."""
        ...

    def keep(self, person: str, reading: CaseReading) -> None:
        """Keep this whole reading in the place of an earlier one."""
        ...

    def find(self, person: str, source: str) -> CaseReading | None:
        """The reading kept last, with the moment it was read."""
        ...


class StoreDown(Exception):
    """De opslag is even weg: the database did not answer. Nothing was written; trying again may help."""


class SessionStore(Protocol):
    """Sessies: who is signed in now. A session that ended is gone from it. Raises `StoreDown`."""

    def create(self, record: SessionRecord) -> None:
        """Keep a new session."""
        ...

    def find(self, id_hash: str) -> SessionRecord | None:
        """The session with this hashed cookie id. One query; says nothing about idle time."""
        ...

    def is_followed(self, id_hash: str, idle_since: datetime, now: datetime) -> bool:
        """True when a session took the place of this one that is not idle and not past its end."""
        ...

    def touch(self, id_hash: str, seen_at: datetime) -> None:
        """Somebody did something; an earlier moment than the kept one changes nothing."""
        ...

    def end(self, id_hash: str) -> None:
        """End one session; unknown is fine."""
        ...

    def end_by_sid(self, provider: str, sid: str) -> int:
        """End what the provider calls one session; how many there were."""
        ...

    def end_by_subject(self, provider: str, subject_hash: str) -> int:
        """End every session of one subject at a provider; how many there were."""
        ...

    def end_all_of(self, person: str) -> int:
        """End every session for one person's overview; how many there were."""
        ...

    def adopt(self, person_hash: str, person: str) -> int:
        """Sessions of somebody who agreed to keep an overview point to that person; how many."""
        ...

    def purge(self, idle_since: datetime, now: datetime) -> int:
        """Erase sessions not used since `idle_since` or past their end; how many there were."""
        ...
