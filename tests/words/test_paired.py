"""Two languages at once: the same sentence for two readers, and what somebody said in its own."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.told import Told
from overview.html.renderer import Renderer
from overview.wiring import get_portal
from overview.words.overview_view import view_overview
from overview.words.paired import PairedWords, for_worker
from overview.words.speaking import Words, strong
from overview.words.text import Sentence
from tests.web.builders import Told as TellTheMove

TODAY = date(2026, 11, 22)


def pair(language: str) -> PairedWords:
    return PairedWords(language, "nl", TODAY)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_way_of_speaking_says_both_languages(language: str) -> None:
    words, own, dutch = pair(language), Words(language, TODAY), Words("nl", TODAY)
    day = date(2026, 11, 25)
    for said, one, other in (
        (words.say("Daarna"), own.say("Daarna"), dutch.say("Daarna")),
        (words.day(day), own.day(day), dutch.day(day)),
        (words.short_day(day), own.short_day(day), dutch.short_day(day)),
        (
            words.say("Uiterlijk {day}", day=strong(words.day(day))),
            own.say("Uiterlijk {day}", day=own.day(day)),
            dutch.say("Uiterlijk {day}", day=dutch.day(day)),
        ),
        (
            words.say_many("nog {count} dag", "nog {count} dagen", 3),
            own.say_many("nog {count} dag", "nog {count} dagen", 3),
            dutch.say_many("nog {count} dag", "nog {count} dagen", 3),
        ),
        (
            words.join([words.say("Later"), words.dutch("UWV")], " "),
            own.join([own.say("Later"), own.dutch("UWV")], " "),
            dutch.join([dutch.say("Later"), dutch.dutch("UWV")], " "),
        ),
    ):
        assert (said.plain, said.language) == (one.plain, language)
        assert for_worker(said).plain == other.plain


def test_a_dutch_name_is_said_once() -> None:
    assert pair("ar").dutch("Dienst Toeslagen").beside is None


def test_own_words_are_never_translated_and_named_with_their_language() -> None:
    told = Told("Ik slaap slecht", "nl")
    said = pair("ar").told(told)
    assert said.beside is None
    assert (said.spans[0].text, said.spans[0].language) == ("Ik slaap slecht", "nl")
    assert "Nederlands" in said.plain
    assert "العربية" in pair("ar").told(Told("لا أنام", "ar")).plain
    assert Words("nl", TODAY).told(told).plain == "Ik slaap slecht"


def test_own_words_never_reach_a_store_of_sentences() -> None:
    said = pair("ar").told(Told("Ik slaap slecht", "nl"))
    assert said.spans[0].is_personal


def collect(value: object) -> list[Sentence]:
    """Every sentence of a view."""
    if isinstance(value, Sentence):
        return [value]
    if isinstance(value, tuple | list):
        return [found for one in value for found in collect(one)]
    if isinstance(value, dict):
        return [found for one in value.values() for found in collect(one)]
    slots = getattr(type(value), "__slots__", ())
    return [found for name in slots for found in collect(getattr(value, name))] if slots else []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_joint_view_says_what_the_two_single_views_say(language: str) -> None:
    portal = get_portal()
    situation = portal.read_situation(TellTheMove().packed(), TODAY)
    overview = portal.make_overview(situation, TODAY)
    both = collect(view_overview(pair(language), overview))
    own = collect(view_overview(Words(language, TODAY), overview))
    dutch = collect(view_overview(Words("nl", TODAY), overview))
    for joint, one in zip(both, own, strict=False):
        assert joint.plain == one.plain
    said = {sentence.plain for sentence in dutch}
    assert sum(for_worker(joint).plain in said for joint in both) > 0.9 * len(both)


def test_the_worker_reads_in_a_line_of_its_own_language_and_direction() -> None:
    words = pair("ar")
    html = Renderer("ar", words).render("group.html", group=_Group(words.say("Daarna"), None))
    assert '<span class="beside" lang="nl" dir="ltr">Daarna</span>' in html


class _Group:
    def __init__(self, heading: Sentence, explanation: Sentence | None) -> None:
        self.heading = heading
        self.explanation = explanation
