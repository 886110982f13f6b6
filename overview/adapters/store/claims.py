"""Codes on paper, tries and openings in the database; every code, word and address as keyed hash."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, update

from overview.adapters.store.keys import Keys
from overview.adapters.store.tables.claims import Claim, ClaimTry
from overview.adapters.store.tables.claims import Opening as OpeningRow
from overview.adapters.store.tables.people import Person
from overview.domain.access import Opening
from overview.domain.keeping import StoredClaim

_LOCATOR: Final = "claim locator"
_SECRET: Final = "claim secret"
_WORD: Final = "claim word"
_BY: Final = "claim try"


class DatabaseClaims:
    """Koppelcodes in de database; satisfies `Claims`."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def create(
        self, locator: str, secret: str, word: str, person: str, now: datetime, ends_at: datetime
    ) -> None:
        """Keep a code by its hashes; the hashes of secret and word are bound to this person."""
        vault = self._keys.vault
        row = {
            "locator_hash": vault.hash_lookup(_LOCATOR, locator),
            "secret_hash": vault.hash_lookup(_SECRET, f"{person} {secret}"),
            "word_hash": vault.hash_lookup(_WORD, f"{person} {word}"),
            "person": person,
            "made_at": now,
            "ends_at": ends_at,
            "tries": 0,
        }
        self._connection.execute(insert(Claim).values(row))

    def find(self, locator: str) -> StoredClaim | None:
        """The code with this first part."""
        row = self._connection.execute(
            select(Claim.person, Claim.secret_hash, Claim.word_hash, Claim.ends_at, Claim.tries).where(
                Claim.locator_hash.in_(self._keys.vault.hash_all(_LOCATOR, locator))
            )
        ).first()
        return None if row is None else StoredClaim(*row)

    def is_match(self, claim: StoredClaim, secret: str, word: str | None) -> bool:
        """True when the rest of the code, and the word where one is given, are right."""
        is_right = self._is_hash(claim.secret_hash, _SECRET, f"{claim.person} {secret}")
        if word is None:
            return is_right
        return self._is_hash(claim.word_hash, _WORD, f"{claim.person} {word}") and is_right

    def count_try(self, locator: str) -> None:
        """One more wrong try at this code."""
        hashes = self._keys.vault.hash_all(_LOCATOR, locator)
        self._connection.execute(
            update(Claim).where(Claim.locator_hash.in_(hashes)).values(tries=Claim.tries + 1)
        )

    def forgive(self, locator: str, by: tuple[str, ...]) -> None:
        """The code was right: its wrong tries do not count any more, nor does this try of theirs."""
        hashes = self._keys.vault.hash_all(_LOCATOR, locator)
        self._connection.execute(update(Claim).where(Claim.locator_hash.in_(hashes)).values(tries=0))
        for one in by:
            hashed = self._keys.vault.hash_lookup(_BY, one)
            newest = select(func.max(ClaimTry.id)).where(ClaimTry.by_hash == hashed).scalar_subquery()
            self._connection.execute(delete(ClaimTry).where(ClaimTry.id == newest))

    def remember_try(self, by: str, now: datetime) -> None:
        """One more wrong try by this session or address."""
        row = {"by_hash": self._keys.vault.hash_lookup(_BY, by), "at": now}
        self._connection.execute(insert(ClaimTry).values(row))

    def count_tries(self, by: str, since: datetime) -> int:
        """Wrong tries by this session or address since then."""
        hashes = self._keys.vault.hash_all(_BY, by)
        query = select(func.count()).where(ClaimTry.by_hash.in_(hashes), ClaimTry.at > since)
        return int(self._connection.execute(query).scalar_one())

    def delete(self, person: str) -> None:
        """The code was used."""
        self._connection.execute(delete(Claim).where(Claim.person == person))

    def list_expired(self, now: datetime, most: int) -> tuple[str, ...]:
        """Persons who were never claimed and whose code has ended."""
        query = (
            select(Claim.person)
            .join(Person, Person.id == Claim.person)
            .where(Claim.ends_at <= now, Person.person_hash.is_(None))
            .limit(most)
        )
        return tuple(self._connection.execute(query).scalars())

    def purge_tries(self, before: datetime) -> int:
        """Erase tries from before."""
        return self._connection.execute(delete(ClaimTry).where(ClaimTry.at < before)).rowcount

    def open_for(self, opening: Opening) -> None:
        """Open an overview to a worker."""
        sealed = self._keys.seal(opening.person, opening.purpose, f"openings.sealed/{opening.id}")
        row = {
            "id": opening.id,
            "person": opening.person,
            "actor": opening.actor,
            "sealed": sealed,
            "opened_at": opening.opened_at,
            "ends_at": opening.ends_at,
        }
        self._connection.execute(insert(OpeningRow).values(row))

    def close_openings(self, person: str, actor: str, now: datetime) -> None:
        """What is open to this worker (empty: to anybody) is closed from now on."""
        wanted = [OpeningRow.person == person, OpeningRow.ends_at > now]
        if actor:
            wanted.append(OpeningRow.actor == actor)
        self._connection.execute(update(OpeningRow).where(*wanted).values(ends_at=now))

    def list_openings(self, person: str, actor: str) -> tuple[Opening, ...]:
        """What was opened to this worker."""
        rows = self._connection.execute(
            select(OpeningRow.id, OpeningRow.sealed, OpeningRow.opened_at, OpeningRow.ends_at).where(
                OpeningRow.person == person, OpeningRow.actor == actor
            )
        ).all()
        return tuple(
            Opening(
                *(row.id, person, actor),
                self._keys.unseal(person, row.sealed, f"openings.sealed/{row.id}"),
                *(row.opened_at, row.ends_at),
            )
            for row in rows
        )

    def _is_hash(self, kept: str, kind: str, value: str) -> bool:
        return any(hmac.compare_digest(kept, made) for made in self._keys.vault.hash_all(kind, value))
