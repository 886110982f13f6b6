from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.adapters.store.tables.logs import ProcessingLine
from overview.adapters.vault import SealBroken, Vault
from overview.services.keeping.answers import NotKept
from tests.keeping.builders import DAY, NOW, World, build_world, make_kept, make_vault, with_answer


@pytest.mark.parametrize(("days", "gone"), [(364, 0), (365, 0), (366, 1)])
def test_an_overview_goes_a_year_after_the_last_activity_and_not_a_day_before(
    world: World, days: int, gone: int
) -> None:
    gerard = world.keep()
    assert world.upkeep.purge(NOW + days * DAY).idle == gone
    if gone:
        with pytest.raises(NotKept):
            world.overviews.open(gerard, gerard.person, NOW)


def test_looking_is_activity_too(world: World) -> None:
    gerard = world.keep()
    world.overviews.open(gerard, gerard.person, NOW + 300 * DAY)
    assert world.upkeep.purge(NOW + 366 * DAY).idle == 0
    assert world.upkeep.purge(NOW + 666 * DAY).idle == 1


@pytest.mark.parametrize(("days", "gone"), [(730, 0), (731, 1)])
def test_processing_lines_go_after_their_term(world: World, days: int, gone: int) -> None:
    gerard = world.keep()
    world.overviews.open(gerard, gerard.person, NOW + 700 * DAY)
    assert world.upkeep.purge(NOW + days * DAY).log_lines == gone


def test_a_clock_that_jumps_back_loses_nothing_and_saves_on(world: World) -> None:
    gerard, base = world.keep(), make_kept()
    changed = with_answer(base, "children", "both")
    past = NOW - 400 * DAY
    world.overviews.save(gerard, gerard.person, base, 1, changed, past)
    assert world.overviews.open(gerard, gerard.person, past).kept == changed
    assert world.upkeep.purge(NOW + 300 * DAY).idle == 0
    world.overviews.open(gerard, gerard.person, NOW + timedelta(days=3650))
    assert world.overviews.open(gerard, gerard.person, NOW).kept == changed


def test_one_processing_line_for_each_person_and_operation_with_the_standards_fields(engine: Engine) -> None:
    world = build_world(DatabaseStore(engine, make_vault()), DatabaseSessions(engine, make_vault()))
    gerard = world.keep()
    world.overviews.open(gerard, gerard.person, NOW)
    with engine.connect() as connection:
        rows = connection.execute(ProcessingLine.__table__.select()).mappings().all()  # type: ignore[attr-defined]
    assert [row["name"] for row in rows].count("read") == 1
    for row in rows:
        assert len(bytes.fromhex(row["trace_id"])) == 16
        assert len(bytes.fromhex(row["operation_id"])) == 8
        assert row["status_code"] == 1
        assert row["processing_activity_id"] == "urn:test"
        assert gerard.person.encode() not in row["data_subject_id"]
        assert row["start_time"] <= row["end_time"]


