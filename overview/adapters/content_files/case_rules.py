"""What must hold for kinds of cases, the steps they become, and a municipality's own translations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from i18n.catalogues import get_translations
from i18n.languages import LANGUAGES, SOURCE_LANGUAGE
from overview.adapters.content_files.finding import Finding
from overview.domain.case_kinds import CaseKind
from overview.domain.case_steps import ANSWER, OBJECT
from overview.domain.catalogue import Catalogue
from overview.domain.steps import DoneBy

_FILE: Final = "cases.toml"
_STEPS: Final = (ANSWER, OBJECT, "debt_notice", "debt_reminder", "debt_demand")


def check_cases(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """References that lead nowhere, one name for two kinds, steps out of date, texts without translation."""
    rules = catalogue.case_rules
    for step_id in _STEPS:
        if rules.steps and step_id not in rules.steps:
            yield Finding(
                f"{_FILE}: step", f"{step_id!r} is missing: such cases would ask nothing of anybody"
            )
    for step in rules.steps.values():
        if step.review_on < today:
            yield Finding(
                f"{_FILE}: step {step.id}", f"must be checked again since {step.review_on}", is_error=False
            )
    if OBJECT in rules.steps and rules.steps[OBJECT].term is None:
        yield Finding(f"{_FILE}: step {OBJECT}", "needs a deadline: the term to object")
    named: dict[str, str] = {}
    for kind in rules.kinds.values():
        yield from _check_kind(kind, catalogue)
        for name in kind.names:
            other = named.setdefault(name.casefold(), kind.id)
            if other != kind.id:
                yield Finding(f"{_FILE}: kind {kind.id}.names", f"{name!r} is also a name of {other}")
    yield from _check_texts(catalogue)


def _check_kind(kind: CaseKind, catalogue: Catalogue) -> Iterator[Finding]:
    where = f"{_FILE}: kind {kind.id}"
    if kind.agency and kind.agency not in catalogue.agencies:
        yield Finding(f"{where}.agency", f"no agency has the id {kind.agency!r}")
    steps = {step.id: step for event in catalogue.life_events.values() for step in event.steps}
    for name in (*kind.came_of, *kind.decides):
        if name not in steps:
            yield Finding(where, f"no step has the id {name!r}")
    for name in kind.came_of:
        if name in steps and steps[name].done_by is not DoneBy.CITIZEN:
            yield Finding(f"{where}.came_of", f"{name!r} is not a step of the citizen")
    for name in kind.decides:
        if name in steps and steps[name].done_by is DoneBy.CITIZEN:
            yield Finding(f"{where}.decides", f"{name!r} is a step of the citizen; an agency decides")


def _check_texts(catalogue: Catalogue) -> Iterator[Finding]:
    """A title or request that nobody translated is shown in Dutch; the municipality should know."""
    rules = catalogue.case_rules
    for kind in rules.kinds.values():
        for text in filter(None, (kind.title, kind.asks)):
            for language in LANGUAGES:
                is_known = language == SOURCE_LANGUAGE or language in rules.texts.get(text, {})
                if not is_known and get_translations(language).find(text) is None:
                    where = f"{_FILE}: kind {kind.id}"
                    yield Finding(where, f"has no {language} for {text!r}", is_error=False)
