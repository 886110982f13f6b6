"""The one view model: what an overview says, in one language, for every form.

Built once by `overview.words.overview_view`; read by the HTML templates, the paper and
the command line. Everything a person reads is a `Sentence`; ids and dates stay beside it
for the forms that need them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overview.words.text import Sentence


@dataclass(frozen=True, slots=True)
class PhoneView:
    """Telefoonnummer: digits as printed, `tel` for a link, hours and cost in words."""

    number: str
    tel: str
    label: Sentence | None
    hours: Sentence | None
    cost: Sentence | None
    warning: Sentence | None


@dataclass(frozen=True, slots=True)
class AgencyView:
    """Organisatie: the Dutch name, what it does, how to reach it, its steps."""

    id: str
    kind: str
    name: Sentence
    explained: Sentence | None
    what: Sentence
    url: str
    phones: tuple[PhoneView, ...]
    find_phone: Sentence | None
    step_numbers: tuple[int, ...]
    called: Sentence | None = None
    """As one says it in a sentence ("uw verhuurder"); None where the name itself does."""
    for_events: tuple[Sentence, ...] = ()
    channels: tuple[ChannelView, ...] = ()
    """The ways beside the telephone; `detail` warns when nobody looked at one for too long."""
    languages: Sentence | None = None
    relay: Sentence | None = None
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelView:
    """Kanaal: how to do it; `target` is a tel: or https: address, or empty."""

    kind: str
    label: Sentence
    target: str
    detail: Sentence | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """Bron met datum van controle."""

    title: Sentence
    url: str
    checked: Sentence


@dataclass(frozen=True, slots=True)
class StepView:
    """Stap zoals iemand hem leest. `number` counts the displayed list (now, next, later)."""

    id: str
    number: int | None
    group: str
    kind: str
    title: Sentence
    plain_title: Sentence
    agency: AgencyView
    due: Sentence | None
    distance: Sentence | None
    due_on: date | None
    due_kind: str
    reason: Sentence
    what: Sentence
    why: Sentence
    who: Sentence | None
    question: Sentence | None
    question_id: str | None
    needs: tuple[Sentence, ...]
    effort: Sentence | None
    channels: tuple[ChannelView, ...]
    say: Sentence | None
    say_dutch: Sentence | None
    also_there: Sentence | None
    otherwise: Sentence | None
    when_late: Sentence | None
    mistake: Sentence | None
    told_conditions: tuple[Sentence, ...]
    labels: tuple[Sentence, ...]
    sources: tuple[SourceView, ...]
    terms: tuple[tuple[Sentence, Sentence], ...] = ()
    helpers: Sentence | None = None
    agreed: tuple[Sentence, ...] = ()
    """What citizen and worker agreed about this step; empty outside the counter."""
    arranged: tuple[Sentence, ...] = ()
    """Of that only who does it and when: what may hang on a fridge."""
    case: Sentence | None = None
    """How the case stands that came of this step."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Groep met kop, uitleg en stappen."""

    code: str
    heading: Sentence
    explanation: Sentence | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """Punt op de tijdlijn: a day, how far it lies (0 to 1), and the steps that fall then."""

    on: date
    day: Sentence
    distance: Sentence
    share: float
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """Zaak in woorden: generic status and the agency's own words.

    `letter` names the letter to sign that fits now; `key` names the case on a form.
    """

    title: Sentence
    status: Sentence
    status_code: str
    own_words: Sentence
    next: Sentence | None
    expected: Sentence | None
    key: str = ""
    explained: Sentence | None = None
    has_own_words: bool = True
    answer_by: Sentence | None = None
    latest: Sentence | None = None
    late_say: Sentence | None = None
    late_say_dutch: Sentence | None = None
    result: Sentence | None = None
    object_by: Sentence | None = None
    number: Sentence | None = None
    letter: str = ""
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class CaseSourceView:
    """Bron van zaken: agency, when it was read, and its cases or what went wrong."""

    agency: Sentence
    read: Sentence | None
    problem: Sentence | None
    is_sample: bool
    cases: tuple[CaseView, ...]
    is_outstanding: bool = False
    is_live: bool = False
    """Whether it is read for this citizen, so that reading anew makes sense."""
    phone: str = ""
    find_phone: Sentence | None = None
    tel: str = ""


@dataclass(frozen=True, slots=True)
class DebtsOfAgencyView:
    """Wat er bij één organisatie openstaat: its own total, and each bill in one line."""

    agency: Sentence
    total: Sentence
    debts: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """Hulp: counter, phone and hours, in the same place on every page and sheet."""

    heading: Sentence
    call: Sentence
    phone: str
    tel: str
    place: Sentence
    hours: Sentence
    example: Sentence | None


@dataclass(frozen=True, slots=True)
class HelpAroundView:
    """Hulp dichtbij: who they are, what they can do, how to reach them."""

    id: str
    name: Sentence
    what: Sentence
    for_whom: Sentence
    how: Sentence
    url: str
    phone: str
    tel: str
    is_public: bool


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
