"""Cases, their sources and debts, as a form shows them."""

from __future__ import annotations

from dataclasses import dataclass

from overview.words.text import Sentence


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
