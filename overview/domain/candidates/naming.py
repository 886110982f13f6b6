"""The names by which choices mean a step, also when two events bring the same one."""

from __future__ import annotations

from collections.abc import Iterable

from overview.domain.case_steps import list_debt_suffixes
from overview.domain.catalogue import Catalogue
from overview.domain.letters import LETTER_EVENT
from overview.domain.situation import Occurrence, Situation


def occurrence_suffixes(occurrences: Iterable[Occurrence]) -> list[str]:
    """`@event` for the first occurrence of an event, `@event#2` for the second, and so on."""
    seen: dict[str, int] = {}
    suffixes = []
    for occurrence in occurrences:
        number = seen[occurrence.life_event] = seen.get(occurrence.life_event, 0) + 1
        suffixes.append(f"@{occurrence.life_event}" + (f"#{number}" if number > 1 else ""))
    return suffixes


def letter_suffixes(situation: Situation) -> list[str]:
    """Suffixes for the letters held: `@letter` for the first of a kind, `@letter#2` for the second."""
    seen: dict[str, int] = {}
    suffixes = []
    for held in situation.letters:
        number = seen[held.kind] = seen.get(held.kind, 0) + 1
        suffixes.append(f"@{LETTER_EVENT}" + (f"#{number}" if number > 1 else ""))
    return suffixes


def known_step_ids(situation: Situation, catalogue: Catalogue) -> frozenset[str]:
    """Every step id that choices of this situation may name, whether the step applies or not."""
    suffixes = occurrence_suffixes(situation.life_events)
    of_events = {
        name
        for occurrence, suffix in zip(situation.life_events, suffixes, strict=True)
        for step in catalogue.life_events[occurrence.life_event].steps
        for name in (step.id, step.id + suffix)
    }
    debts = zip(situation.debts, list_debt_suffixes(situation.debts), strict=True)
    of_events |= {n for debt, suffix in debts for n in (f"debt_{debt.agency}", f"debt_{debt.agency}{suffix}")}
    kinds = [catalogue.letters[held.kind] for held in situation.letters]
    names = zip(kinds, letter_suffixes(situation), strict=True)
    of_letters = {n for kind, suffix in names for n in (kind.step_id, kind.step_id + suffix)}
    return frozenset(of_events | of_letters | {own.id for own in situation.own_steps})
