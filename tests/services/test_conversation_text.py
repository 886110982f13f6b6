"""A conversation goes into a form or the store and comes out the same; nonsense is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from overview.domain.capacity import Able, SupportLevel
from overview.domain.conversation import (
    Agreement,
    Appointment,
    CheckInWish,
    ContactMoment,
    Conversation,
    ConversationChannel,
    Face,
    Interpreter,
    Keeping,
    Referral,
    StoryMoment,
    StoryTime,
)
from overview.domain.told import Told
from overview.services.conversation_reader import MOST_OF_A_KIND, read_conversation
from overview.services.conversation_text import join_conversation, split_conversation
from overview.services.conversation_writer import write_conversation
from overview.services.fields import LONGEST_TOLD, BadInput
from overview.wiring import get_portal

CATALOGUE = get_portal().catalogue
WHOLE = Conversation(
    counter="werksaam",
    language="ar",
    worker_language="nl",
    keeping=Keeping.CLAIM_CODE,
    interpreter=Interpreter.BY_PHONE,
    came_by="self",
    story=(StoryMoment(StoryTime.BEFORE, Told("فقدت عملي", "ar"), date(2026, 9, 1)),),
    goals=(Told("أريد أن أنام", "ar"),),
    goal_phrases=("calm",),
    capacity={"start": Able.NO, "keep_up": Able.YES, "setback": Able.SOMETIMES},
    support=SupportLevel.TOGETHER,
    agreements={
        "report_move": Agreement(
            ConversationChannel.THREE_WAY,
            Appointment(date(2026, 12, 1), time(10, 30)),
            ("copy_made",),
            Told("Zij neemt de map mee.", "nl"),
            SupportLevel.TOGETHER,
        ),
        "own_1": Agreement(not_needed_because=Told("Niet meer", "nl")),
    },
    contacts=(ContactMoment(date(2026, 11, 22), ConversationChannel.THREE_WAY, "uwv", Told("Goed", "nl")),),
    check_in=CheckInWish(date(2026, 12, 10), ConversationChannel.PHONE),
    referral=Referral("uwv", "mevrouw De Wit", True, Told("Schulden", "nl")),
    face=Face.GOOD,
)


def write() -> dict[str, Any]:
    """The whole conversation as it travels."""
    written: dict[str, Any] = json.loads(json.dumps(write_conversation(WHOLE)))
    return written


def test_everything_of_a_conversation_comes_back_from_a_form() -> None:
    assert read_conversation(write(), CATALOGUE) == WHOLE


def test_facts_of_a_conversation_join_again_and_the_sitting_comes_from_now() -> None:
    facts = split_conversation(WHOLE)
    assert {name for name in facts if name.startswith("agreement:")} == {
        "agreement:report_move",
        "agreement:own_1",
    }
    now = Conversation("utrecht", "en", keeping=Keeping.EXISTING)
    sitting = {
        "counter": "utrecht",
        "language": "en",
        "keeping": Keeping.EXISTING,
        "interpreter": Interpreter.NOT_NEEDED,
        "came_by": "",
        "face": None,
    }
    assert join_conversation(facts, CATALOGUE, now) == replace(WHOLE, **sitting)  # type: ignore[arg-type]
    assert join_conversation({}, CATALOGUE) is None


def test_a_fact_that_cannot_be_read_any_more_takes_no_other_with_it() -> None:
    facts = split_conversation(WHOLE) | {"support": '"gone"', "agreement:own_1": "{"}
    found = join_conversation(facts, CATALOGUE)
    assert found is not None
    assert (found.support, found.goals) == (None, WHOLE.goals)
    assert found.agreements.keys() == {"report_move"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("counter", "nergens"),
        ("language", "Arabisch"),
        ("interpreter", "child"),
        ("keeping", "everything"),
        ("goals", [{"text": "", "language": "ar"}]),
        ("goals", [{"text": "x" * (LONGEST_TOLD + 1), "language": "ar"}]),
        ("goals", [{"text": "x", "language": "a1"}]),
        ("goals", [{"text": "x", "language": "nl"}] * (MOST_OF_A_KIND + 1)),
        ("goal_phrases", ["geen_zin"]),
        ("capacity", {"luck": "yes"}),
        ("capacity", {"start": "maybe"}),
        ("agreements", {"report_move": {"at": "10:30", "on": "2026-13-01"}}),
        ("agreements", {"report_move": {"at": "25:00", "on": "2026-12-01"}}),
        ("agreements", {"report_move": {"password": "x"}}),
        ("referral", {"to": "uwv", "spoke_to": "x" * 200, "is_introduced": True}),
        ("face", "angry"),
        ("unknown", 1),
        ("story", [{"time": "someday", "text": "x", "language": "nl"}]),
    ],
)
def test_what_is_wrong_is_refused_and_named(field: str, value: object) -> None:
    with pytest.raises(BadInput) as refused:
        read_conversation({**write(), field: value}, CATALOGUE)
    assert refused.value.field.startswith(field)


@pytest.mark.parametrize("payload", [None, [], "x", 3, {"counter": 3, "language": "nl"}])
def test_anything_else_is_refused_too(payload: object) -> None:
    with pytest.raises(BadInput):
        read_conversation(payload, CATALOGUE)
