"""The data keys of the people in one transaction, each asked for once."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from overview.adapters.store.tables.people import PersonKey
from overview.adapters.vault import SealBroken, Vault, WrappedKey, seal, unseal


class Keys:
    """Sleutels: seals and unseals for one person, bound to the place where the text stands."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self.vault = vault
        self._found: dict[str, bytes] = {}

    def learn(self, person: str, key_id: str, wrapped: bytes) -> None:
        """Take a wrapped key that came along with another question."""
        self._found[person] = self.vault.unwrap(WrappedKey(key_id, wrapped), person)

    def seal(self, person: str, value: Any, place: str) -> bytes:
        """Encrypt a value that JSON can hold."""
        return seal(self._get(person), json.dumps(value, ensure_ascii=False).encode(), place)

    def unseal(self, person: str, sealed: bytes, place: str) -> Any:
        """Decrypt it. Raises `SealBroken`."""
        return json.loads(unseal(self._get(person), sealed, place))

    def _get(self, person: str) -> bytes:
        if person not in self._found:
            row = self._connection.execute(
                select(PersonKey.key_id, PersonKey.wrapped).where(PersonKey.person == person)
            ).first()
            if row is None:
                raise SealBroken("the key of this person is gone")
            self.learn(person, row.key_id, row.wrapped)
        return self._found[person]
