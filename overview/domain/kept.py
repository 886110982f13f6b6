"""What a saved overview holds, taken apart into single facts, and put together again.

Two people who change the same overview are compared fact by fact; so is then and now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from overview.domain.capacity import SupportLevel as SupportLevel
from overview.domain.letters import HeldLetter
from overview.domain.own_steps import Doer, OwnStep
from overview.domain.situation import Answer, Occurrence, Situation, Waiting


@dataclass(frozen=True, slots=True)
class Kept:
    """Wat bewaard wordt: facts and choices of one citizen, never the plan.

    `notes` and `channels` are by step id; `goals` are the citizen's own words.
    `talk` is what was told and agreed at a counter: by subject, as JSON (`services.conversation_text`).
    """

    situation: Situation = field(default_factory=lambda: Situation(()))
    notes: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    support: SupportLevel | None = None
    talk: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepChoice:
    """Keuze bij een stap, as one fact: somebody marks it done, waits for it or puts it off."""

    is_done: bool = False
    done_on: date | None = None
    waiting: Waiting | None = None
    put_off: date | None = None
    is_not_needed: bool = False


Fact = (
    str
    | bool
    | date
    | Fraction
    | StepChoice
    | HeldLetter
    | SupportLevel
    | Doer
    | OwnStep
    | tuple[str, ...]
    | tuple[date | None]
)

Path = tuple[str, ...]
"""Where a fact stands: `("answer", "rent")`, `("event", "birth#1", "on")`, `("note", step id)`."""

Facts = dict[Path, Fact]


def list_facts(kept: Kept) -> Facts:
    """Every fact by its path; what is not known has no path."""
    facts: Facts = {}
    situation = kept.situation
    for name, occurrence in number_events(situation).items():
        facts[("event", name)] = (occurrence.on,)
        facts |= {("event", name, question): value for question, value in occurrence.answers.items()}
    facts |= {("answer", question): value for question, value in situation.answers.items()}
    for step in (*situation.done, *situation.waiting, *situation.put_off, *situation.not_needed):
        facts[("step", step)] = StepChoice(
            step in situation.done,
            situation.done.get(step),
            situation.waiting.get(step),
            situation.put_off.get(step),
            step in situation.not_needed,
        )
    seen: dict[str, int] = {}
    for letter in situation.letters:
        seen[letter.kind] = seen.get(letter.kind, 0) + 1
        facts[("letter", f"{letter.kind}#{seen[letter.kind]}")] = letter
    if situation.pinned:
        facts[("order",)] = situation.pinned
    if situation.pace != 1:
        facts[("pace",)] = situation.pace
    facts |= {("note", step): text for step, text in kept.notes.items() if text}
    facts |= {("channel", step): channel for step, channel in kept.channels.items() if channel}
    facts |= {("own", own.id): own for own in situation.own_steps}
    facts |= {("taken_by", step): doer for step, doer in situation.taken_by.items()}
    facts |= {("talk", subject): text for subject, text in kept.talk.items()}
    if kept.goals:
        facts[("goals",)] = kept.goals
    if kept.support:
        facts[("support",)] = kept.support
    return facts


def number_events(situation: Situation) -> dict[str, Occurrence]:
    """Each occurrence under a name of its own: `birth#1`, `birth#2`."""
    seen: dict[str, int] = {}
    named: dict[str, Occurrence] = {}
    for occurrence in situation.life_events:
        seen[occurrence.life_event] = seen.get(occurrence.life_event, 0) + 1
        named[f"{occurrence.life_event}#{seen[occurrence.life_event]}"] = occurrence
    return named


def build_kept(facts: Facts) -> Kept:
    """The whole from its facts; the counterpart of `list_facts`."""
    events: dict[str, tuple[date | None, dict[str, Answer]]] = {}
    for path, fact in facts.items():
        if path[0] == "event" and len(path) == 2 and isinstance(fact, tuple):
            on = fact[0] if fact else None
            events[path[1]] = (on if isinstance(on, date) else None, {})
    answers: dict[str, Answer] = {}
    steps: dict[str, StepChoice] = {}
    letters: list[HeldLetter] = []
    texts: dict[str, dict[str, str]] = {"note": {}, "channel": {}, "talk": {}}
    own_steps: list[OwnStep] = []
    taken_by: dict[str, Doer] = {}
    for path, fact in facts.items():
        match path, fact:
            case ("event", name, question), str() | date() if name in events:
                events[name][1][question] = fact
            case ("answer", question), str() | date():
                answers[question] = fact
            case ("step", step), StepChoice():
                steps[step] = fact
            case ("letter", _), HeldLetter():
                letters.append(fact)
            case ("own", _), OwnStep():
                own_steps.append(fact)
            case ("taken_by", step), Doer():
                taken_by[step] = fact
            case ("note" | "channel" | "talk" as kind, step), str():
                texts[kind][step] = fact
            case _:
                pass
    order, pace = facts.get(("order",), ()), facts.get(("pace",), Fraction(1))
    goals, support = facts.get(("goals",), ()), facts.get(("support",))
    situation = Situation(
        tuple(Occurrence(name.partition("#")[0], on, told) for name, (on, told) in events.items()),
        answers,
        done={step: choice.done_on for step, choice in steps.items() if choice.is_done},
        waiting={step: choice.waiting for step, choice in steps.items() if choice.waiting},
        pinned=_read_texts(order),
        put_off={step: choice.put_off for step, choice in steps.items() if choice.put_off},
        not_needed=frozenset(step for step, choice in steps.items() if choice.is_not_needed),
        letters=tuple(letters),
        own_steps=tuple(own_steps),
        taken_by=taken_by,
        pace=pace if isinstance(pace, Fraction) else Fraction(1),
    )
    return Kept(
        situation,
        texts["note"],
        texts["channel"],
        _read_texts(goals),
        support if isinstance(support, SupportLevel) else None,
        texts["talk"],
    )


def _read_texts(fact: Fact) -> tuple[str, ...]:
    return tuple(text for text in fact if isinstance(text, str)) if isinstance(fact, tuple) else ()


def spell(fact: Fact | None) -> str | None:
    """One fact as short text; None stays None."""
    match fact:
        case None:
            return None
        case date():
            return fact.isoformat()
        case StepChoice():
            parts = [("done", fact.is_done), ("not_needed", fact.is_not_needed), ("waiting", fact.waiting)]
            named = [name for name, is_so in parts if is_so] + (["put_off"] if fact.put_off else [])
            until = fact.waiting.until if fact.waiting else None
            days = (fact.done_on, fact.put_off, until)
            return " ".join([*named, *(day.isoformat() for day in days if day)])
        case OwnStep():
            return fact.told.text
        case HeldLetter():
            return fact.dated.isoformat() if fact.dated else ""
        case tuple():
            return ", ".join(spell(part) or "" for part in fact)
        case _:
            return str(fact)
