"""Which candidates are one step, which case came of a step, and dates that count from a step that is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from overview.domain.candidates.candidate import Candidate, Candidates, find_told_done
from overview.domain.case_kinds import CaseRules
from overview.domain.case_steps import find_joined_case, is_ended_by
from overview.domain.cases import Case
from overview.domain.conditions import collect_facts
from overview.domain.due import find_due, find_earliest, is_sooner
from overview.domain.situation import Situation
from overview.domain.steps import Base


def merge(same: list[Candidate], new: Candidate) -> None:
    """Join `new` to the first of `same` that can be done on one day with it, or keep it apart."""
    for old in same:
        first_day = max(old.earliest_on or date.min, new.earliest_on or date.min)
        if first_day <= min(old.due.on or date.max, new.due.on or date.max):
            if is_sooner(new.due, old.due):
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


def join_cases(
    found: Candidates, situation: Situation, rules: CaseRules, cases: Sequence[Case], today: date
) -> None:
    """The steps of life events that a case came of, or that its decision ends."""
    for candidate in found.all:
        if not cases or candidate.occurrences[0] >= len(situation.life_events):
            continue
        event_on = situation.life_events[candidate.occurrences[0]].on
        candidate.case = find_joined_case(candidate.step.id, event_on, cases, rules, today)
        if candidate.case is not None:
            candidate.is_ended_by_case = is_ended_by(candidate.step.id, candidate.case, rules)


def count_from_done_steps(found: Candidates, situation: Situation, today: date) -> Candidates:
    """Dates that count from a step the citizen did. Only now is it known which step is meant."""
    if not situation.done:
        return found
    counted = {
        candidate.id: changed
        for candidate in found.all
        if (changed := _count_anew(candidate, found, situation, today)) is not candidate
    }
    if not counted:
        return found
    by_place = {place: counted.get(candidate.id, candidate) for place, candidate in found.by_place.items()}
    return Candidates(tuple(counted.get(c.id, c) for c in found.all), by_place, found.dropped)


def _count_anew(candidate: Candidate, found: Candidates, situation: Situation, today: date) -> Candidate:
    step, occurrence = candidate.step, candidate.occurrences[0]
    if occurrence >= len(situation.life_events):
        return candidate  # A letter counts from its own date, never from a step.
    for term in (step.deadline.term if step.deadline else None, step.start_from):
        if term is None or term.base is not Base.STEP:
            continue
        counted = found.find(occurrence, term.base_id)
        done_on = find_told_done(counted, situation, today) if counted else None
        if done_on and step.deadline and term is step.deadline.term:
            facts = collect_facts(situation, situation.life_events[occurrence], today)
            candidate = replace(candidate, due=find_due(step, facts, done_on))
        elif done_on:
            candidate = replace(candidate, earliest_on=find_earliest(term, done_on))
    return candidate
