"""What is held for a reload: for this worker, while both sign-ins live, fifteen minutes at most."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from overview.domain.conversation import Conversation
from overview.web.screen.counter.room import Held, Room
from overview.web.screen.desk import COVER_AFTER, END_AFTER, Desk, ScreenCode

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def hold(room: Room, citizen: str = "", tab: str = "one") -> Held:
    desk = Desk("work", "actor", "nl", "werksaam", ScreenCode("2468"), NOW, Conversation("werksaam", "ar"))
    held = Held(tab, desk, None, frozenset(), citizen)
    room.hold(held, NOW)
    return held


def test_a_worker_finds_their_own_conversation_and_no_other_worker_does() -> None:
    room = Room()
    held = hold(room)
    assert room.find("work", "", NOW) is held
    assert room.find("other", "", NOW) is None


def test_when_the_citizen_signs_out_nothing_is_held_any_more() -> None:
    room = Room()
    held = hold(room, "gerard")
    assert room.find("work", "gerard", NOW) is held
    assert room.find("work", "", NOW) is None
    assert room.find("work", "gerard", NOW) is None


def test_another_citizen_never_finds_the_conversation_of_the_one_before() -> None:
    room = Room()
    hold(room, "gerard")
    assert room.find("work", "maria", NOW) is None


def test_after_fifteen_minutes_without_anybody_it_is_gone() -> None:
    room = Room()
    hold(room)
    assert room.find("work", "", NOW + END_AFTER - timedelta(seconds=1)) is not None
    assert room.find("work", "", NOW + END_AFTER) is None


def test_a_citizens_sign_in_is_behind_the_cover_while_the_screen_is_covered_or_left_alone() -> None:
    room = Room()
    held = hold(room, "visit")
    assert not room.is_covered("visit", lambda: NOW)
    assert room.is_covered("visit", lambda: NOW + COVER_AFTER)
    held.desk.is_covered = True
    assert room.is_covered("visit", lambda: NOW)
    assert not room.is_covered("another-visit", lambda: NOW)


def test_a_page_that_is_loaded_anew_covers_the_screen_and_knows_the_citizen_who_signed_in_meanwhile() -> None:
    room = Room()
    room.cover(hold(room), "visit")
    assert room.is_covered("visit", lambda: NOW)
    found = room.find("work", "visit", NOW)
    assert found is not None
    assert found.citizen == "visit"
    assert room.find("work", "", NOW) is None


def test_a_conversation_is_left_when_its_worker_is_another_or_nobody() -> None:
    room = Room()
    hold(room, "visit")
    assert room.is_left("visit", "")
    assert room.is_left("visit", "other-work")
    assert not room.is_left("visit", "work")
    assert not room.is_left("another-visit", "")


def test_what_was_dropped_or_taken_over_is_not_held() -> None:
    room = Room()
    hold(room)
    assert room.is_held("work", "one")
    room.drop("work", "one")
    assert not room.is_held("work", "one")
    assert room.find("work", "", NOW) is None
