"""From a situation to the steps that may stand in the plan, with their dates.

Each occurrence of a life event brings its steps. The same step from two occurrences is one
step when it can be done once for both: the later first day is not after the earlier due date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from overview.domain.case_kinds import CaseRules
from overview.domain.case_steps import (
    find_case_step,
    find_debt_step,
    find_joined_case,
    is_ended_by,
    list_debt_suffixes,
)
from overview.domain.cases import CASE_EVENT, Case
from overview.domain.catalogue import Catalogue
from overview.domain.conditions import YES, Verdict, collect_facts, judge_all
from overview.domain.debts import DEBT_EVENT
from overview.domain.due import Due, find_base, find_due, find_earliest, find_letter_due, is_sooner
from overview.domain.letters import LETTER_EVENT, HeldLetter, LetterKind
from overview.domain.own_steps import OWN_EVENT, OwnStep
from overview.domain.remembered import Remembered
from overview.domain.situation import Occurrence, Situation
from overview.domain.steps import Base, DueKind, Step


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
    case: Case | None = None
    is_ended_by_case: bool = False


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
    of_events = {
        name
        for occurrence, suffix in zip(situation.life_events, suffixes, strict=True)
        for step in catalogue.life_events[occurrence.life_event].steps
        for name in (step.id, step.id + suffix)
    }
    debts = zip(situation.debts, list_debt_suffixes(situation.debts), strict=True)
    of_events |= {n for debt, suffix in debts for n in (f"debt_{debt.agency}", f"debt_{debt.agency}{suffix}")}
    kinds = [catalogue.letters[held.kind] for held in situation.letters]
    names = zip(kinds, _letter_suffixes(situation), strict=True)
    of_letters = {n for kind, suffix in names for n in (kind.step_id, kind.step_id + suffix)}
    return frozenset(of_events | of_letters | {own.id for own in situation.own_steps})


def _letter_suffixes(situation: Situation) -> list[str]:
    """Suffixes for the letters held: `@letter` for the first of a kind, `@letter#2` for the second."""
    seen: dict[str, int] = {}
    suffixes = []
    for held in situation.letters:
        number = seen[held.kind] = seen.get(held.kind, 0) + 1
        suffixes.append(f"@{LETTER_EVENT}" + (f"#{number}" if number > 1 else ""))
    return suffixes


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


def _day_of_rule(step: Step, occurrence: Occurrence, today: date) -> date:
    """The day that decides which dated entry holds: that of the event, or today for a fixed last day."""
    has_fixed_day = step.deadline is not None and step.deadline.term.base is Base.DATE
    return today if has_fixed_day or occurrence.on is None else occurrence.on


def find_candidates(
    situation: Situation,
    catalogue: Catalogue,
    today: date,
    cases: Sequence[Case] = (),
    remembered: Remembered | None = None,
) -> Candidates:
    """The steps that apply or may apply, merged where one visit serves several events.

    Most choices change none of the facts from which they follow: `remembered` holds them for one tab.
    """
    facts = (situation.life_events, situation.answers, situation.letters, situation.own_steps)
    of = (catalogue, today, facts, situation.debts, tuple(cases))
    found = (remembered or Remembered()).take(
        "candidates", of, lambda: _find_by_facts(situation, catalogue, today, cases)
    )
    return _count_from_done_steps(found, situation, today)


def _find_by_facts(
    situation: Situation, catalogue: Catalogue, today: date, cases: Sequence[Case]
) -> Candidates:
    suffixes = occurrence_suffixes(situation.life_events)
    dropped: dict[tuple[int, str], tuple[str, ...]] = {}
    same: dict[str, list[Candidate]] = {}
    for number, occurrence in enumerate(situation.life_events):
        facts = collect_facts(situation, occurrence, today)
        for step in catalogue.life_events[occurrence.life_event].steps:
            if not step.is_valid_on(_day_of_rule(step, occurrence, today)):
                continue
            verdict = judge_all(step.applies_if, facts)
            needs = tuple(i for i in step.waits_for if i not in step.can_start_without)
            if verdict.holds is False:
                dropped[number, step.id] = needs
                continue
            base = find_base(step.deadline.term, facts) if step.deadline else None
            start = find_base(step.start_from, facts) if step.start_from else None
            candidate = Candidate(
                id=step.id,
                step=step,
                verdict=verdict,
                due=find_due(step, facts, base),
                earliest_on=find_earliest(step.start_from, start),
                level=step.level,
                occurrences=[number],
                life_events=[occurrence.life_event],
                aliases={step.id + suffixes[number]},
                needs=[(number, i) for i in needs],
            )
            _merge(same.setdefault(step.id, []), candidate)
    suffixes += _letter_suffixes(situation)
    for number, held in enumerate(situation.letters, len(situation.life_events)):
        candidate = _from_letter(catalogue.letters[held.kind], held, number, suffixes[number], today)
        same.setdefault(candidate.id, []).append(candidate)
    for number, own in enumerate(situation.own_steps, len(suffixes)):
        same[own.id] = [_from_own(own, number, today)]
    suffixes += [""] * len(situation.own_steps)
    for asked in (*_from_debts(situation, catalogue, today), *_from_cases(cases, catalogue, today)):
        asked.occurrences = [len(suffixes)]
        suffixes.append(asked.id.partition("@")[2] and f"@{asked.id.partition('@')[2]}")
        same.setdefault(asked.id, [asked])
    for alike in same.values():
        for place, candidate in enumerate(alike):
            candidate.id += suffixes[candidate.occurrences[0]] if place else ""
            candidate.aliases.add(candidate.id)
    merged = tuple(candidate for alike in same.values() for candidate in alike)
    by_place = {(number, c.step.id): c for c in merged for number in c.occurrences}
    found = Candidates(merged, by_place, dropped)
    _join_cases(found, situation, catalogue.case_rules, cases, today)
    return found


def _from_letter(kind: LetterKind, held: HeldLetter, number: int, suffix: str, today: date) -> Candidate:
    """The step of a letter, with the date that letter gives it."""
    step = kind.as_step()
    due = find_letter_due(kind, held, today)
    return Candidate(
        id=step.id,
        step=step,
        verdict=YES,
        due=due,
        earliest_on=None,
        level=step.level,
        occurrences=[number],
        life_events=[LETTER_EVENT],
        aliases={step.id + suffix},
    )


def _from_own(own: OwnStep, number: int, today: date) -> Candidate:
    """A step the citizen put on the list; its day is a wish, so it is advised and never overdue."""
    step = own.as_step()
    return Candidate(
        id=step.id,
        step=step,
        verdict=YES,
        due=Due(max(own.until, today), DueKind.ADVISED) if own.until else Due(),
        earliest_on=None,
        level=step.level,
        occurrences=[number],
        life_events=[OWN_EVENT],
        aliases={step.id},
    )


def _from_cases(cases: Sequence[Case], catalogue: Catalogue, today: date) -> Iterator[Candidate]:
    """The steps that cases ask for; of a case that is part of another, that of the whole counts."""
    for case in cases:
        found = find_case_step(case, catalogue.case_rules, today)
        if found is not None and case.agency in catalogue.agencies:
            yield _alone(found, CASE_EVENT, "", case)


def _from_debts(situation: Situation, catalogue: Catalogue, today: date) -> Iterator[Candidate]:
    for debt, suffix in zip(situation.debts, list_debt_suffixes(situation.debts), strict=True):
        found = find_debt_step(debt, catalogue.case_rules, today)
        if found is not None:
            yield _alone(found, DEBT_EVENT, suffix, None)


def _alone(found: tuple[Step, Due], event: str, suffix: str, case: Case | None) -> Candidate:
    """A candidate that belongs to no life event. The first of its kind has no suffix in its id."""
    step, due = found
    return Candidate(
        id=step.id + (suffix if "#" in suffix else ""),
        step=step,
        verdict=YES,
        due=due,
        earliest_on=None,
        level=step.level,
        occurrences=[],
        life_events=[event],
        aliases={step.id + suffix},
        case=case,
    )


def _join_cases(
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


def find_done_on(candidate: Candidate, situation: Situation, today: date) -> date | None:
    """The day this step was done, by the citizen or by the decision of a case; None while it is open.

    Today when no day was told.
    """
    for name in candidate.aliases & situation.done.keys():
        return situation.done[name] or today
    if candidate.is_ended_by_case and candidate.case is not None:
        return candidate.case.ended_on or candidate.case.status_since or today
    return None


def _count_from_done_steps(found: Candidates, situation: Situation, today: date) -> Candidates:
    """Dates that count from a step that is done. Only now is it known which step is meant."""
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
        done_on = find_done_on(counted, situation, today) if counted else None
        if done_on and step.deadline and term is step.deadline.term:
            facts = collect_facts(situation, situation.life_events[occurrence], today)
            candidate = replace(candidate, due=find_due(step, facts, done_on))
        elif done_on:
            candidate = replace(candidate, earliest_on=find_earliest(term, done_on))
    return candidate


def _merge(same: list[Candidate], new: Candidate) -> None:
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
