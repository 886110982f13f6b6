"""The desk reads all sources at once: nobody waits for the slowest, and no error looks like "no cases"."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from overview.domain.bsn import Bsn
from overview.domain.cases import Case, CaseReading, CaseStatus
from overview.services.case_desk import CaseDesk, CaseReader, without_sign_in

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
EARLIER = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CASE = Case("1", "Bijstand", "uwv", CaseStatus.RECEIVED, "", None, NOW.date(), source="ok")
ANNA = Bsn("999993653")
READER = CaseReader("session", lambda: ANNA, "person")
PATIENT = 10.0


@dataclass
class FakeSource:
    name: str
    agency: str = "uwv"
    title: str = "UWV"
    seconds: float = 5.0
    problem: str = ""
    breaks: bool = False
    release: threading.Event | None = None
    asked: list[Bsn | None] = field(default_factory=list)

    def fetch_cases(self, bsn: Bsn | None) -> CaseReading:
        self.asked.append(bsn)
        if self.release is not None:
            self.release.wait(PATIENT)
        if self.breaks:
            raise ConnectionError("no route")
        cases = () if self.problem else (CASE,)
        return CaseReading(self.name, self.agency, cases, NOW, self.problem)


@dataclass
class FakeKept:
    may: bool = True
    held: dict[tuple[str, str], CaseReading] = field(default_factory=dict)

    def may_keep(self, person: str, agency: str) -> bool:
        return self.may

    def keep(self, person: str, reading: CaseReading) -> None:
        self.held[person, reading.source] = reading

    def find(self, person: str, source: str) -> CaseReading | None:
        return self.held.get((person, source))


def read(desk: CaseDesk, **how: float | bool) -> dict[str, str]:
    return {r.source: r.problem for r in desk.read(READER, **{"wait_for": PATIENT, **how})}  # type: ignore[arg-type]


def test_every_source_gives_a_reading_in_the_order_asked() -> None:
    assert list(read(CaseDesk([FakeSource("b"), FakeSource("a")], lambda: NOW))) == ["b", "a"]


def test_a_broken_source_is_down_and_the_others_are_read() -> None:
    desk = CaseDesk([FakeSource("ok"), FakeSource("broken", breaks=True)], lambda: NOW)
    assert read(desk) == {"ok": "", "broken": "down"}


def test_what_has_arrived_is_given_while_the_slow_one_is_still_being_read() -> None:
    release = threading.Event()
    ok = FakeSource("ok")
    desk = CaseDesk([ok, FakeSource("slow", release=release)], lambda: NOW)
    try:
        while read(desk, wait_for=0.01)["ok"]:
            pass
        assert read(desk, wait_for=0.0) == {"ok": "", "slow": "reading"}
        assert desk.is_outstanding("session")
        release.set()
        assert read(desk) == {"ok": "", "slow": ""}
        assert not desk.is_outstanding("session")
        assert len(ok.asked) == 1
    finally:
        release.set()


def test_a_source_past_its_time_is_slow_and_nobody_waits_for_it_any_more() -> None:
    release = threading.Event()
    moment = [0.0]
    desk = CaseDesk([FakeSource("late", seconds=5.0, release=release)], lambda: NOW, clock=lambda: moment[0])
    try:
        assert read(desk, wait_for=0.0) == {"late": "reading"}
        moment[0] = 5.2
        assert read(desk, wait_for=0.0) == {"late": "slow"}
        assert not desk.is_outstanding("session")
    finally:
        release.set()


def test_a_session_asks_once_until_it_wants_to_read_anew() -> None:
    source = FakeSource("ok")
    desk = CaseDesk([source], lambda: NOW)
    read(desk)
    read(desk)
    assert source.asked == [ANNA]
    read(desk, anew=True)
    assert source.asked == [ANNA, ANNA]


def test_an_old_reading_is_read_again() -> None:
    source, moment = FakeSource("ok"), [0.0]
    desk = CaseDesk([source], lambda: NOW, clock=lambda: moment[0])
    read(desk)
    moment[0] = 901.0
    read(desk)
    assert len(source.asked) == 2


def test_a_session_that_ended_leaves_nothing_behind() -> None:
    source = FakeSource("ok")
    desk = CaseDesk([source], lambda: NOW)
    read(desk)
    desk.forget("session")
    read(desk)
    assert len(source.asked) == 2


def test_two_sessions_never_share_a_reading() -> None:
    source = FakeSource("ok")
    desk = CaseDesk([source], lambda: NOW)
    read(desk)
    bob = Bsn("999991905")
    desk.read(CaseReader("another", lambda: bob), wait_for=PATIENT)
    assert source.asked == [ANNA, bob]


def test_the_number_of_the_citizen_is_in_nothing_that_could_be_printed() -> None:
    desk = CaseDesk([FakeSource("ok")], lambda: NOW)
    read(desk)
    printed = f"{ANNA} {ANNA!r} {READER!r} {vars(desk)} {[vars(CaseDesk)]}"
    assert "999993653" not in printed
    with pytest.raises(TypeError):
        ANNA.__reduce__()


def test_kept_cases_stand_in_for_a_failed_reading_and_say_of_when_they_are() -> None:
    source, kept = FakeSource("ok"), FakeKept()
    kept.held["person", "ok"] = CaseReading("ok", "uwv", (CASE,), EARLIER)
    source.problem = "down"
    (reading,) = CaseDesk([source], lambda: NOW, kept=kept).read(READER, wait_for=PATIENT)
    assert (reading.problem, reading.cases, reading.kept_at) == ("down", (CASE,), EARLIER)


def test_without_consent_or_legal_basis_nothing_is_kept_and_nothing_kept_is_shown() -> None:
    kept = FakeKept(may=False)
    read(CaseDesk([FakeSource("ok")], lambda: NOW, kept=kept))
    assert kept.held == {}
    kept.held["person", "ok"] = CaseReading("ok", "uwv", (CASE,), EARLIER)
    failing = FakeSource("ok", problem="down")
    (reading,) = CaseDesk([failing], lambda: NOW, kept=kept).read(READER, wait_for=PATIENT)
    assert (reading.cases, reading.kept_at) == ((), None)


def test_a_failed_reading_never_replaces_what_was_kept() -> None:
    kept = FakeKept()
    read(CaseDesk([FakeSource("ok")], lambda: NOW, kept=kept))
    read(CaseDesk([FakeSource("ok", problem="nonsense")], lambda: NOW, kept=kept))
    assert kept.held["person", "ok"].cases == (CASE,)


def test_without_a_sign_in_each_source_says_that_it_is_read_only_then() -> None:
    source = FakeSource("ok")
    (reading,) = without_sign_in([source], lambda: NOW)
    assert (reading.problem, source.asked) == ("not_signed_in", [])


def test_without_sources_nothing_is_read() -> None:
    assert read(CaseDesk([], lambda: NOW)) == {}
