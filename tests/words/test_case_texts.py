"""A municipality translates its own case types and statuses in a file of its own, without touching code."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from overview.adapters.content_files.layers import ContentError
from overview.adapters.content_files.loader import CONTENT, ContentFiles
from overview.adapters.content_files.rules import check_content
from overview.domain.cases import Case, CaseStatus
from overview.domain.catalogue import Catalogue
from overview.html import Renderer
from overview.words.case_view import view_case
from overview.words.paired import PairedWords
from overview.words.speaking import Words
from overview.words.view import CaseSourceView, CaseView

TODAY = date(2026, 11, 22)
TITLE, STATUS = "Vergunning om een boom te kappen", "De boom wordt bekeken"
KINDS = f"""
[[kind]]
id = "garden_permit"
names = ["Omgevingsvergunning kap"]
title = "{TITLE}"
"""
TEXTS = f"""
[[text]]
dutch = "{TITLE}"
in = {{ en = "Permit to cut down a tree", ar = "تصريح بقطع شجرة" }}

[[text]]
dutch = "{STATUS}"
in = {{ en = "Somebody is looking at the tree" }}
"""
CASE = Case("1", TITLE, "municipality", CaseStatus.IN_PROGRESS, STATUS, None, date(2026, 11, 1))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "cases.toml").write_text(KINDS, encoding="utf-8")
    (tmp_path / "case_texts.toml").write_text(TEXTS, encoding="utf-8")
    return ContentFiles(CONTENT, tmp_path).load()


def _show(case: CaseView) -> SimpleNamespace:
    source = CaseSourceView(
        agency=case.title, read=None, problem=None, is_sample=False, cases=(case,), is_live=True
    )
    return SimpleNamespace(cases=(source,), cases_heading=case.title, cases_note=None)


def test_its_own_translation_is_said(catalogue: Catalogue) -> None:
    seen = view_case(Words("en", TODAY), CASE, catalogue)
    assert seen.title.plain == "Permit to cut down a tree"
    assert seen.own_words.plain == "Somebody is looking at the tree"


def test_a_language_that_is_missing_is_said_in_dutch_and_marked_as_dutch(catalogue: Catalogue) -> None:
    words = Words("ar", TODAY)
    seen = view_case(words, CASE, catalogue)
    assert seen.title.plain == "تصريح بقطع شجرة"
    assert seen.own_words.plain == STATUS
    assert seen.own_words.language == "nl"
    shown = Renderer("ar", words).render("cases.html", view=_show(seen))
    assert re.search(rf'lang="nl" dir="ltr"[^>]*>{STATUS}<', shown)


def test_at_a_counter_each_reads_their_own(catalogue: Catalogue) -> None:
    seen = view_case(PairedWords("ar", "nl", TODAY), CASE, catalogue)
    assert seen.title.plain == "تصريح بقطع شجرة"
    assert seen.title.beside is not None
    assert seen.title.beside.plain == TITLE
    # What both read in the same words stands there once.
    assert seen.own_words.beside is None


def test_a_translation_of_ours_gives_way_to_its_own(tmp_path: Path) -> None:
    ours = ContentFiles(CONTENT, None).load()
    title = next(kind.title for kind in ours.case_rules.kinds.values() if kind.title)
    plain = Words("en", TODAY).say(title).plain
    text = f'[[text]]\ndutch = "{title}"\nin = {{ en = "As we call it here" }}\n'
    (tmp_path / "case_texts.toml").write_text(text, encoding="utf-8")
    own = ContentFiles(CONTENT, tmp_path).load()
    case = replace(CASE, title=title)
    assert view_case(Words("en", TODAY), case, ours).title.plain == plain != title
    assert view_case(Words("en", TODAY), case, own).title.plain == "As we call it here"
    assert view_case(Words("ar", TODAY), case, own).title.plain == Words("ar", TODAY).say(title).plain


def test_the_check_warns_of_a_language_that_is_missing_and_stays_green(catalogue: Catalogue) -> None:
    kind = catalogue.case_rules.kinds["garden_permit"]
    rules = replace(catalogue.case_rules, texts={TITLE: {"en": "Permit to cut down a tree"}})
    assert kind.title == TITLE
    findings = check_content(replace(catalogue, case_rules=rules), TODAY)
    (found,) = [finding for finding in findings if "garden_permit" in finding.where]
    assert (found.is_error, "has no ar" in found.what) == (False, True)
    assert not [one for one in check_content(catalogue, TODAY) if "garden_permit" in one.where]


def test_a_language_the_portal_does_not_speak_is_refused_by_name(tmp_path: Path) -> None:
    text = f'[[text]]\ndutch = "{TITLE}"\nin = {{ fy = "In beam kapje" }}\n'
    (tmp_path / "case_texts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"case_texts\.toml"):
        ContentFiles(CONTENT, tmp_path).load()
