"""What was told, in one line above the steps: whole sentences, also while a day is not known."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.situation import Occurrence, Situation
from overview.wiring import get_portal

TODAY = date(2026, 11, 26)
UNKNOWN_DAY = Situation((Occurrence("moving_house", None), Occurrence("birth", date(2026, 12, 3))))


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_event_is_a_sentence_of_its_own_with_its_end(language: str) -> None:
    said = get_portal().build_view(UNKNOWN_DAY, TODAY, language).situation.plain
    assert said.count(".") == 2 and said.endswith(".")


def test_an_event_without_a_day_is_said_as_it_was_told() -> None:
    said = get_portal().build_view(UNKNOWN_DAY, TODAY, "nl").situation.plain
    assert said.startswith("U vertelde: Ik ga verhuizen. Het gaat om")
