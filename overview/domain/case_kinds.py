"""Kinds of cases as content describes them: what their statuses mean, and which steps they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from overview.domain.cases import Case, CaseStatus
from overview.domain.steps import Source, Term


@dataclass(frozen=True, slots=True)
class CaseKind:
    """Zaaktype: what we know of one kind of case. `names` are what registers call it.

    `statuses` maps a status text of the register to a generic status. `asks` says what the citizen
    must do when the case waits for them. `answer_within` is the term a letter of this kind gives for
    that, advised only: the letter counts. `came_of` are steps by which such a case begins,
    `decides` steps of an agency that its decision ends. `has_decision` None: the register says it.
    """

    id: str
    names: tuple[str, ...]
    title: str = ""
    agency: str = ""
    statuses: Mapping[str, CaseStatus] = field(default_factory=dict)
    asks: str = ""
    answer_within: Term | None = None
    came_of: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    has_decision: bool | None = None


@dataclass(frozen=True, slots=True)
class CaseRules:
    """Regels voor zaken: the kinds, what statuses mean everywhere, and the steps cases become.

    `statuses` holds for every kind that does not say otherwise. `texts` are translations that a
    municipality gives of its own case texts: Dutch text, then language, then translation.
    """

    kinds: Mapping[str, CaseKind] = field(default_factory=dict)
    statuses: Mapping[str, CaseStatus] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    steps: Mapping[str, CaseStep] = field(default_factory=dict)

    def find_kind(self, *names: str) -> CaseKind | None:
        """The kind a register calls by one of `names` (upper and lower case are the same)."""
        wanted = {name.casefold() for name in names if name}
        return next(
            (kind for kind in self.kinds.values() if wanted & {own.casefold() for own in kind.names}), None
        )

    def find_status(self, kind: CaseKind | None, *texts: str) -> CaseStatus | None:
        """The generic status that content gives to one of `texts`; None: content does not know it."""
        for table in (kind.statuses if kind else {}, self.statuses):
            folded = {text.casefold(): status for text, status in table.items()}
            for text in texts:
                if text and text.casefold() in folded:
                    return folded[text.casefold()]
        return None

    def kind_of(self, case: Case) -> CaseKind | None:
        """What content knows of the kind of this case."""
        return self.kinds.get(case.kind)


@dataclass(frozen=True, slots=True)
class CaseStep:
    """Stap die uit een zaak of een schuld komt: its words, level and sources, from content."""

    id: str
    title: str
    what: str
    why: str
    otherwise: str
    when_late: str
    level: int
    kind: str
    review_on: date
    sources: tuple[Source, ...]
    say: str = ""
    mistake: str = ""
    term: Term | None = None
