"""What must hold for letters, help around, early signs, letters to sign and sequels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from overview.adapters.content_files.finding import Finding
from overview.adapters.content_files.knowledge import check_knowledge
from overview.domain.catalogue import Catalogue
from overview.domain.conditions import CONDITIONS
from overview.domain.guidance import HelpAround, Sign
from overview.domain.letters import LetterKind

_TITLE_WORDS: Final = 8


def check_guidance(catalogue: Catalogue, today: date) -> list[Finding]:
    """Every reference that leads nowhere, and every fact that must be looked at again."""
    return [
        *_check_letters(catalogue, today),
        *_check_help(catalogue, today),
        *_check_signs(catalogue, today),
        *_check_templates(catalogue),
        *_check_sequels(catalogue),
    ]


def _check_letters(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    titles: dict[str, str] = {}
    for kind in catalogue.letters.values():
        where = f"letters/{kind.agency}.toml: letter {kind.id}"
        if kind.agency not in catalogue.agencies:
            yield Finding(f"{where}.agency", f"no agency has the id {kind.agency!r}")
        for name in kind.helpers:
            if name not in catalogue.help_around:
                yield Finding(f"{where}.help", f"no help has the id {name!r}")
        for name in kind.following:
            if name not in catalogue.letters:
                yield Finding(f"{where}.next", f"no letter has the id {name!r}")
        if len(kind.title.split()) > _TITLE_WORDS:
            yield Finding(f"{where}.title", f"has more than {_TITLE_WORDS} words")
        other = titles.setdefault(kind.title, kind.id)
        if other != kind.id:
            yield Finding(f"{where}.title", f"is the same as that of {other}")
        if kind.asks_a_person_first and not kind.helpers:
            yield Finding(f"{where}.help", "a letter of level 5 needs a person to turn to")
        yield from _check_facts(where, kind, today)


def _check_help(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    for found in catalogue.help_around.values():
        for name in found.life_events:
            if name not in catalogue.life_events:
                yield Finding(f"help.toml: help {found.id}.life_events", f"no life event has the id {name!r}")
        yield from _check_facts(f"help.toml: help {found.id}", found, today)


def _check_signs(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    steps = {step.id for event in catalogue.life_events.values() for step in event.steps}
    for sign in catalogue.signs:
        where = f"signs.toml: sign {sign.id}"
        if sign.agency not in catalogue.agencies:
            yield Finding(f"{where}.agency", f"no agency has the id {sign.agency!r}")
        for name in sign.applies_if:
            if name not in CONDITIONS:
                yield Finding(f"{where}.applies_if", f"no condition has the name {name!r}")
        for name in sign.unless_steps:
            if name not in steps:
                yield Finding(f"{where}.unless_steps", f"no step has the id {name!r}")
        yield from _check_facts(where, sign, today)


def _check_templates(catalogue: Catalogue) -> Iterator[Finding]:
    for template in catalogue.templates:
        where = f"templates.toml: template {template.id}"
        for text in (template.subject, *template.paragraphs):
            if re.search(r"{[^a-z_}]*}|{[^}]*$", text):
                yield Finding(where, f"has a place to fill in without a name: {text!r}")


def _check_sequels(catalogue: Catalogue) -> Iterator[Finding]:
    for event in catalogue.life_events.values():
        for name in event.sequels:
            if name not in catalogue.life_events or name == event.id:
                yield Finding(
                    f"life_events/{event.id}.toml: sequels", f"no other life event has the id {name!r}"
                )


def _check_facts(where: str, told: LetterKind | HelpAround | Sign, today: date) -> Iterator[Finding]:
    for source in told.sources:
        if source.checked_on > today:
            yield Finding(f"{where}.source", f"checked_on {source.checked_on} lies after {today}")
    if told.review_on < today:
        yield Finding(where, f"must be looked at again since {told.review_on}", is_error=False)
    yield from check_knowledge(where, told.sources, told.confidence)
