"""The whole overview, as a form shows it."""

from __future__ import annotations

from dataclasses import dataclass

from overview.words.text import Sentence
from overview.words.view.agencies import AgencyView, HelpAroundView, HelpView
from overview.words.view.cases import CaseSourceView, DebtsOfAgencyView
from overview.words.view.steps import GroupView, MarkView, StepView


@dataclass(frozen=True, slots=True)
class SignView:
    """Vroegsignaal: what may be for this citizen, and where to check; never a promise."""

    id: str
    title: Sentence
    text: Sentence
    check: Sentence
    agency: Sentence
    url: str


@dataclass(frozen=True, slots=True)
class TogetherView:
    """Wat samen is afgesproken: for the whole overview, beside what stands with each step."""

    heading: Sentence
    goals_heading: Sentence
    goals: tuple[Sentence, ...]
    lines: tuple[Sentence, ...]
    not_needed_heading: Sentence
    not_needed: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Persoonlijk overzicht in één taal."""

    language: str
    direction: str
    title: Sentence
    situation: Sentence
    nothing_kept: Sentence
    groups: tuple[GroupView, ...]
    warnings: tuple[Sentence, ...]
    timeline_heading: Sentence
    timeline: tuple[MarkView, ...]
    agencies_heading: Sentence
    agencies: tuple[AgencyView, ...]
    cases_heading: Sentence
    cases: tuple[CaseSourceView, ...]
    help: HelpView
    made_on: Sentence
    renew: Sentence
    check_note: Sentence | None
    terms_heading: Sentence
    terms: tuple[tuple[Sentence, Sentence], ...]
    words: dict[str, Sentence]
    signs_heading: Sentence | None = None
    signs: tuple[SignView, ...] = ()
    sequels: tuple[tuple[str, Sentence], ...] = ()
    help_around_heading: Sentence | None = None
    help_around: tuple[HelpAroundView, ...] = ()
    together: TogetherView | None = None
    cases_note: Sentence | None = None
    """Why there are no cases here, where that needs saying."""
    debts_heading: Sentence | None = None
    debts: tuple[DebtsOfAgencyView, ...] = ()
    debts_note: Sentence | None = None

    @property
    def has_live_cases(self) -> bool:
        """Whether cases are read for this citizen."""
        return any(source.is_live for source in self.cases)

    @property
    def case_letters(self) -> frozenset[str]:
        """The letters to sign that fit one of the cases."""
        return frozenset(case.letter for source in self.cases for case in source.cases if case.letter)

    @property
    def is_reading(self) -> bool:
        """Whether a source has not answered yet."""
        return any(source.is_outstanding for source in self.cases)

    @property
    def now(self) -> tuple[StepView, ...]:
        """The steps under Now."""
        return next((group.steps for group in self.groups if group.code == "now"), ())

    @property
    def all_steps(self) -> tuple[StepView, ...]:
        """Every step, in the order shown."""
        return tuple(step for group in self.groups for step in group.steps)
