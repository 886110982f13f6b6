"""A situation from outside: what is right survives, what is wrong is refused by name."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from overview.domain.situation import Situation
from overview.services.fields import BadInput
from overview.services.json_input import LARGEST_INPUT
from overview.services.situation_reader import read_situation
from overview.services.situation_writer import write_situation
from overview.wiring import get_portal

TODAY = date(2026, 11, 22)
MOVE = {"id": "moving_house", "on": "2026-11-20"}


def read(value: Any) -> Situation:
    payload = value if isinstance(value, str | bytes) else json.dumps(value)
    return read_situation(payload, get_portal().catalogue, TODAY)


def refusal(value: Any) -> str:
    with pytest.raises(BadInput) as caught:
        read(value)
    assert "\n" not in caught.value.message
    return caught.value.message


def with_move(**fields: Any) -> dict[str, Any]:
    return {"life_events": [MOVE], **fields}


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({"life_events": [{"id": "winning_the_lottery"}]}, "life_events[0].id"),
        ({"life_events": [{"id": 7}]}, "life_events[0].id"),
        ({"life_events": [{"on": "2026-11-20"}]}, "life_events[0].id"),
        ({"life_events": [{**MOVE, "on": "2026-02-30"}]}, "life_events[0].on"),
        ({"life_events": [{**MOVE, "on": "20261120"}]}, "life_events[0].on"),
        ({"life_events": [{**MOVE, "on": 20261120}]}, "life_events[0].on"),
        ({"life_events": [{**MOVE, "on": "1899-12-31"}]}, "life_events[0].on"),
        ({"life_events": [{**MOVE, "on": "2036-11-23"}]}, "life_events[0].on"),
        ({"life_events": [{**MOVE, "at": "x"}]}, "life_events[0].at"),
        ({"life_events": [{**MOVE, "answers": {"horoscope": "lion"}}]}, "life_events[0].answers.horoscope"),
        ({"life_events": [{**MOVE, "answers": {"new_home": "castle"}}]}, "life_events[0].answers.new_home"),
        ({"life_events": [{**MOVE, "answers": {"new_home": True}}]}, "life_events[0].answers.new_home"),
        ({"life_events": {}}, "life_events"),
        ({}, "life_events"),
        (with_move(colour="blue"), "colour"),
        (with_move(answers={"new_home": "own"}), "answers.new_home"),
        (with_move(answers=[]), "answers"),
        (with_move(pinned=["report_move", "report_move"]), "pinned[1]"),
        (with_move(pinned=["fly_to_the_moon"]), "pinned[0]"),
        (with_move(pinned=[["report_move"]]), "pinned[0]"),
        (with_move(done=[{"id": "report_move", "on": "2026-13-01"}]), "done[0].on"),
        (with_move(done=["report_move", {"id": "report_move"}]), "done[1]"),
        (with_move(done=[{"on": "2026-11-01"}]), "done[0].id"),
        (with_move(waiting=["report_move"]), "waiting[0]"),
        (with_move(waiting=[{"id": "report_move", "until": "soon"}]), "waiting[0].until"),
        (with_move(put_off=[{"id": "report_move"}]), "put_off[0].until"),
        (with_move(not_needed="report_move"), "not_needed"),
        (with_move(pace=0), "pace"),
        (with_move(pace=-1), "pace"),
        (with_move(pace=True), "pace"),
        (with_move(pace="1"), "pace"),
        (with_move(pinned=["report_move@moving_house#2"]), "pinned[0]"),
    ],
)
def test_what_is_wrong_is_refused_in_one_sentence_that_names_the_field(value: Any, named: str) -> None:
    assert named in refusal(value)


@pytest.mark.parametrize("pace", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_pace_that_is_no_number_is_refused(pace: str) -> None:
    assert refusal(f'{{"life_events": [{{"id": "moving_house"}}], "pace": {pace}}}')


def test_twelve_megabytes_are_refused_before_they_are_read() -> None:
    assert str(LARGEST_INPUT) in refusal(b"[" * 12_000_000)


def test_deep_nesting_is_refused() -> None:
    assert "diep" in refusal("[" * 5000 + "]" * 5000)


def test_text_that_is_no_json_or_no_utf8_is_refused() -> None:
    assert refusal("{life_events}")
    assert refusal(b"\xff\xfe")
    assert refusal("9" * 9000)


def test_a_key_that_stands_there_twice_is_refused() -> None:
    assert "life_events" in refusal('{"life_events": [], "life_events": []}')


def test_everything_a_citizen_can_decide_survives_writing_and_reading() -> None:
    told = with_move(
        answers={"children": "both", "low_income": "unknown"},
        done=["report_move", {"id": "move_energy", "on": "2026-11-19"}],
        waiting=[{"id": "register_school", "since": "2026-11-20", "until": "2026-12-04"}],
        pinned=["tell_others@moving_house"],
        put_off=[{"id": "find_doctor", "until": "2026-12-01"}],
        not_needed=["forward_post"],
        pace=0.5,
    )
    known = {step.id for step in get_portal().catalogue.life_events["moving_house"].steps}
    for name in ("register_school", "tell_others", "find_doctor", "forward_post"):
        assert name in known, f"the test names a step that content no longer has: {name}"
    situation = read(told)
    assert situation.pace == Fraction(1, 2)
    assert read(write_situation(situation)) == situation


def test_the_same_event_twice_knows_the_steps_of_each() -> None:
    told = {
        "life_events": [MOVE, {**MOVE, "on": "2027-06-01"}],
        "done": ["report_move", "report_move@moving_house#2"],
    }
    assert set(read(told).done) == {"report_move", "report_move@moving_house#2"}
