"""Help around a citizen, early signs of what may be theirs, and letters to sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overview.domain.steps import Confidence, Source


@dataclass(frozen=True, slots=True)
class HelpAround:
    """Hulp dichtbij: people beside the agencies, what they can do, for whom, how to reach them.

    `is_public` is False where only a worker can call them in. `life_events` names where it is
    offered; empty means everywhere. `step_kinds` names the kinds of step where they help.
    """

    id: str
    name: str
    what: str
    for_whom: str
    how: str
    is_public: bool
    confidence: Confidence
    review_on: date
    sources: tuple[Source, ...]
    url: str = ""
    phone: str = ""
    life_events: tuple[str, ...] = ()
    step_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """Vroegsignaal: something that may be for the citizen; never a promise.

    `unless_steps` are steps that already say it: with one of them in the plan the sign is silent.
    """

    id: str
    title: str
    text: str
    check: str
    agency: str
    applies_if: tuple[str, ...]
    confidence: Confidence
    review_on: date
    sources: tuple[Source, ...]
    unless_steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """Voorbeeldbrief: a Dutch letter to sign, with the explanation beside it.

    `paragraphs` hold `{names}` of what is filled in; `fields` says what each stands for.
    """

    id: str
    title: str
    when: str
    subject: str
    paragraphs: tuple[str, ...]
    what_next: str
    read_over: str
    sources: tuple[Source, ...]
    step_kinds: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
