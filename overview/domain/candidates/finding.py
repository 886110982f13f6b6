"""All candidates for one situation.

Each occurrence of a life event brings its steps. The same step from two occurrences is one
step when it can be done once for both: the later first day is not after the earlier due date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overview.domain.candidates.candidate import Candidate, Candidates
from overview.domain.candidates.joining import count_from_done_steps, join_cases, merge
from overview.domain.candidates.naming import letter_suffixes, occurrence_suffixes
from overview.domain.candidates.sources import from_cases, from_debts, from_letter, from_own
from overview.domain.cases import Case
from overview.domain.catalogue import Catalogue
from overview.domain.conditions import collect_facts, judge_all
from overview.domain.due import find_base, find_due, find_earliest
from overview.domain.remembered import Remembered
from overview.domain.situation import Occurrence, Situation
from overview.domain.steps import Base, Step


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
    return count_from_done_steps(found, situation, today)


def _find_by_facts(
    situation: Situation, catalogue: Catalogue, today: date, cases: Sequence[Case]
) -> Candidates:
    suffixes = occurrence_suffixes(situation.life_events)
    same, dropped = _from_life_events(situation, catalogue, suffixes, today)
    suffixes += letter_suffixes(situation)
    for number, held in enumerate(situation.letters, len(situation.life_events)):
        candidate = from_letter(catalogue.letters[held.kind], held, number, suffixes[number], today)
        same.setdefault(candidate.id, []).append(candidate)
    for number, own in enumerate(situation.own_steps, len(suffixes)):
        same[own.id] = [from_own(own, number, today)]
    suffixes += [""] * len(situation.own_steps)
    for asked in (*from_debts(situation, catalogue, today), *from_cases(cases, catalogue, today)):
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
    join_cases(found, situation, catalogue.case_rules, cases, today)
    return found


def _from_life_events(
    situation: Situation, catalogue: Catalogue, suffixes: Sequence[str], today: date
) -> tuple[dict[str, list[Candidate]], dict[tuple[int, str], tuple[str, ...]]]:
    """The candidates of life events by step id, and what the steps that do not apply waited for."""
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
            merge(same.setdefault(step.id, []), candidate)
    return same, dropped


def _day_of_rule(step: Step, occurrence: Occurrence, today: date) -> date:
    """The day that decides which dated entry holds: that of the event, or today for a fixed last day."""
    has_fixed_day = step.deadline is not None and step.deadline.term.base is Base.DATE
    return today if has_fixed_day or occurrence.on is None else occurrence.on
