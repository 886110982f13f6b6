"""Measuring plain Dutch: Flesch-Douma by textstat, with known words counted as plain ones.

Glossary terms, agency names and numbers are what the letter at home says; the reader cannot
do without them, so each counts as one short word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import textstat

from overview.domain.catalogue import Catalogue
from overview.domain.steps import Step

_PLAIN_WORD = "huis"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@lru_cache(maxsize=1)
def _measure() -> textstat.textstat:
    measure = textstat.textstat
    measure.set_lang("nl")
    return measure


def split_sentences(text: str) -> list[str]:
    """Sentences of a text; a full stop, question mark or exclamation mark ends one."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def count_words(sentence: str) -> int:
    """Words between spaces."""
    return len(sentence.split())


@dataclass(frozen=True)
class Known:
    """Woorden die als gewoon tellen: terms of the glossary and names of agencies."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Known:
        """The words this content explains elsewhere."""
        terms = [re.sub(r" \(.*\)", "", term) for term in catalogue.terms]
        names = [agency.name for agency in catalogue.agencies.values()]
        helps = [found.name for found in catalogue.help_around.values()]
        words = sorted({w for w in (*terms, *names, *helps) if w}, key=len, reverse=True)
        return cls(re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")(?:en|s)?\b", re.IGNORECASE))

    def simplify(self, text: str) -> str:
        """The text with every known word as one plain word."""
        return re.sub(r"\d[\d.,-]*", _PLAIN_WORD, self.pattern.sub(_PLAIN_WORD, text))


def texts_of(step: Step) -> list[str]:
    """Everything a person reads of one step, apart from its title."""
    parts = (
        step.what,
        step.why,
        *step.needs,
        step.say,
        step.otherwise,
        step.when_late,
        step.mistake,
        step.ask,
    )
    return [part for part in (*parts, *step.told_conditions) if part]


def read_ease(text: str) -> float:
    """Flesch-Douma: 100 is very easy, 60 is plain, below 50 is hard."""
    return float(_measure().flesch_reading_ease(text))
