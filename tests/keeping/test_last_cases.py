"""Last known cases: kept with a yes for that agency and a legal basis, and gone as soon as one is missing."""

from __future__ import annotations

import json
import threading
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from overview.adapters.store.backup import back_up, restore
from overview.adapters.store.sessions import DatabaseSessions
from overview.adapters.store.store import DatabaseStore
from overview.adapters.store.tables.cases import LastCases
from overview.domain.access import Action
from overview.domain.cases import Case, CaseReading, CaseStatus, Extension
from overview.domain.identity import SignedIn
from overview.domain.keeping import Purpose, StoredCases
from overview.domain.steps import Unit
from overview.ports import StoreDown
from overview.services.keeping.case_text import read_cases, write_cases
from overview.services.keeping.exporting import write_everything
from overview.services.keeping.last_cases import KeptCases
from tests.keeping.builders import DAY, MINUTE, NOW, World, build_world, make_vault

READ_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
CASE = Case(
    id="1",
    title="Bijstand",
    agency="uwv",
    status=CaseStatus.WAITING_FOR_YOU,
    status_text="Wacht op u",
    status_since=date(2026, 11, 1),
    started_on=date(2026, 10, 1),
    expected_on=date(2026, 12, 1),
    next_text="Stuur uw loonstrook",
    source="uwv-register",
    number="Z-1",
    kind="benefit",
    latest_on=date(2026, 12, 20),
    ended_on=date(2026, 12, 21),
    result_text="Toegekend",
    has_decision=True,
    is_suspended=True,
    is_extended=True,
    extension=Extension(6, Unit.WEEKS),
    answer_by=date(2026, 11, 30),
    part_of="0",
    has_more=True,
)
READING = CaseReading("uwv-register", "uwv", (CASE,), READ_AT, name="UWV")


def _say_yes(world: World, who: SignedIn, agency: str = "uwv") -> None:
    world.rights.give(who, who.person, Purpose.KEEP_CASES, "nl", "voorbeeld", NOW, agency=agency)


def _say_no(world: World, who: SignedIn, agency: str = "uwv") -> None:
    consents = world.rights.list_everything(who, who.person, NOW).consents
    standing = next(
        one
        for one in consents
        if (one.purpose, one.agency) == (Purpose.KEEP_CASES, agency) and one.withdrawn_at is None
    )
    world.rights.withdraw(who, who.person, standing.id, NOW)


@pytest.fixture
def gerard(world: World) -> SignedIn:
    return world.keep()


def test_with_a_yes_and_a_legal_basis_they_come_back_with_the_moment_they_were_read(
    world: World, gerard: SignedIn
) -> None:
    _say_yes(world, gerard)
    assert world.kept_cases.may_keep(gerard.person, "uwv")
    world.kept_cases.keep(gerard.person, READING)
    assert world.kept_cases.find(gerard.person, "uwv-register") == READING
    assert world.kept_cases.find(gerard.person, "another-register") is None


def test_a_later_reading_takes_the_place_of_an_earlier_one(world: World, gerard: SignedIn) -> None:
    _say_yes(world, gerard)
    later = replace(READING, cases=(), read_at=READ_AT + DAY)
    for reading in (READING, later):
        world.kept_cases.keep(gerard.person, reading)
    assert world.kept_cases.find(gerard.person, "uwv-register") == later


@pytest.mark.parametrize("agency", ["", "municipality"])
def test_without_a_yes_for_this_agency_nothing_is_kept(world: World, gerard: SignedIn, agency: str) -> None:
    if agency:
        _say_yes(world, gerard, agency)
    assert not world.kept_cases.may_keep(gerard.person, "uwv")
    world.kept_cases.keep(gerard.person, READING)
    _say_yes(world, gerard)
    assert world.kept_cases.find(gerard.person, "uwv-register") is None


