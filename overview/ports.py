"""What the services need from outside, as protocols. Adapters satisfy them; wiring joins them.

Must not import: services, adapters, `i18n`, any framework.
"""

from __future__ import annotations

from typing import Protocol

from overview.domain.cases import CaseReading
from overview.domain.catalogue import Catalogue


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
        """The agency id whose cases these are."""
        ...

    @property
    def seconds(self) -> float:
        """How long a reading may take."""
        ...

    def fetch_cases(self) -> CaseReading:
        """The cases of the citizen this source was made for. A failure is a value, not an error."""
        ...
