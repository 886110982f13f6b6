from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from overview.domain.access import NotAllowed
from overview.domain.identity import Role
from overview.services.keeping.claims import (
    ALPHABET,
    MOST_BY_ADDRESS,
    MOST_BY_SESSION,
    MOST_TRIES,
    Asker,
    ClaimProblem,
    is_code,
)
from tests.keeping.builders import DAY, NOW, World, make_kept, with_answer

HOME = Asker("session", "192.0.2.1")


def _make(world: World, word: str = "Molen wiek") -> str:
    return world.claims.make(make_kept(), word, "nl", "voorbeeld", NOW).text


def _miss(code: str) -> str:
    wrong = ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)]
    return code[:-1] + wrong


def test_a_code_looks_like_a_code_and_nothing_else_does(world: World) -> None:
    assert is_code(_make(world))
    for text in ("", "ABCD-EFGH", "ABCD-EFGH-JKL0", "abcd-efgh-jkmn", "ABCD-EFGH-JKMN-PQRS"):
        assert not is_code(text)


def test_at_home_the_overview_becomes_the_persons_own_and_the_code_is_used_up(world: World) -> None:
    code = _make(world)
    gerard = world.sign_in("gerard")
    person = world.claims.claim(gerard, HOME, code.lower().replace("-", " "), NOW)
    assert not isinstance(person, ClaimProblem)
    again = world.sign_in("gerard")
    assert again.person == person
    assert world.overviews.open(again, person, NOW).kept == make_kept()
    assert world.claims.claim(world.sign_in("maria"), HOME, code, NOW) is ClaimProblem.NOT_FOUND


def test_who_keeps_an_overview_already_gets_what_is_new_and_keeps_their_own(world: World) -> None:
    own = with_answer(make_kept(), "children", "under_4")
    gerard = world.keep("gerard", own)
    brought = replace(make_kept(), notes={"report_move": "van het loket"})
    code = world.claims.make(brought, "molen", "nl", "", NOW).text
    assert world.claims.claim(gerard, HOME, code, NOW) == gerard.person
    kept = world.overviews.open(gerard, gerard.person, NOW).kept
    assert kept == replace(own, notes={"report_move": "van het loket"})


@pytest.mark.parametrize(("days", "works"), [(29, True), (30, False), (31, False)])
def test_a_code_works_until_its_last_day(world: World, days: int, works: bool) -> None:
    code = _make(world)
    found = world.claims.claim(world.sign_in(), HOME, code, NOW + days * DAY)
    assert (found is not ClaimProblem.NOT_FOUND) == works


def test_a_code_dies_of_wrong_tries_and_a_right_one_in_time_forgives_them(world: World) -> None:
    code = _make(world)
    askers = (Asker(f"s{number}", f"a{number}") for number in range(100))
    for _ in range(MOST_TRIES - 1):
        assert world.claims.claim(world.sign_in(), next(askers), _miss(code), NOW) is ClaimProblem.NOT_FOUND
    worker = world.sign_in("anna", role=Role.WORKER)
    opened = world.claims.open_at_counter(worker, next(askers), code, "molen WIEK", "hulp", NOW)
    assert not isinstance(opened, ClaimProblem)
    for _ in range(MOST_TRIES):
        world.claims.claim(world.sign_in(), next(askers), _miss(code), NOW)
    assert world.claims.claim(world.sign_in(), next(askers), code, NOW) is ClaimProblem.NOT_FOUND


def test_a_session_that_guesses_has_to_wait_also_for_the_right_code(world: World) -> None:
    code = _make(world)
    for number in range(MOST_BY_SESSION):
        world.claims.claim(world.sign_in(), Asker("guesser", f"a{number}"), "ZZZZ-ZZZZ-ZZZZ", NOW)
    last = Asker("guesser", "another")
    assert world.claims.claim(world.sign_in(), last, code, NOW) is ClaimProblem.TOO_MANY_TRIES
    later = NOW + timedelta(hours=1, minutes=1)
    assert not isinstance(world.claims.claim(world.sign_in(), last, code, later), ClaimProblem)


