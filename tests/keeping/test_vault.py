"""Keys and seals: what is moved, changed or made with another key does not open, and says nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.adapters.vault import SealBroken, Vault, WrappedKey, seal, unseal
from tests.keeping.builders import NOW, build_world

OLD, NEW, OTHER = bytes(range(32)), bytes(range(50, 82)), bytes(range(90, 122))
LOOKUP, OLDER = bytes(range(130, 162)), bytes(range(170, 202))
TEXT, PLACE = b"Gerard verhuist", "overviews.sealed/p1/1"


def _spoil(sealed: bytes, at: int) -> bytes:
    return sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]


def test_what_is_sealed_opens_at_its_own_place_and_does_not_show_the_text() -> None:
    sealed = seal(OLD, TEXT, PLACE)
    assert TEXT not in sealed
    assert unseal(OLD, sealed, PLACE) == TEXT


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert len({seal(OLD, TEXT, PLACE) for _ in range(100)}) == 100


BROKEN: dict[str, Callable[[bytes], tuple[bytes, bytes, str]]] = {
    "another person's row": lambda sealed: (OLD, sealed, "overviews.sealed/p2/1"),
    "another version": lambda sealed: (OLD, sealed, "overviews.sealed/p1/2"),
    "another column": lambda sealed: (OLD, sealed, "saved_changes.sealed/p1/1"),
    "another key": lambda sealed: (NEW, sealed, PLACE),
    "a changed nonce": lambda sealed: (OLD, _spoil(sealed, 0), PLACE),
    "a changed text": lambda sealed: (OLD, _spoil(sealed, 14), PLACE),
    "a changed tag": lambda sealed: (OLD, _spoil(sealed, len(sealed) - 1), PLACE),
    "a cut end": lambda sealed: (OLD, sealed[:-1], PLACE),
    "only a nonce": lambda sealed: (OLD, sealed[:12], PLACE),
    "nothing": lambda sealed: (OLD, b"", PLACE),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_was_moved_or_changed_does_not_open_and_the_error_names_nobody(case: str) -> None:
    key, sealed, place = BROKEN[case](seal(OLD, TEXT, PLACE))
    with pytest.raises(SealBroken) as caught:
        unseal(key, sealed, place)
    assert "p1" not in str(caught.value)
    assert "p2" not in str(caught.value)


def test_a_data_key_is_unwrapped_for_its_own_person_only() -> None:
    vault = Vault({"old": OLD}, (LOOKUP,))
    data_key = vault.make_data_key()
    wrapped = vault.wrap(data_key, "p1")
    assert data_key not in wrapped.wrapped
    assert vault.unwrap(wrapped, "p1") == data_key
    with pytest.raises(SealBroken):
        vault.unwrap(wrapped, "p2")


def test_after_a_new_master_key_the_old_one_still_opens_until_it_is_taken_away() -> None:
    data_key = Vault({"old": OLD}, (LOOKUP,)).make_data_key()
    wrapped = Vault({"old": OLD}, (LOOKUP,)).wrap(data_key, "p1")
    both = Vault({"new": NEW, "old": OLD}, (LOOKUP,))
    assert both.unwrap(wrapped, "p1") == data_key
    again = both.wrap(data_key, "p1")
    assert again.key_id == "new"
    only_new = Vault({"new": NEW}, (LOOKUP,))
    assert only_new.unwrap(again, "p1") == data_key
    with pytest.raises(SealBroken):
        only_new.unwrap(wrapped, "p1")


def test_a_wrapped_key_under_the_name_of_another_master_key_does_not_open() -> None:
    vault = Vault({"old": OLD, "other": OTHER}, (LOOKUP,))
    wrapped = vault.wrap(vault.make_data_key(), "p1")
    with pytest.raises(SealBroken):
        vault.unwrap(WrappedKey("other", wrapped.wrapped), "p1")


@pytest.mark.parametrize("spoiled", [b"", b"\x03", b"\x03old", b"\xffold", b"\x05other" + b"0" * 40])
def test_a_short_lived_seal_that_is_no_seal_is_broken_and_not_an_accident(spoiled: bytes) -> None:
    with pytest.raises(SealBroken):
        Vault({"old": OLD}, (LOOKUP,)).unseal_short_lived(spoiled, "ticket")


def test_a_short_lived_seal_lives_through_a_change_of_keys() -> None:
    sealed = Vault({"old": OLD}, (LOOKUP,)).seal_short_lived(TEXT, "ticket")
    assert Vault({"new": NEW, "old": OLD}, (LOOKUP,)).unseal_short_lived(sealed, "ticket") == TEXT
    with pytest.raises(SealBroken):
        Vault({"new": NEW}, (LOOKUP,)).unseal_short_lived(sealed, "ticket")


def test_a_lookup_is_the_same_each_time_another_for_another_use_and_needs_the_key() -> None:
    vault = Vault({"old": OLD}, (LOOKUP,))
    found = vault.hash_lookup("bsn", "999993653")
    assert found == vault.hash_lookup("bsn", "999993653")
    others = (
        vault.hash_lookup("subject", "999993653"),
        vault.hash_lookup("bsn", "999993654"),
        Vault({"old": OLD}, (OLDER,)).hash_lookup("bsn", "999993653"),
        Vault({"old": LOOKUP}, (OLD,)).hash_lookup("bsn", "999993653"),
    )
    assert found not in others


def test_with_a_new_lookup_key_what_the_older_one_wrote_is_still_found() -> None:
    before = Vault({"old": OLD}, (OLDER,)).hash_lookup("bsn", "999993653")
    found = Vault({"old": OLD}, (LOOKUP, OLDER)).hash_all("bsn", "999993653")
    assert found[1] == before
    assert found[0] != before


def test_a_signature_holds_for_its_own_line_and_kind_and_with_an_older_key() -> None:
    older = Vault({"old": OLD}, (OLDER,))
    signature = older.sign("access log", TEXT)
    vault = Vault({"old": OLD}, (LOOKUP, OLDER))
    assert vault.is_signed("access log", TEXT, signature)
    assert not vault.is_signed("access log", TEXT + b".", signature)
    assert not vault.is_signed("processing log", TEXT, signature)
    assert not Vault({"old": OLD}, (LOOKUP,)).is_signed("access log", TEXT, signature)


def test_no_key_stands_in_what_a_mistake_would_print() -> None:
    vault = Vault({"old": OLD}, (LOOKUP,))
    printed = repr(vault) + repr(vault.wrap(vault.make_data_key(), "p1"))
    for key in (OLD, LOOKUP):
        assert repr(key) not in printed
        assert key.hex() not in printed


def test_another_installation_finds_nobody_and_opens_nothing(engine: Engine) -> None:
    here, elsewhere = Vault({"a": OLD}, (LOOKUP,)), Vault({"a": OTHER}, (OLDER,))
    gerard = build_world(DatabaseStore(engine, here), DatabaseSessions(engine, here)).keep()
    world = build_world(DatabaseStore(engine, elsewhere), DatabaseSessions(engine, elsewhere))
    assert set(here.hash_all("bsn", "999993653")).isdisjoint(elsewhere.hash_all("bsn", "999993653"))
    with pytest.raises(SealBroken):
        world.overviews.open(gerard, gerard.person, NOW)
    sealed = here.seal_short_lived(TEXT, PLACE)
    with pytest.raises(SealBroken):
        elsewhere.unseal_short_lived(sealed, PLACE)
