"""Who may go on helping, what is passed on, and what a worker finds in the morning; on every store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from overview.domain.access import Action, NotAllowed, Opening
from overview.domain.conversation import CheckInWish, ConversationChannel, Referral
from overview.domain.handovers import HandoverError, HandoverState
from overview.domain.identity import Role, SignedIn
from overview.domain.keeping import AtScreen, Purpose
from overview.services.counter.helping import LOOKING_AHEAD, OPEN_FOR, Helping
from overview.services.counter.passing_on import PassingOn
from overview.services.keeping.gate import Gate
from overview.wiring import get_portal
from tests.keeping.builders import DAY, MINUTE, NOW, World

TODAY = NOW.date()
PURPOSE = "Samen het overzicht bijwerken"
REFERRAL = Referral("uwv", "mevrouw De Wit", is_introduced=True)
STAFF = (Role.COUNTER_LEAD, Role.CONTENT_REVIEWER)


@dataclass
class Counter:
    """A worker at a counter with an overview that a citizen opened to them."""

    world: World
    helping: Helping
    passing_on: PassingOn
    worker: SignedIn
    citizen: SignedIn

    @property
    def person(self) -> str:
        return self.citizen.person

    def open_to(self, worker: SignedIn) -> None:
        """The citizen brought the code and the word: open for this conversation."""
        opening = Opening("o-" + worker.actor, self.person, worker.actor, PURPOSE, NOW, NOW + OPEN_FOR)
        self.world.store.run(lambda records: records.claims.open_for(opening))

    def begin(self) -> None:
        """The citizen said yes to more help."""
        self.open_to(self.worker)
        self.helping.start(self.worker, self.person, "Gerard", "werksaam", "ar", "voorbeeld", NOW)


@pytest.fixture
def counter(world: World) -> Counter:
    gate = Gate("urn:test")
    return Counter(
        world,
        Helping(world.store, gate, get_portal().content.load),
        PassingOn(world.store, gate),
        world.sign_in("joost", role=Role.WORKER),
        world.keep(),
    )


def test_a_worker_finds_the_people_they_help_and_their_last_days(counter: Counter) -> None:
    counter.begin()
    day = counter.helping.list_day(counter.worker, TODAY, NOW)
    assert [one.called for one in day.people] == ["Gerard"]
    assert [on for on, _ in day.last_days] == [date(2026, 11, 25)]


def test_looking_ahead_stands_in_the_log_of_the_citizen_once_a_day(counter: Counter) -> None:
    counter.begin()
    for _ in range(3):
        counter.helping.list_day(counter.worker, TODAY, NOW)
    counter.helping.list_day(counter.worker, TODAY + DAY, NOW + DAY)
    lines = counter.world.store.run(lambda records: records.logs.list_all(counter.person))
    assert [line.purpose for line in lines].count(LOOKING_AHEAD) == 2


def test_without_a_relation_no_purpose_opens_an_overview(counter: Counter) -> None:
    with pytest.raises(NotAllowed):
        counter.helping.open(counter.worker, counter.person, PURPOSE, NOW)
    with pytest.raises(NotAllowed):
        counter.world.overviews.open(counter.worker, counter.person, NOW)


@pytest.mark.parametrize("purpose", ["", "   "])
def test_with_a_relation_but_no_purpose_it_stays_closed(counter: Counter, purpose: str) -> None:
    counter.begin()
    with pytest.raises(NotAllowed):
        counter.helping.open(counter.worker, counter.person, purpose, NOW + OPEN_FOR)
    with pytest.raises(NotAllowed):
        counter.world.overviews.open(counter.worker, counter.person, NOW + OPEN_FOR)


def test_relation_and_purpose_open_it_for_two_hours_and_the_citizen_reads_why(counter: Counter) -> None:
    counter.begin()
    later = NOW + DAY
    counter.helping.open(counter.worker, counter.person, "Bellen met UWV", later)
    assert counter.world.overviews.open(counter.worker, counter.person, later).kept
    assert counter.world.overviews.open(counter.worker, counter.person, later + OPEN_FOR - MINUTE).kept
    with pytest.raises(NotAllowed):
        counter.world.overviews.open(counter.worker, counter.person, later + OPEN_FOR)
    lines = counter.world.store.run(lambda records: records.logs.list_all(counter.person))
    assert [line.purpose for line in lines if line.action is Action.OPEN] == ["Bellen met UWV"]
    assert {line.name for line in lines if line.purpose == "Bellen met UWV"} == {"Joost"}


def test_a_colleague_without_a_relation_finds_nobody_and_opens_nothing(counter: Counter) -> None:
    counter.begin()
    other = counter.world.sign_in("ilse", role=Role.WORKER)
    assert counter.helping.find_by_name(other, "Gerard") == ()
    assert counter.helping.list_day(other, TODAY, NOW).people == ()
    with pytest.raises(NotAllowed):
        counter.helping.open(other, counter.person, PURPOSE, NOW)


def test_a_name_is_found_only_among_the_people_one_helps(counter: Counter) -> None:
    counter.begin()
    counter.world.keep("annie")
    assert [one.called for one in counter.helping.find_by_name(counter.worker, "  gerARD ")] == ["Gerard"]
    assert counter.helping.find_by_name(counter.worker, "Annie") == ()
    assert counter.helping.find_by_name(counter.worker, " ") == ()


@pytest.mark.parametrize("role", STAFF)
def test_who_leads_or_reviews_sees_nobody(counter: Counter, role: Role) -> None:
    counter.begin()
    lead = counter.world.sign_in("noor", role=role, actor=counter.worker.actor)
    wish = CheckInWish(TODAY + DAY, ConversationChannel.PHONE)
    tries = (
        lambda: counter.helping.list_day(lead, TODAY, NOW),
        lambda: counter.helping.find_by_name(lead, "Gerard"),
        lambda: counter.helping.open(lead, counter.person, PURPOSE, NOW),
        lambda: counter.helping.start(lead, counter.person, "G", "werksaam", "nl", "", NOW),
        lambda: counter.helping.end(lead, counter.person, NOW),
        lambda: counter.passing_on.open(lead, counter.person, REFERRAL, "werksaam", NOW),
        lambda: counter.passing_on.list_of(lead),
        lambda: counter.passing_on.agree_check_in(lead, counter.person, wish, NOW),
        lambda: counter.passing_on.finish_check_in(lead, "any", TODAY),
        lambda: counter.world.overviews.open(lead, counter.person, NOW),
    )
    for attempt in tries:
        with pytest.raises(NotAllowed):
            attempt()


def test_who_leads_the_counter_sees_how_many_and_never_who(counter: Counter) -> None:
    counter.begin()
    counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    lead = counter.world.sign_in("noor", role=Role.COUNTER_LEAD)
    week = timedelta(days=7)
    assert counter.helping.count(lead, "werksaam", NOW + week).stale_handovers == 0
    figures = counter.helping.count(lead, "werksaam", NOW + week + MINUTE)
    assert (figures.helped, figures.open_handovers, figures.stale_handovers) == (1, 1, 1)
    assert counter.helping.count(lead, "utrecht", NOW).helped == 0


def test_a_handover_stays_open_until_the_other_side_has_it(counter: Counter) -> None:
    counter.begin()
    opened = counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    assert counter.helping.list_day(counter.worker, TODAY, NOW).handovers == (opened,)
    counter.passing_on.pick_up(counter.worker, opened.id, "mevrouw De Wit", NOW + DAY)
    assert counter.helping.list_day(counter.worker, TODAY, NOW).handovers == ()
    (seen,) = counter.passing_on.list_of(counter.citizen)
    assert (seen.state, seen.picked_up_by, seen.to) == (HandoverState.PICKED_UP, "mevrouw De Wit", "uwv")


def test_nobody_is_passed_on_twice(counter: Counter) -> None:
    counter.begin()
    first = counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    with pytest.raises(HandoverError, match="second"):
        counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    counter.passing_on.pick_up(counter.worker, first.id, "mevrouw De Wit", NOW)
    with pytest.raises(HandoverError, match="second"):
        counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    with pytest.raises(HandoverError, match="not_open"):
        counter.passing_on.take_back(counter.worker, first.id, NOW)


def test_what_was_taken_back_may_go_somewhere_else(counter: Counter) -> None:
    counter.begin()
    first = counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    counter.passing_on.take_back(counter.worker, first.id, NOW)
    other = Referral("svb", "de heer Bos", is_introduced=True)
    assert counter.passing_on.open(counter.worker, counter.person, other, "werksaam", NOW).to == "svb"


@pytest.mark.parametrize(
    ("referral", "rule"),
    [
        (Referral("uwv", "  ", is_introduced=True), "nobody_spoken"),
        (Referral("uwv", "mevrouw De Wit", is_introduced=False), "not_introduced"),
    ],
)
def test_a_cold_handover_is_none(counter: Counter, referral: Referral, rule: str) -> None:
    counter.begin()
    with pytest.raises(HandoverError, match=rule):
        counter.passing_on.open(counter.worker, counter.person, referral, "werksaam", NOW)


def test_a_check_in_is_on_the_list_from_its_day_until_it_was_asked(counter: Counter) -> None:
    counter.begin()
    wish = CheckInWish(TODAY + DAY, ConversationChannel.PHONE)
    agreed = counter.passing_on.agree_check_in(counter.worker, counter.person, wish, NOW)
    assert counter.helping.list_day(counter.worker, TODAY, NOW).check_ins == ()
    ((due, relation),) = counter.helping.list_day(counter.worker, TODAY + DAY, NOW + DAY).check_ins
    assert (due.id, relation.called) == (agreed.id, "Gerard")
    other = counter.world.sign_in("ilse", role=Role.WORKER)
    with pytest.raises(NotAllowed):
        counter.passing_on.finish_check_in(other, agreed.id, TODAY + DAY)
    counter.passing_on.finish_check_in(counter.worker, agreed.id, TODAY + DAY)
    assert counter.helping.list_day(counter.worker, TODAY + DAY, NOW + DAY).check_ins == ()


def test_a_citizen_ends_the_help_and_the_worker_is_out_at_once(counter: Counter) -> None:
    counter.begin()
    later = NOW + MINUTE
    assert counter.world.overviews.open(counter.worker, counter.person, later).kept
    assert counter.helping.end(counter.citizen, counter.person, later) == 1
    assert counter.helping.list_day(counter.worker, TODAY, NOW).people == ()
    with pytest.raises(NotAllowed):
        counter.helping.open(counter.worker, counter.person, PURPOSE, later)
    with pytest.raises(NotAllowed):
        counter.world.overviews.open(counter.worker, counter.person, later)


def test_taking_back_the_yes_to_help_ends_it_too(counter: Counter) -> None:
    counter.begin()
    consents = counter.world.store.run(lambda records: records.consents.list_all(counter.person))
    (given,) = [one for one in consents if one.purpose is Purpose.HELP_AT_COUNTER]
    assert given.at_screen is AtScreen.WITH_WORKER
    counter.world.rights.withdraw(counter.citizen, counter.person, given.id, NOW + MINUTE)
    assert counter.helping.list_day(counter.worker, TODAY, NOW + MINUTE).people == ()
    with pytest.raises(NotAllowed):
        counter.world.overviews.open(counter.worker, counter.person, NOW + MINUTE)


def test_who_is_forgotten_is_on_nobodys_list(counter: Counter) -> None:
    counter.begin()
    counter.passing_on.open(counter.worker, counter.person, REFERRAL, "werksaam", NOW)
    counter.world.store.run(lambda records: records.people.forget(counter.person, NOW))
    day = counter.helping.list_day(counter.worker, TODAY, NOW)
    assert (day.people, day.handovers) == ((), ())