TAMPERINGS = {
    "an action is changed": "UPDATE access_log SET action = 'print' WHERE number = 2",
    "a moment is changed": "UPDATE access_log SET at = '2020-01-01 00:00:00' WHERE number = 2",
    "an actor is changed": "UPDATE access_log SET actor = 'nobody' WHERE number = 2",
    "a line in the middle is gone": "DELETE FROM access_log WHERE number = 2",
    "the first line is gone": "DELETE FROM access_log WHERE number = 1",
    "the last line is gone": "DELETE FROM access_log WHERE number = 3",
    "a line is put before the first": "UPDATE access_log SET number = 0 WHERE number = 3",
    "all lines are gone": "DELETE FROM access_log",
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_with_the_access_log_is_found(engine: Engine, how: str) -> None:
    world = build_world(DatabaseStore(engine, make_vault()), DatabaseSessions(engine, make_vault()))
    gerard, other = world.keep("gerard"), world.keep("maria")
    for _ in range(2):
        world.overviews.open(gerard, gerard.person, NOW)
    assert world.upkeep.verify().broken == {}
    statement = TAMPERINGS[how]
    scope = " AND " if "WHERE" in statement else " WHERE "
    with engine.begin() as connection:
        connection.execute(text(f"{statement}{scope}person = :person"), {"person": gerard.person})
    verdict = world.upkeep.verify()
    assert verdict.people == 2
    assert list(verdict.broken) == [gerard.person], how
    assert other.person not in verdict.broken


@pytest.mark.parametrize("how", ["the line", "its mark of whom"])
def test_a_line_that_only_one_of_the_two_logs_has_is_missed_for_that_person_only(
    engine: Engine, how: str
) -> None:
    world = build_world(DatabaseStore(engine, make_vault()), DatabaseSessions(engine, make_vault()))
    gerard, maria, annie = (world.keep(one) for one in ("gerard", "maria", "annie"))
    world.rights.forget(annie, annie.person, NOW)
    assert world.upkeep.verify().broken == {}, "who was forgotten is missed by nobody"
    world.overviews.open(gerard, gerard.person, NOW)
    change = {
        "the line": "DELETE FROM access_log WHERE person = :person AND number = 2",
        "its mark of whom": "UPDATE access_log SET operation_id = 'f' WHERE person = :person AND number = 2",
    }[how]
    with engine.begin() as connection:
        connection.execute(text(change), {"person": gerard.person})
    broken = world.upkeep.verify().broken
    assert list(broken) == [gerard.person]
    assert "missing" in broken[gerard.person]
    assert maria.person not in broken


def test_many_who_look_at_the_same_moment_all_stand_in_a_log_that_holds(database_world: World) -> None:
    world, looks = database_world, 6
    gerard = world.keep()
    together, faults = threading.Barrier(8), []

    def look() -> None:
        together.wait()
        for _ in range(looks):
            try:
                world.overviews.open(gerard, gerard.person, NOW)
            except BaseException as fault:
                faults.append(fault)

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    lines = world.store.run(lambda records: records.logs.list_all(gerard.person))
    assert [line.action.value for line in lines].count("read") == 8 * looks
    assert len({line.operation_id for line in lines}) == len(lines)
    assert world.upkeep.verify().broken == {}


def test_a_text_moved_to_another_person_does_not_open(engine: Engine) -> None:
    world = build_world(DatabaseStore(engine, make_vault()), DatabaseSessions(engine, make_vault()))
    gerard, maria = world.keep("gerard"), world.keep("maria")
    move = text(
        "UPDATE overviews SET sealed = (SELECT sealed FROM overviews WHERE person = :a) WHERE person = :b"
    )
    with engine.begin() as connection:
        connection.execute(move, {"a": gerard.person, "b": maria.person})
    with pytest.raises(SealBroken):
        world.overviews.open(maria, maria.person, NOW)


OLD, NEW = {"old": bytes(range(32))}, {"new": bytes(range(50, 82))}
LOOKUPS = (bytes(range(100, 132)),)


def test_keys_rotate_while_people_read_and_save_and_then_the_old_key_may_go(engine: Engine) -> None:
    before = Vault(OLD, LOOKUPS)
    world = build_world(DatabaseStore(engine, before), DatabaseSessions(engine, before))
    people = [world.keep(f"citizen {number}") for number in range(12)]
    both = Vault({**NEW, **OLD}, LOOKUPS)
    running = build_world(DatabaseStore(engine, both), DatabaseSessions(engine, both))
    faults: list[BaseException] = []
    is_over = threading.Event()

    def read_on() -> None:
        turn = 0
        while not is_over.is_set():
            person = people[turn % len(people)]
            turn += 1
            try:
                assert running.overviews.open(person, person.person, NOW).kept == make_kept()
            except BaseException as fault:
                faults.append(fault)
                return

    reader = threading.Thread(target=read_on)
    reader.start()
    rotated = running.upkeep.rotate_keys()
    is_over.set()
    reader.join()
    assert (faults, rotated) == ([], 12)
    assert running.upkeep.rotate_keys() == 0
    after = Vault(NEW, LOOKUPS)
    world = build_world(DatabaseStore(engine, after), DatabaseSessions(engine, after))
    for person in people:
        assert world.overviews.open(person, person.person, NOW).kept == make_kept()
    lost = build_world(DatabaseStore(engine, before), DatabaseSessions(engine, before))
    with pytest.raises(SealBroken):
        lost.overviews.open(people[0], people[0].person, NOW)