def test_without_a_legal_basis_nothing_is_kept_whatever_the_citizen_said(
    world: World, gerard: SignedIn
) -> None:
    _say_yes(world, gerard)
    without = build_world(world.store, world.sessions, basis="")
    assert not without.kept_cases.may_keep(gerard.person, "uwv")
    without.kept_cases.keep(gerard.person, READING)
    assert world.kept_cases.find(gerard.person, "uwv-register") is None
    world.kept_cases.keep(gerard.person, READING)
    assert without.kept_cases.find(gerard.person, "uwv-register") is None


def test_who_keeps_no_overview_keeps_no_cases(world: World) -> None:
    annie = world.sign_in("annie")
    assert not world.kept_cases.may_keep(annie.person, "uwv")
    assert not world.kept_cases.may_keep("", "uwv")
    world.kept_cases.keep(annie.person, READING)
    assert world.kept_cases.find(annie.person, "uwv-register") is None


@pytest.mark.parametrize("problem", ["down", "partial", "nonsense"])
def test_a_reading_with_a_problem_never_takes_the_place_of_a_whole_one(
    world: World, gerard: SignedIn, problem: str
) -> None:
    _say_yes(world, gerard)
    world.kept_cases.keep(gerard.person, READING)
    world.kept_cases.keep(gerard.person, replace(READING, cases=(), problem=problem))
    assert world.kept_cases.find(gerard.person, "uwv-register") == READING


def test_a_no_erases_at_once_and_only_what_it_was_said_to(world: World, gerard: SignedIn) -> None:
    town = replace(READING, source="town", agency="municipality")
    for reading in (READING, town):
        _say_yes(world, gerard, reading.agency)
        world.kept_cases.keep(gerard.person, reading)
    _say_no(world, gerard)
    assert not world.kept_cases.may_keep(gerard.person, "uwv")
    world.kept_cases.keep(gerard.person, READING)
    _say_yes(world, gerard)
    assert world.kept_cases.find(gerard.person, "uwv-register") is None, "gone, not hidden"
    assert world.kept_cases.find(gerard.person, "town") == town


@pytest.mark.parametrize(("days", "is_there"), [(89, True), (90, True), (91, False)])
def test_they_are_shown_until_the_last_day_of_their_term_and_purged_after_it(
    world: World, gerard: SignedIn, days: int, is_there: bool
) -> None:
    _say_yes(world, gerard)
    world.kept_cases.keep(gerard.person, READING)
    later = NOW + days * DAY
    world.clock[0] = later
    assert (world.kept_cases.find(gerard.person, "uwv-register") is not None) is is_there
    assert world.upkeep.purge(later).cases == (0 if is_there else 1)
    world.clock[0] = NOW
    assert (world.kept_cases.find(gerard.person, "uwv-register") is not None) is is_there


def test_the_citizen_sees_them_takes_them_along_and_reads_that_they_were_kept(
    world: World, gerard: SignedIn
) -> None:
    _say_yes(world, gerard)
    for minute in range(3):
        world.kept_cases.keep(gerard.person, replace(READING, read_at=READ_AT + minute * MINUTE))
    everything = world.rights.list_everything(gerard, gerard.person, NOW, is_export=True)
    assert everything.cases == (replace(READING, read_at=READ_AT + 2 * MINUTE),)
    (told,) = json.loads(write_everything(everything, NOW))["last_known_cases"]
    assert (told["source"], told["agency"]) == ("uwv-register", "uwv")
    assert told["cases"][0]["title"] == "Bijstand"
    actions = [line.action for line in everything.looked]
    assert actions.count(Action.KEEP_CASES) == 1, "the same again is no news"


