"""Consents in the database, sealed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.consents import ConsentGiven
from overview.domain.keeping import AtScreen, Consent, Purpose


class DatabaseConsents:
    """Toestemmingen in de database; satisfies `Consents`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def add(self, person: str, consent: Consent) -> None:
        """Keep a yes."""
        told = [
            *(consent.agency, consent.purpose.value, consent.text_version),
            *(consent.language, consent.at_screen.value, consent.legal_basis),
        ]
        sealed = self._keys.seal(person, told, f"consents.sealed/{consent.id}")
        row = {"id": consent.id, "person": person, "sealed": sealed, "given_at": consent.given_at}
        self._connection.execute(insert(ConsentGiven).values(row))

    def withdraw(self, person: str, consent: str, now: datetime) -> bool:
        """A yes becomes a no."""
        done = self._connection.execute(
            update(ConsentGiven)
            .where(
                ConsentGiven.id == consent,
                ConsentGiven.person == person,
                ConsentGiven.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=now)
        )
        return done.rowcount == 1

    def list_all(self, person: str) -> tuple[Consent, ...]:
        """All of a person, oldest first."""
        rows = self._connection.execute(
            select(ConsentGiven.id, ConsentGiven.sealed, ConsentGiven.given_at, ConsentGiven.withdrawn_at)
            .where(ConsentGiven.person == person)
            .order_by(ConsentGiven.given_at, ConsentGiven.id)
        ).all()
        found = []
        for row in rows:
            told = self._keys.unseal(person, row.sealed, f"consents.sealed/{row.id}")
            agency, purpose, text_version, language, at_screen, legal_basis = told
            found.append(
                Consent(
                    *(row.id, agency, Purpose(purpose), row.given_at, text_version, language),
                    *(AtScreen(at_screen), legal_basis, row.withdrawn_at),
                )
            )
        return tuple(found)