def test_an_address_that_guesses_with_many_sessions_has_to_wait(world: World) -> None:
    code = _make(world)
    for number in range(MOST_BY_ADDRESS):
        world.claims.claim(world.sign_in(), Asker(f"s{number}", "library"), "ZZZZ-ZZZZ-ZZZZ", NOW)
    asker = Asker("fresh", "library")
    assert world.claims.claim(world.sign_in(), asker, code, NOW) is ClaimProblem.TOO_MANY_TRIES


def test_right_codes_are_no_tries_so_that_a_counter_can_work_all_day(world: World) -> None:
    worker = world.sign_in("anna", role=Role.WORKER)
    desk = Asker("desk", "town hall")
    for _ in range(MOST_BY_SESSION + 2):
        found = world.claims.open_at_counter(worker, desk, _make(world), "molen wiek", "hulp", NOW)
        assert not isinstance(found, ClaimProblem)


def test_a_worker_needs_the_word_and_a_purpose_and_only_then_may_read_and_change(world: World) -> None:
    code = _make(world)
    worker = world.sign_in("anna", role=Role.WORKER)
    desk = Asker("desk", "town hall")
    assert world.claims.open_at_counter(worker, desk, code, "kaas", "hulp", NOW) is ClaimProblem.NOT_FOUND
    with pytest.raises(NotAllowed):
        world.claims.open_at_counter(worker, desk, code, "molen wiek", "  ", NOW)
    person = world.claims.open_at_counter(worker, desk, code, "molen wiek", "vraagt om hulp", NOW)
    assert not isinstance(person, ClaimProblem)
    opened = world.overviews.open(worker, person, NOW)
    world.overviews.save(
        worker, person, opened.kept, opened.version, with_answer(opened.kept, "children", "both"), NOW
    )
    for refused in (world.rights.forget, world.rights.list_everything):
        with pytest.raises(NotAllowed):
            refused(worker, person, NOW)
    with pytest.raises(NotAllowed):
        world.overviews.open(worker, person, NOW + timedelta(hours=2))
    with pytest.raises(NotAllowed):
        world.overviews.open(world.sign_in("piet", role=Role.WORKER), person, NOW)
    gerard = world.sign_in("gerard")
    assert world.claims.claim(gerard, HOME, code, NOW) == person
    looked = world.rights.list_everything(world.sign_in("gerard"), person, NOW).looked
    assert {(line.name, line.purpose) for line in looked if line.role == "worker"} == {
        ("Anna", "vraagt om hulp")
    }


def test_staff_and_strangers_cannot_use_the_way_of_the_other(world: World) -> None:
    code = _make(world)
    with pytest.raises(NotAllowed):
        world.claims.claim(world.sign_in("anna", role=Role.WORKER), HOME, code, NOW)
    with pytest.raises(NotAllowed):
        world.claims.open_at_counter(world.sign_in("gerard"), HOME, code, "molen wiek", "x", NOW)
    reviewer = world.sign_in("els", role=Role.CONTENT_REVIEWER)
    with pytest.raises(NotAllowed):
        world.claims.open_at_counter(reviewer, HOME, code, "molen wiek", "x", NOW)


@pytest.mark.parametrize(("days", "gone"), [(29, False), (30, True)])
def test_an_overview_that_nobody_claimed_goes_with_its_code(world: World, days: int, gone: bool) -> None:
    _make(world)
    assert world.upkeep.purge(NOW + days * DAY).unclaimed == int(gone)


def test_a_claimed_overview_does_not_go_with_its_code(world: World) -> None:
    gerard = world.sign_in("gerard")
    person = world.claims.claim(gerard, HOME, _make(world), NOW)
    assert world.upkeep.purge(NOW + 31 * DAY).unclaimed == 0
    assert world.overviews.open(world.sign_in("gerard"), str(person), NOW).version == 1


def test_a_code_of_nobody_finds_nobody(world: World) -> None:
    assert world.claims.claim(world.sign_in(), HOME, "", NOW) is ClaimProblem.NOT_FOUND
