"""Plain Dutch, measured: every step and letter can be read by somebody who reads with difficulty."""

from __future__ import annotations

import re

import pytest

from i18n.catalogues import get_translations
from overview.domain.steps import Step
from overview.wiring import get_portal
from tests.content.plain_dutch import Known, count_words, read_ease, split_sentences, texts_of

CATALOGUE = get_portal().catalogue
KNOWN = Known.of(CATALOGUE)
STEPS = {step.id: step for event in CATALOGUE.life_events.values() for step in event.steps}


def ease_of(step: Step) -> float:
    sentences = [s if s[-1] in ".!?" else f"{s}." for text in texts_of(step) for s in split_sentences(text)]
    return read_ease(KNOWN.simplify(" ".join(sentences)))


def test_every_step_reads_at_seventy_or_more() -> None:
    eases = sorted((ease_of(step), step_id) for step_id, step in STEPS.items())
    print("\nThe worst ten:", *(f"  {ease:5.1f} {step_id}" for ease, step_id in eases[:10]), sep="\n")
    assert eases[0][0] >= 70, eases[:10]


def test_sentences_are_short() -> None:
    for step_id, step in STEPS.items():
        lengths = [count_words(s) for text in texts_of(step) for s in split_sentences(text)]
        assert max(lengths) <= 18, step_id
        assert sum(lengths) / len(lengths) <= 11, step_id


def test_titles_have_at_most_eight_words_and_are_no_questions() -> None:
    for step_id, step in STEPS.items():
        assert count_words(step.title) <= 8, step_id
        assert not step.title.endswith("?"), step_id


def test_letters_and_help_have_short_sentences() -> None:
    for kind in CATALOGUE.letters.values():
        for text in (kind.what, kind.first, kind.until, kind.otherwise, kind.when_late, kind.say):
            assert all(count_words(s) <= 18 for s in split_sentences(text)), kind.id
    for found in CATALOGUE.help_around.values():
        for text in (found.what, found.for_whom, found.how):
            assert all(count_words(s) <= 18 for s in split_sentences(text)), found.id


@pytest.mark.parametrize(
    "word", ["gefeliciteerd", "helaas moet u", "u heeft verzuimd", "eigen schuld", "u had moeten"]
)
def test_no_sentence_congratulates_or_blames(word: str) -> None:
    for step_id, step in STEPS.items():
        assert word not in " ".join(texts_of(step)).lower(), step_id


@pytest.mark.parametrize(
    "word", ["schuld", "deurwaarder", "kanker", r"ziek(?!en)", "overleden", "veilig thuis"]
)
def test_the_fridge_sheet_shows_no_debt_or_illness_words(word: str) -> None:
    for step_id, step in STEPS.items():
        assert not re.search(word, (step.plain_title or step.title).lower()), step_id
    for kind in CATALOGUE.letters.values():
        assert not re.search(word, (kind.plain_title or kind.title).lower()), kind.id


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", r"\b(debts?|bailiff|cancer|sick|illness|died|dead|death)\b"),
        ("ar", r"\bدين|ديون|مرض|سرطان|وفاة"),
    ],
)
def test_nor_does_a_translation_of_it(language: str, words: str) -> None:
    for found in (*STEPS.values(), *CATALOGUE.letters.values()):
        if found.plain_title:
            said = get_translations(language).find(found.plain_title) or ""
            assert not re.search(words, said.lower()), (found.plain_title, said)
