"""Early signs and sequels: offered when the answers say so, never when they are unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overview.domain.guidance import Sign
from overview.domain.planning import build_plan
from overview.domain.signs import find_sequels, find_signs
from overview.domain.situation import Occurrence, Situation
from overview.domain.steps import Confidence
from tests.domain.builders import SOURCE, TODAY, catalogue, step

SIGN = Sign(
    "care", "Misschien", "Tekst.", "Kijk.", "municipality", ("has_low_income",), Confidence.HIGH,
    date(2099, 1, 1), (SOURCE,), ("claim",),
)  # fmt: skip


def signs(*steps: str, **answers: str) -> list[str]:
    content = replace(catalogue([step(name) for name in steps]), signs=(SIGN,))
    situation = Situation((Occurrence("moving_house", TODAY),), answers)
    plan = build_plan(situation, content, TODAY)
    return [sign.id for sign in find_signs(situation, content, plan, TODAY)]


def test_a_sign_is_given_when_the_answers_say_so() -> None:
    assert signs(low_income="yes") == ["care"]


def test_no_sign_is_given_on_a_no_or_on_what_is_unknown() -> None:
    assert signs(low_income="no") == []
    assert signs() == []


def test_a_sign_is_silent_when_a_step_already_says_it() -> None:
    assert signs("claim", low_income="yes") == []


def test_a_sequel_is_offered_until_it_is_told() -> None:
    content = catalogue([], job_loss=[])
    events = dict(content.life_events)
    events["moving_house"] = replace(events["moving_house"], sequels=("job_loss",))
    content = replace(content, life_events=events)
    told = Situation((Occurrence("moving_house", TODAY),))
    assert find_sequels(told, content) == ("job_loss",)
    assert (
        find_sequels(replace(told, life_events=(*told.life_events, Occurrence("job_loss", None))), content)
        == ()
    )