@pytest.mark.parametrize("how", ["the citizen", "no to keeping", "the municipality"])
def test_deleting_all_takes_them_along(world: World, gerard: SignedIn, how: str) -> None:
    _say_yes(world, gerard)
    world.kept_cases.keep(gerard.person, READING)
    match how:
        case "the citizen":
            world.rights.forget(gerard, gerard.person, NOW)
        case "no to keeping":
            first = world.rights.list_everything(gerard, gerard.person, NOW).consents[0]
            world.rights.withdraw(gerard, gerard.person, first.id, NOW)
        case _:
            world.upkeep.forget(gerard.person, "verzoek", NOW)
    assert world.kept_cases.find(gerard.person, "uwv-register") is None
    assert world.store.run(lambda records: records.last_cases.list_all(gerard.person)) == ()


def test_a_database_that_is_away_keeps_and_shows_nothing_and_breaks_nothing(world: World) -> None:
    class Away:
        def run(self, _: object) -> object:
            raise StoreDown

    gate = world.upkeep._gate
    kept = KeptCases(Away(), gate, lambda: NOW, legal_basis="voorbeeld", days=90)  # type: ignore[arg-type]
    kept.keep("person", READING)
    assert (kept.may_keep("person", "uwv"), kept.find("person", "uwv-register")) == (False, None)


def test_every_field_of_a_case_comes_back_as_it_was() -> None:
    empty = [one.name for one in fields(Case) if not getattr(CASE, one.name)]
    assert empty == [], "a new field needs a value here"
    bare = Case("2", "Wmo", "uwv", CaseStatus.RECEIVED, "", None, date(2026, 1, 1))
    reading = replace(READING, cases=(CASE, bare))
    assert read_cases(write_cases(reading, NOW)) == reading


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"cases": [{}]}', '{"cases": [{"status": "x"}]}', '{"cases": 3}']
)
def test_what_cannot_be_read_any_more_is_let_go(content: str) -> None:
    assert read_cases(StoredCases("s", "uwv", content, READ_AT, NOW)) is None


def _world_on(engine: Engine) -> World:
    vault = make_vault()
    return build_world(DatabaseStore(engine, vault), DatabaseSessions(engine, vault))


def test_nothing_of_them_is_readable_in_the_table_and_a_backup_brings_them_back(
    engine: Engine, tmp_path: Path
) -> None:
    world = _world_on(engine)
    gerard = world.keep()
    _say_yes(world, gerard)
    world.kept_cases.keep(gerard.person, READING)
    with engine.connect() as connection:
        (row,) = connection.execute(select(LastCases.__table__)).all()
    for readable in (b"uwv", b"Bijstand", b"Z-1"):
        assert readable not in str(tuple(row)).encode()
        assert readable not in row.sealed
    backup = back_up(engine, tmp_path, NOW)
    _say_no(world, gerard)
    restore(engine, backup, None, replace=True)
    assert world.kept_cases.find(gerard.person, "uwv-register") == READING


def test_a_yes_taken_back_while_cases_are_being_kept_leaves_none_of_them(database_world: World) -> None:
    world = database_world
    gerard = world.keep()
    for _ in range(8):
        _say_yes(world, gerard)
        together = threading.Barrier(3)

        def keep(together: threading.Barrier = together) -> None:
            together.wait()
            for minute in range(4):
                world.kept_cases.keep(gerard.person, replace(READING, read_at=READ_AT + minute * MINUTE))

        keepers = [threading.Thread(target=keep) for _ in range(2)]
        for keeper in keepers:
            keeper.start()
        together.wait()
        _say_no(world, gerard)
        for keeper in keepers:
            keeper.join()
        assert world.store.run(lambda records: records.last_cases.list_all(gerard.person)) == ()
    assert world.upkeep.verify().broken == {}


def test_one_source_of_one_person_stands_there_once(database_world: World, engine: Engine) -> None:
    gerard = database_world.keep()
    _say_yes(database_world, gerard)
    for minute in range(3):
        reading = replace(READING, read_at=READ_AT + minute * MINUTE)
        database_world.kept_cases.keep(gerard.person, reading)
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(LastCases)).scalar_one() == 1
