"""What may be used one time only, and who is known here already."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from overview.adapters.store.engine import calling
from overview.adapters.store.tables.people import Person
from overview.adapters.store.tables.used import Used


class DatabaseUsedOnce:
    """Eenmalig gebruik in de database; satisfies `UsedOnce`: of two at the same moment one is first."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def use(self, id_hash: str, until: datetime) -> bool:
        """True the first time."""
        try:
            with calling(self._engine) as connection:
                connection.execute(insert(Used).values(id_hash=id_hash, until=until))
        except IntegrityError:
            return False
        return True

    def purge(self, now: datetime) -> int:
        """Forget what is past its time."""
        with calling(self._engine) as connection:
            return connection.execute(delete(Used).where(Used.until <= now)).rowcount


class DatabaseKnownPersons:
    """Bekende personen in de database; satisfies `KnownPersons`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find_person(self, person_hashes: tuple[str, ...]) -> str | None:
        """Our own id of this person, by the hash under any key."""
        with calling(self._engine, is_reading=True) as connection:
            return connection.execute(select(Person.id).where(Person.person_hash.in_(person_hashes))).scalar()
