"""A session lives as long as it should and not a second longer, in every tab and for every cookie."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from overview.domain.identity import Assurance, Role
from overview.domain.sign_in import Audience, Identity, Refusal
from overview.services.sign_in import Arrival
from tests.sign_in.builders import ISSUER, NOW, ORIGIN, SIGN_OUT, Portal, Provider, sign

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
CITIZENS = Audience.CITIZENS


def open_session() -> tuple[Portal, str]:
    portal = Portal(Provider())
    arrived = portal.sign_in()
    assert isinstance(arrived, Arrival)
    return portal, arrived.cookie


def test_the_server_knows_only_a_hash_of_the_cookie_and_the_cookie_says_nothing() -> None:
    portal, cookie = open_session()
    assert len(cookie) >= 43
    assert cookie not in str(portal.store.rows)


def test_it_ends_after_fifteen_minutes_without_a_click_and_the_row_is_gone() -> None:
    portal, cookie = open_session()
    assert portal.sessions.find(cookie, CITIZENS, NOW + 15 * MINUTE) is None
    assert portal.store.rows == {}


def test_a_click_starts_the_fifteen_minutes_again_and_a_look_does_not() -> None:
    portal, cookie = open_session()
    assert portal.sessions.find(cookie, CITIZENS, NOW + 14 * MINUTE) is not None
    look = portal.sessions.look(cookie, CITIZENS, NOW + 20 * MINUTE)
    assert look is not None and look.seconds == 9 * 60
    assert portal.sessions.find(cookie, CITIZENS, NOW + 29 * MINUTE) is None


def test_saying_i_am_still_here_counts_as_a_click() -> None:
    portal, cookie = open_session()
    left = portal.sessions.stay(cookie, CITIZENS, NOW + 14 * MINUTE)
    assert left is not None and left.seconds == 15 * 60


def test_it_ends_after_four_hours_however_busy_and_says_so_before() -> None:
    portal, cookie = open_session()
    for minutes in range(0, 239, 10):
        assert portal.sessions.find(cookie, CITIZENS, NOW + minutes * MINUTE) is not None
    left = portal.sessions.look(cookie, CITIZENS, NOW + 239 * MINUTE)
    assert left is not None and not left.can_stay and left.seconds == 60
    assert portal.sessions.find(cookie, CITIZENS, NOW + 240 * MINUTE) is None


@pytest.mark.parametrize(("back", "lives"), [(119, True), (121, False)])
def test_a_clock_that_is_put_back_ends_it_beyond_a_small_difference(back: int, lives: bool) -> None:
    portal, cookie = open_session()
    found = portal.sessions.find(cookie, CITIZENS, NOW - back * SECOND)
    assert (found is not None) == lives


def test_a_new_sign_in_gives_a_new_id_and_ends_the_one_before() -> None:
    portal, old = open_session()
    begun = portal.begin()
    assert not isinstance(begun, Refusal)
    answer = {"code": "c", "state": portal.provider.asked["state"], "iss": ISSUER}
    arrived = portal.service.finish("other", begun.ticket, answer, old, NOW)
    assert isinstance(arrived, Arrival) and arrived.cookie != old
    assert portal.sessions.find(old, CITIZENS, NOW) is None


def _sign_in_again(portal: Portal, old: str, now: datetime = NOW) -> str:
    begun = portal.begin()
    assert not isinstance(begun, Refusal)
    answer = {"code": "c", "state": portal.provider.asked["state"], "iss": ISSUER}
    arrived = portal.service.finish("other", begun.ticket, answer, old, now)
    assert isinstance(arrived, Arrival)
    return arrived.cookie


def test_the_same_person_once_more_is_followed_and_stays_the_same_person() -> None:
    portal, old = open_session()
    before = portal.sessions.find_record(old, CITIZENS, NOW)
    assert before is not None
    after = portal.sessions.find_record(_sign_in_again(portal, old), CITIZENS, NOW)
    assert after is not None
    assert after.person == before.person
    assert portal.sessions.is_followed(before.id_hash, NOW)
    assert not portal.sessions.is_followed(after.id_hash, NOW)
    assert not portal.sessions.is_followed("", NOW)


@pytest.mark.parametrize("minutes", [14, 15, 16])
def test_it_is_followed_only_while_the_new_session_lives(minutes: int) -> None:
    portal, old = open_session()
    before = portal.sessions.find_record(old, CITIZENS, NOW)
    assert before is not None
    cookie = _sign_in_again(portal, old)
    assert portal.sessions.is_followed(before.id_hash, NOW + minutes * MINUTE) == (minutes < 15)
    portal.sessions.end(cookie, CITIZENS, NOW)
    assert not portal.sessions.is_followed(before.id_hash, NOW)


def test_somebody_else_in_the_same_browser_follows_nobody() -> None:
    portal, old = open_session()
    before = portal.sessions.find_record(old, CITIZENS, NOW)
    assert before is not None
    portal.provider.bsn = "999991905"
    after = portal.sessions.find_record(_sign_in_again(portal, old), CITIZENS, NOW)
    assert after is not None
    assert after.person != before.person
    assert not portal.sessions.is_followed(before.id_hash, NOW)


@pytest.mark.parametrize("cookie", [None, "", "x", "x" * 43, "x" * 5000])
def test_any_other_cookie_is_nobody(cookie: str | None) -> None:
    portal, _ = open_session()
    assert portal.sessions.find(cookie, CITIZENS, NOW) is None


def notice(**values: Any) -> str:
    moment = int(NOW.timestamp())
    claims: dict[str, Any] = {
        "iss": ISSUER,
        "aud": "portal",
        "iat": moment,
        "exp": moment + 120,
        "jti": "one",
        "sid": "session-1",
        "events": {SIGN_OUT: {}},
    }
    claims.update(values)
    return sign({name: value for name, value in claims.items() if value is not None})


def test_the_provider_ends_a_session_by_its_session_or_by_its_subject() -> None:
    for told in (notice(), notice(sid=None, sub="subject-1")):
        portal, cookie = open_session()
        assert portal.service.take_notice("other", told, ORIGIN, NOW) == 1
        assert portal.sessions.find(cookie, CITIZENS, NOW) is None


@pytest.mark.parametrize(
    "told",
    [
        notice(nonce="an-id-token"),
        notice(events={}),
        notice(events={SIGN_OUT: "text"}),
        notice(sid=None),
        notice(iss="https://evil.example"),
        notice(aud="another"),
        notice(exp=int(NOW.timestamp()) - 61),
        notice(iat=int(NOW.timestamp()) - 700),
        notice(jti=None),
        "nonsense",
        "",
    ],
)
def test_a_sign_out_message_that_does_not_hold_ends_nothing(told: str) -> None:
    portal, cookie = open_session()
    assert isinstance(portal.service.take_notice("other", told, ORIGIN, NOW), Refusal)
    assert portal.sessions.find(cookie, CITIZENS, NOW) is not None


def test_a_sign_out_message_counts_once() -> None:
    portal, _ = open_session()
    assert portal.service.take_notice("other", notice(), ORIGIN, NOW) == 1
    again = portal.service.take_notice("other", notice(), ORIGIN, NOW)
    assert isinstance(again, Refusal) and again.fault == "notice-replayed"


def test_the_same_subject_at_another_provider_is_another_person() -> None:
    portal = Portal(Provider(userinfo=lambda found: found.pop("bsn")), own={"needs_bsn": False})
    here = Identity("other", ISSUER, "subject-1", Role.CITIZEN, Assurance.HIGH)
    there = replace(here, issuer="https://elsewhere.example")
    hashes = set()
    for identity in (here, there):
        cookie = portal.sessions.open(identity, None, NOW)
        record = portal.sessions.find_record(cookie, CITIZENS, NOW)
        assert record is not None
        hashes.add((record.person_hash, record.actor))
    assert len({person for person, _ in hashes}) == len({actor for _, actor in hashes}) == 2
