"""One opened case in words: how it went, what is still to come, and its documents."""

from __future__ import annotations

from dataclasses import dataclass

from overview.domain.case_details import CaseDetails, StatusLine
from overview.domain.cases import Case
from overview.domain.catalogue import Catalogue
from overview.words.case_text import mark_personal, say_case_text
from overview.words.speaking import Words
from overview.words.text import Sentence


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Document: its title, day and size, and where to get it."""

    title: Sentence
    about: Sentence | None
    address: str


@dataclass(frozen=True, slots=True)
class CaseDetailsView:
    """Eén zaak in detail, in woorden. `documents` None: they cannot be read here."""

    reached: tuple[Sentence, ...]
    coming: tuple[Sentence, ...]
    documents: tuple[DocumentView, ...] | None


def view_details(words: Words, case: Case, details: CaseDetails, catalogue: Catalogue) -> CaseDetailsView:
    """What was fetched of this case, with its dates in words."""
    documents = None
    if details.documents is not None:
        documents = tuple(
            DocumentView(
                mark_personal(words.dutch(document.title)) if document.title else words.say("Document"),
                words.day(document.on) if document.on else None,
                f"/cases/{case.source}/{case.id}/{document.id}",
            )
            for document in details.documents
        )
    return CaseDetailsView(
        tuple(_say_line(words, line, catalogue) for line in details.reached),
        tuple(_say_line(words, line, catalogue) for line in details.coming),
        documents,
    )


def _say_line(words: Words, line: StatusLine, catalogue: Catalogue) -> Sentence:
    text = say_case_text(words, catalogue, line.text)
    return words.join([words.day(line.on), text], ": ") if line.on else text
