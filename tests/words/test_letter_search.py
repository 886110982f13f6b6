"""Finding a letter by what stands on it, in any language, also when it is spelled in another way."""

from __future__ import annotations

import pytest

from overview.domain.letters import LetterAction
from overview.wiring import get_portal
from overview.words import letter_search
from overview.words.letter_search import find_letters, fold

CATALOGUE = get_portal().catalogue


def found(query: str) -> list[str]:
    return [kind.id for kind in find_letters(CATALOGUE, query)]


@pytest.mark.parametrize("letter_id", sorted(CATALOGUE.letters))
def test_every_letter_is_found_by_its_own_name(letter_id: str) -> None:
    assert letter_id in found(CATALOGUE.letters[letter_id].name)


@pytest.mark.parametrize(
    ("typed", "letter_id"),
    [
        ("opschorting bijstant", "g07"),
        ("AANMANNING huur", "h05"),
        ("dagvarding", "x03"),
        ("beslag op mijn loon", "x05"),
        ("verkeers boete", "j01"),
        ("aanslag waterschap belasting", "w01"),
        ("ik moet mijn huis uit", "x08"),
        ("afsluiten energie", "e02"),
    ],
)
def test_a_letter_is_found_by_words_that_are_spelled_in_another_way(typed: str, letter_id: str) -> None:
    assert letter_id in found(typed)


@pytest.mark.parametrize("typed", ["", "   ", "?!", "asdfghjkl", "pizza", "xx", "\u202e", "الطقس غدا"])
def test_what_is_no_letter_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_a_very_long_text_is_cut_and_still_answered() -> None:
    assert "g07" in found("opschorting bijstand " + "bla " * 100_000)


def test_never_more_than_a_person_can_look_over() -> None:
    assert 0 < len(found("brief over betalen")) <= 8


def test_arabic_spellings_and_vowel_marks_are_joined() -> None:
    assert fold("إِنذار أخلاء") == fold("انذار اخلاء")


def test_words_in_a_language_of_the_portal_find_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = CATALOGUE.letters["g07"]
    said = {kind.title: "قدّم الأوراق التي تطلبها البلدية"}

    class Arabic:
        def find(self, text: str) -> str | None:
            return said.get(text)

    monkeypatch.setattr(letter_search, "get_translations", lambda _: Arabic())
    monkeypatch.setattr(letter_search, "_known", {})
    assert found("الاوراق البلديه")[0] == "g07"


def test_a_notice_of_default_means_one_thing_in_each_entry() -> None:
    """From a landlord it is a demand; towards the government the citizen writes it: a letter to sign."""
    for kind in CATALOGUE.letters.values():
        if "ingebrekestelling" in fold(" ".join((kind.name, *kind.words))):
            assert kind.agency in ("landlord", "bailiff", "energy_supplier", "health_insurer"), kind.id
            assert kind.action is not LetterAction.OBJECT, kind.id
    assert [t.id for t in CATALOGUE.templates if t.subject == "Ingebrekestelling"] == ["notice_of_default"]
