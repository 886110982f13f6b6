"""From a situation to the steps that may stand in the plan, with their dates.

Each occurrence of a life event brings its steps. The same step from two occurrences is one
step when it can be done once for both: the later first day is not after the earlier due date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from overview.domain.catalogue import Base, Catalogue, DueKind, Step, Term
from overview.domain.conditions import Facts, Verdict, collect_facts, judge_all
from overview.domain.deadlines import add_term, find_last_day
from overview.domain.situation import Occurrence, Situation

_LEVEL_ALWAYS_DATED = 3


@dataclass(frozen=True, slots=True)
class Due:
    """Termijn van een stap, uitgerekend. `question` is asked when its base day is unknown."""

    on: date | None = None
    kind: DueKind = DueKind.NONE
    question: str | None = None


@dataclass(slots=True)
class Candidate:
    """Kandidaat: one step of one occurrence, or of several that are one step."""

    id: str
    step: Step
    verdict: Verdict
    due: Due
    earliest_on: date | None
    level: int
    occurrences: list[int]
    life_events: list[str]
    aliases: set[str]
    needs: list[tuple[int, str]] = field(default_factory=list)


def occurrence_suffixes(occurrences: Iterable[Occurrence]) -> list[str]:
    """`@event` for the first occurrence of an event, `@event#2` for the second, and so on."""
    seen: dict[str, int] = {}
    suffixes = []
    for occurrence in occurrences:
        number = seen[occurrence.life_event] = seen.get(occurrence.life_event, 0) + 1
        suffixes.append(f"@{occurrence.life_event}" + (f"#{number}" if number > 1 else ""))
    return suffixes


def known_step_ids(situation: Situation, catalogue: Catalogue) -> frozenset[str]:
    """Every step id that choices of this situation may name, whether the step applies or not."""
    suffixes = occurrence_suffixes(situation.life_events)
    return frozenset(
        name
        for occurrence, suffix in zip(situation.life_events, suffixes, strict=True)
        for step in catalogue.life_events[occurrence.life_event].steps
        for name in (step.id, step.id + suffix)
    )


@dataclass(frozen=True, slots=True)
class Candidates:
    """Alle kandidaten; `by_place` finds one by (occurrence, step id), merged or not.

    `dropped` holds what the steps that do not apply waited for, by (occurrence, step id).
    """

    all: tuple[Candidate, ...]
    by_place: Mapping[tuple[int, str], Candidate]
    dropped: Mapping[tuple[int, str], tuple[str, ...]]

    def find(self, occurrence: int, step_id: str) -> Candidate | None:
        """The step meant by `step_id` in this occurrence, else in the first event that has it."""
        own = self.by_place.get((occurrence, step_id))
        return own or next((c for c in self.all if c.step.id == step_id), None)


def _find_base(term: Term, facts: Facts) -> date | None:
    """The day `term` counts from; None when nobody knows it (yet)."""
    if term.base is Base.EVENT:
        return facts.on
    if term.base is Base.DATE:
        return date.fromisoformat(term.base_id)
    answer = facts.find(term.base_id)
    return answer if isinstance(answer, date) else None


def _find_due(step: Step, facts: Facts, base: date | None) -> Due:
    if step.deadline is None:
        return Due()
    kind, term, today = step.deadline.kind, step.deadline.term, facts.today
    if base is None and term.base is Base.STEP:
        # The term starts when that step is done; until then: the day it would be if done today.
        return Due(max(find_last_day(term, today), today), DueKind.ADVISED)
    if base is None:
        question = term.base_id or None
        if kind is DueKind.HARD or step.level >= _LEVEL_ALWAYS_DATED:
            return Due(today, DueKind.ADVISED, question)
        return Due(None, DueKind.NONE, question)
    last = find_last_day(term, base)
    return Due(last if kind is DueKind.HARD else max(last, today), kind)


def _find_earliest(term: Term | None, base: date | None) -> date | None:
    return add_term(base, term.count, term.unit) if term and base else None


def find_candidates(situation: Situation, catalogue: Catalogue, today: date) -> Candidates:
    """The steps that apply or may apply, merged where one visit serves several events."""
    suffixes = occurrence_suffixes(situation.life_events)
    dropped: dict[tuple[int, str], tuple[str, ...]] = {}
    same: dict[str, list[Candidate]] = {}
    for number, occurrence in enumerate(situation.life_events):
        facts = collect_facts(situation, occurrence, today)
        for step in catalogue.life_events[occurrence.life_event].steps:
            if not step.is_valid_on(occurrence.on or today):
                continue
            verdict = judge_all(step.applies_if, facts)
            needs = tuple(i for i in step.waits_for if i not in step.can_start_without)
            if verdict.holds is False:
                dropped[number, step.id] = needs
                continue
            base = _find_base(step.deadline.term, facts) if step.deadline else None
            start = _find_base(step.start_from, facts) if step.start_from else None
            candidate = Candidate(
                id=step.id,
                step=step,
                verdict=verdict,
                due=_find_due(step, facts, base),
                earliest_on=_find_earliest(step.start_from, start),
                level=step.level,
                occurrences=[number],
                life_events=[occurrence.life_event],
                aliases={step.id + suffixes[number]},
                needs=[(number, i) for i in needs],
            )
            _merge(same.setdefault(step.id, []), candidate)
    for alike in same.values():
        for place, candidate in enumerate(alike):
            candidate.id += suffixes[candidate.occurrences[0]] if place else ""
            candidate.aliases.add(candidate.id)
    merged = tuple(candidate for alike in same.values() for candidate in alike)
    by_place = {(number, c.step.id): c for c in merged for number in c.occurrences}
    found = Candidates(merged, by_place, dropped)
    _count_from_done_steps(found, situation, today)
    return found


def find_done_on(candidate: Candidate, situation: Situation, today: date) -> date | None:
    """The day the citizen did this step; today when no day was told; None while it is open."""
    for name in candidate.aliases & situation.done.keys():
        return situation.done[name] or today
    return None


def _count_from_done_steps(found: Candidates, situation: Situation, today: date) -> None:
    """Dates that count from a step that is done. Only now is it known which step is meant."""
    for candidate in found.all:
        step, occurrence = candidate.step, candidate.occurrences[0]
        facts = collect_facts(situation, situation.life_events[occurrence], today)
        for term in (step.deadline.term if step.deadline else None, step.start_from):
            if term is None or term.base is not Base.STEP:
                continue
            counted = found.find(occurrence, term.base_id)
            done_on = find_done_on(counted, situation, today) if counted else None
            if done_on and step.deadline and term is step.deadline.term:
                candidate.due = _find_due(step, facts, done_on)
            elif done_on:
                candidate.earliest_on = _find_earliest(term, done_on)


def _merge(same: list[Candidate], new: Candidate) -> None:
    """Join `new` to the first of `same` that can be done on one day with it, or keep it apart."""
    for old in same:
        first_day = max(old.earliest_on or date.min, new.earliest_on or date.min)
        if first_day <= min(old.due.on or date.max, new.due.on or date.max):
            if _is_sooner(new.due, old.due):
                old.due, old.step = new.due, new.step
            old.earliest_on = None if first_day == date.min else first_day
            old.level = max(old.level, new.level)
            old.verdict = old.verdict if old.verdict.holds else new.verdict
            old.occurrences += new.occurrences
            old.life_events += [i for i in new.life_events if i not in old.life_events]
            old.aliases |= new.aliases
            old.needs += new.needs
            return
    same.append(new)


def _is_sooner(new: Due, old: Due) -> bool:
    if new.on is None or old.on is None:
        return old.on is None and new.on is not None
    return (new.on, new.kind is not DueKind.HARD) < (old.on, old.kind is not DueKind.HARD)
