"""Encryption of what is personal. Every citizen has a data key; a master key wraps it.

AES-256-GCM with a random nonce of 96 bits. The associated data binds a text to its row and column,
so that a row copied to another person does not open. Whoever has the database without the master
key reads nothing; when a citizen's data key is gone, all of theirs is unreadable, also in backups.
Sources: NIST SP 800-38D (GCM), RFC 5869 (HKDF), RFC 2104 (HMAC).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE: Final = 12
_KEY: Final = 32


class SealBroken(ValueError):
    """Verzegeling verbroken: changed, moved to another row, or made with a key that is gone."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """Verpakte sleutel van een inwoner: which master key wrapped it, and the wrapped bytes."""

    key_id: str
    wrapped: bytes = field(repr=False)


@lru_cache(maxsize=64)
def _derive(key: bytes, purpose: str) -> bytes:
    """Another key for each purpose, so that no two uses of one secret meet."""
    return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=purpose.encode()).derive(key)


def seal(key: bytes, text: bytes, place: str) -> bytes:
    """Encrypt for one place (`table.column/row`)."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, text, place.encode())


def unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    """Decrypt what was sealed for this place. Raises `SealBroken`."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBroken(place.partition("/")[0]) from error


class Vault:
    """Kluis: the keys of this portal. The first master key and the first look-up key are in use."""

    def __init__(self, master_keys: Mapping[str, bytes], lookup_keys: Sequence[bytes]) -> None:
        self._masters = dict(master_keys)
        self._lookups = tuple(lookup_keys)
        self.current = next(iter(self._masters))

    def make_data_key(self) -> bytes:
        """A new data key for one citizen."""
        return secrets.token_bytes(_KEY)

    def wrap(self, data_key: bytes, person: str) -> WrappedKey:
        """The data key as it may stand in the database."""
        master = _derive(self._masters[self.current], "wrap")
        return WrappedKey(self.current, seal(master, data_key, f"person_keys.wrapped/{person}"))

    def unwrap(self, key: WrappedKey, person: str) -> bytes:
        """The data key. Raises `SealBroken`, also when its master key is not among the settings."""
        master = self._find_master(key.key_id)
        return unseal(_derive(master, "wrap"), key.wrapped, f"person_keys.wrapped/{person}")

    def seal_short_lived(self, text: bytes, place: str) -> bytes:
        """Encrypt what lives no longer than a sign-in; the key id goes along."""
        name = self.current.encode()
        sealed = seal(_derive(self._masters[self.current], "short-lived"), text, place)
        return bytes([len(name)]) + name + sealed

    def unseal_short_lived(self, sealed: bytes, place: str) -> bytes:
        """Decrypt what `seal_short_lived` made. Raises `SealBroken`."""
        end = 1 + sealed[0] if sealed else 0
        master = self._find_master(sealed[1:end].decode("ascii", "replace"))
        return unseal(_derive(master, "short-lived"), sealed[end:], place)

    def hash_lookup(self, kind: str, value: str) -> str:
        """A keyed hash to find something by without keeping it; `kind` keeps uses apart."""
        return self._hash(self._lookups[0], kind, value)

    def hash_all(self, kind: str, value: str) -> tuple[str, ...]:
        """The hash under every look-up key, the one in use first: finds what an older key wrote."""
        return tuple(self._hash(key, kind, value) for key in self._lookups)

    def sign(self, kind: str, value: bytes) -> bytes:
        """A signature that only this portal can make, for chains of log lines."""
        return self._sign(self._lookups[0], kind, value)

    def is_signed(self, kind: str, value: bytes, signature: bytes) -> bool:
        """True when this portal made the signature, with the look-up key in use or an older one."""
        return any(hmac.compare_digest(self._sign(key, kind, value), signature) for key in self._lookups)

    def _find_master(self, key_id: str) -> bytes:
        try:
            return self._masters[key_id]
        except KeyError:
            raise SealBroken("the master key of this row is not among the settings") from None

    @staticmethod
    def _hash(key: bytes, kind: str, value: str) -> str:
        return hmac.new(_derive(key, kind), value.encode(), hashlib.sha256).hexdigest()

    @staticmethod
    def _sign(key: bytes, kind: str, value: bytes) -> bytes:
        return hmac.new(_derive(key, kind), value, hashlib.sha256).digest()
