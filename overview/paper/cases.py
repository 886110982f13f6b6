"""The cases and the debts on the full sheet: per source, with when it was read or why it could not be."""

from __future__ import annotations

from overview.paper.blocks import Block, Frame
from overview.paper.headings import heading_block
from overview.paper.rows import Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.tagging import Tag
from overview.paper.wording import joined, personal, strong
from overview.words.text import Sentence
from overview.words.view import CaseSourceView, CaseView

_PARTS = (
    ("number", "result"),
    ("next", "answer_by"),
    ("expected", "latest"),
    ("object_by",),
)
"""What is said of a case below its status, each row in one go where the languages allow it."""


def case_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """How the cases stand."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.cases and view.cases_note is None:
        return []
    blocks = [heading_block(setter, view.cases_heading, beside.cases_heading if beside else None, parent)]
    if not view.cases and view.cases_note is not None:
        other = beside.cases_note if beside else None
        blocks.append(Block(tuple(setter.said(view.cases_note, other, parent, "body", setter.theme.width))))
    for index, source in enumerate(view.cases):
        twin = beside.cases[index] if beside and index < len(beside.cases) else None
        blocks.append(_source_block(setter, source, twin, parent.add("Sect")))
    return blocks


def debt_blocks(setter: Setter, parent: Tag) -> list[Block]:
    """What is still to be paid, per agency; never added up across them."""
    view, beside = setter.wording.view, setter.wording.beside
    if not view.debts or view.debts_heading is None or view.debts_note is None:
        return []
    blocks = [heading_block(setter, view.debts_heading, beside.debts_heading if beside else None, parent)]
    width = setter.theme.width - 10
    for index, own in enumerate(view.debts):
        twin = beside.debts[index] if beside and index < len(beside.debts) else None
        part = parent.add("Sect")
        language = view.language
        head = joined([strong(own.agency), own.total], language=language)
        rows = setter.rows(personal(head) or head, "body", part.add("H3", language), width, keeps=True)
        if twin and twin.total.plain != own.total.plain:
            rows += setter.rows(personal(twin.total) or twin.total, "beside", part.add("P", "nl"), width)
        for line, debt in enumerate(own.debts):
            other = twin.debts[line] if twin and line < len(twin.debts) else None
            rows += setter.said(personal(debt), personal(other), part, "body", width)
        blocks.append(Block(tuple(rows), before=setter.theme.base * 0.25, frame=Frame(0.0, 5.0)))
    note = setter.said(
        view.debts_note, beside.debts_note if beside else None, parent, "body", setter.theme.width
    )
    blocks.append(Block(tuple(note)))
    return blocks


def _source_block(setter: Setter, source: CaseSourceView, dutch: CaseSourceView | None, part: Tag) -> Block:
    width = setter.theme.width - 10
    language = setter.wording.view.language
    head = [strong(source.agency), *([source.read] if source.read else [])]
    rows = setter.rows(joined(head, language=language), "body", part.add("H3", language), width, keeps=True)
    if dutch and dutch.read and source.read and dutch.read.plain != source.read.plain:
        rows += setter.rows(dutch.read, "beside", part.add("P", "nl"), width, keeps=True)
    rows += setter.said(source.problem, dutch.problem if dutch else None, part, "strong", width)
    for index, case in enumerate(source.cases):
        twin = dutch.cases[index] if dutch and index < len(dutch.cases) else None
        rows += _case_rows(setter, case, twin, part, width)
    return Block(tuple(rows), before=setter.theme.base * 0.25, frame=Frame(0.0, 5.0))


def _case_rows(setter: Setter, case: CaseView, dutch: CaseView | None, part: Tag, width: float) -> list[Row]:
    rows: list[Row] = [SpaceRow(setter.theme.base * 0.2)]
    own, other = _title_and_status(case), _title_and_status(dutch) if dutch else None
    rows += setter.said(own, other, part, "strong", width, keeps=True)
    if case.has_own_words and case.own_words.plain != case.status.plain:
        rows += setter.titled("agency_says", personal(case.own_words), None, part, width)
    for names in _PARTS:
        rows += _said(setter, names, case, dutch, part, width)
    if case.late_say:
        rows += setter.titled(
            "what_to_say", personal(case.late_say), personal(case.late_say_dutch), part, width
        )
    return rows


def _said(
    setter: Setter, names: tuple[str, ...], case: CaseView, dutch: CaseView | None, part: Tag, width: float
) -> list[Row]:
    # What a register says about a citizen is personal, also where it has no date or number.
    said = [personal(getattr(case, name)) for name in names]
    other = [personal(getattr(dutch, name)) if dutch else None for name in names]
    found = [text for text in said if text]
    if len({text.language for text in found}) == 1:
        twin = [text for text in other if text]
        return setter.said(joined(found, " "), joined(twin, " ") if twin else None, part, "body", width)
    rows: list[Row] = []
    for text, beside in zip(said, other, strict=True):
        rows += setter.said(text, beside, part, "body", width)
    return rows


def _title_and_status(case: CaseView) -> Sentence | None:
    parts = [part for part in (personal(case.title), personal(case.status)) if part]
    return joined(parts, " \u2013 ") if parts else None
