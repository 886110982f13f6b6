"""Capacity to act (doenvermogen): three plain answers that propose how much help fits now.

The questions follow the WRR report "Weten is nog geen doen" (2017): getting started, keeping it up,
and going on after a setback. The citizen decides; this is only where the talk begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class SupportLevel(StrEnum):
    """Mate van begeleiding: alone, with somebody beside, or taken over."""

    SELF = "self"
    TOGETHER = "together"
    TAKEN_OVER = "taken_over"


class Able(StrEnum):
    """Antwoord op een vraag over doenvermogen."""

    YES = "yes"
    SOMETIMES = "sometimes"
    NO = "no"


CAPACITY_QUESTIONS: Final = ("start", "keep_up", "setback")


def propose_support(answers: Mapping[str, Able]) -> SupportLevel | None:
    """What fits these answers; None until all three questions are answered.

    Twice "no" is too much to ask of someone now: taken over. One "no", or "sometimes" twice: together.
    """
    if any(question not in answers for question in CAPACITY_QUESTIONS):
        return None
    given = [answers[question] for question in CAPACITY_QUESTIONS]
    if given.count(Able.NO) >= 2:
        return SupportLevel.TAKEN_OVER
    if Able.NO in given or given.count(Able.SOMETIMES) >= 2:
        return SupportLevel.TOGETHER
    return SupportLevel.SELF


def fit_to_counter(proposed: SupportLevel, has_case_management: bool) -> SupportLevel:
    """What this counter can offer: without case management nobody here can take steps over."""
    if proposed is SupportLevel.TAKEN_OVER and not has_case_management:
        return SupportLevel.TOGETHER
    return proposed
