"""The letters a citizen holds: choosing the kind, its dates, and the letters that can answer it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.guidance import LetterTemplate
from overview.domain.letters import LETTER_EVENT, HeldLetter, LetterKind
from overview.domain.situation import Situation
from overview.web.journey import read_day

MOST_LETTERS: Final = 40
"""Fewer than a situation may hold, so that one more never makes it unreadable."""

_DECIDES: Final = frozenset(
    (
        *("municipality", "belastingdienst", "toeslagen", "uwv", "svb", "duo"),
        *("cak", "ciz", "ind", "rdw", "cbr", "water_board"),
    )
)
"""Bodies whose decisions stand open to objection (Algemene wet bestuursrecht, articles 1:1 and 7:1).

CJIB is not among them: a fine has its own appeal.
"""
_ABOUT_DECISIONS: Final = ("objection", "objection_pro_forma", "ask_papers", "notice_of_default")


@dataclass(frozen=True, slots=True)
class Sender:
    """Afzender: an agency and the kinds of letter it sends."""

    agency: str
    kinds: tuple[LetterKind, ...]


def list_senders(catalogue: Catalogue) -> tuple[Sender, ...]:
    """Who sends letters, in the order of their Dutch names."""
    found: dict[str, list[LetterKind]] = {}
    for kind in catalogue.letters.values():
        found.setdefault(kind.agency, []).append(kind)
    names = {name: agency.name.casefold() for name, agency in catalogue.agencies.items()}
    return tuple(Sender(name, tuple(found[name])) for name in sorted(found, key=lambda n: names.get(n, n)))


def read_held(kind: str, boxes: Mapping[str, str], today: date) -> HeldLetter | None:
    """The letter with the days typed in `dated-day` ... `until-year`; empty boxes are "not known".

    None when a day does not exist, or when the last day lies before the date on the letter.
    """
    days: dict[str, date | None] = {}
    for name in ("dated", "until"):
        typed = [boxes.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year")]
        days[name] = read_day(typed[0], typed[1], typed[2], today) if any(typed) else None
        if any(typed) and days[name] is None:
            return None
    dated, until = days["dated"], days["until"]
    if dated and until and until < dated:
        return None
    return HeldLetter(kind, dated, until)


def hold(situation: Situation | None, letter: HeldLetter, step_id: str = "") -> Situation:
    """The situation with this letter among the steps.

    `step_id` names the letter whose days are told anew. Without it, a letter of the same kind that
    had no day yet is this one; the same letter told twice stays one. No more than `MOST_LETTERS`.
    """
    situation = situation or Situation(life_events=())
    letters = list(situation.letters)
    place = find_held(situation, step_id)
    if place is None and letter in letters:
        return situation
    if place is None:
        same = (n for n, held in enumerate(letters) if held == HeldLetter(letter.kind))
        place = next(same, None)
    if place is not None:
        letters[place] = letter
    elif len(letters) < MOST_LETTERS:
        letters.append(letter)
    return replace(situation, letters=tuple(letters))


def find_held(situation: Situation, step_id: str) -> int | None:
    """Which of the letters held became this step; None when the step is no letter's."""
    seen: dict[str, int] = {}
    for place, held in enumerate(situation.letters):
        number = seen[held.kind] = seen.get(held.kind, 0) + 1
        name = f"letter_{held.kind}"
        if step_id == (name if number == 1 else f"{name}@{LETTER_EVENT}#{number}"):
            return place
    return None


def list_templates(catalogue: Catalogue, step_id: str, held: LetterKind | None) -> tuple[LetterTemplate, ...]:
    """The letters to sign that fit a step, or the letter that became it.

    A step has those that name it. A letter has those for what it asks; objection and what goes
    with it only where the sender is a body whose decisions stand open to it.
    """
    if held is None:
        own = step_id.partition("@")[0]
        return tuple(template for template in catalogue.templates if own in template.steps)
    kind = held.as_step().kind
    return tuple(
        template
        for template in catalogue.templates
        if kind in template.step_kinds and (template.id not in _ABOUT_DECISIONS or held.agency in _DECIDES)
    )


def find_template(catalogue: Catalogue, template_id: str) -> LetterTemplate | None:
    """The letter to sign with this id."""
    return next((template for template in catalogue.templates if template.id == template_id), None)


def find_kind(catalogue: Catalogue, situation: Situation | None, step_id: str) -> LetterKind | None:
    """The kind of letter that became this step; None for other steps."""
    place = find_held(situation, step_id) if situation else None
    return catalogue.letters[situation.letters[place].kind] if situation and place is not None else None


def describe_held(
    catalogue: Catalogue, situation: Situation | None, step_id: str
) -> tuple[str, dict[str, str]]:
    """What is known already for a letter to sign at this step: who gets it, and fields by name."""
    place = find_held(situation, step_id) if situation else None
    if situation is not None and place is not None:
        held = situation.letters[place]
        dated = held.dated
        known = {"letter_date": f"{dated.day}-{dated.month}-{dated.year}"} if dated else {}
        return catalogue.agencies[catalogue.letters[held.kind].agency].name, known
    own = step_id.partition("@")[0]
    kinds = {kind.step_id: kind.agency for kind in catalogue.letters.values()}
    steps = {step.id: step.agency for event in catalogue.life_events.values() for step in event.steps}
    agency = catalogue.agencies.get(kinds.get(own) or steps.get(own, ""))
    return agency.name if agency else "", {}
