"""The content: what is committed holds, and what does not hold is refused with file and path."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from overview.adapters.content_files.finding import Finding
from overview.adapters.content_files.layers import ContentError
from overview.adapters.content_files.loader import CONTENT, ContentFiles
from overview.adapters.content_files.rules import check_content

TODAY = date(2026, 11, 26)
EVENT = "life_events/moving_house.toml"

Change = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "content"
    shutil.copytree(CONTENT, copied)
    return copied


def change(folder: Path, name: str, how: Change) -> None:
    path = folder / name
    before = path.read_text(encoding="utf-8")
    after = how(before)
    assert after != before, "the test changes nothing"
    path.write_text(after, encoding="utf-8")


def problems(folder: Path, today: date = TODAY) -> list[str]:
    """All errors in a folder, of shape and of rules."""
    try:
        catalogue = ContentFiles(folder).load()
    except ContentError as error:
        return error.problems
    return [str(finding) for finding in check_content(catalogue, today) if finding.is_error]


def notices(today: date) -> list[Finding]:
    return [f for f in check_content(ContentFiles().load(), today) if not f.is_error]


def test_the_content_that_is_committed_holds() -> None:
    assert problems(CONTENT) == []


@pytest.mark.parametrize(
    ("name", "how", "path", "what"),
    [
        (EVENT, lambda t: t.replace("level = 3", "level = 6", 1), "level", "less than or equal to 5"),
        (EVENT, lambda t: t.replace('done_by = "citizen"', 'done_by = "me"', 1), "done_by", "citizen"),
        (EVENT, lambda t: t.replace('unit = "days"', 'unit = "moons"', 1), "unit", "weeks"),
        (EVENT, lambda t: t.replace("level = 3", "level = 3\nsecret = 1", 1), "secret", "not permitted"),
        (EVENT, lambda t: t.replace('agency = "municipality"', 'agency = "town"', 1), "agency", "'town'"),
        (EVENT, lambda t: t.replace('"https://', '"http://', 1), "url", "pattern"),
        (EVENT, lambda t: t.replace('id = "moving_house"', 'id = "move"', 1), "id", "name of the file"),
        (EVENT, lambda t: t.replace('"old_home",', '"old_house",', 1), "questions[0]", "'old_house'"),
        (
            EVENT,
            lambda t: t.replace('applies_if = ["', 'applies_if = ["is_rich", "', 1),
            "applies_if",
            "'is_rich'",
        ),
        (
            EVENT,
            lambda t: t.replace('waits_for = ["report_move"', 'waits_for = ["nothing"', 1),
            "waits_for",
            "'nothing'",
        ),
        (
            EVENT,
            lambda t: t.replace('from = "event"', 'from = "letter:new_home"', 1),
            "step",
            "no date question",
        ),
        (
            EVENT,
            lambda t: t.replace('from = "event"', 'from = "date:2027-02-30"', 1),
            "from",
            "day is out of range",
        ),
        ("agencies.toml", lambda t: t.replace('number = "0', 'number = "O', 1), "number", "pattern"),
        (
            "letters/bailiff.toml",
            lambda t: t.replace('confidence = "low"', 'confidence = "high"', 1),
            "confidence",
            "must be low: nobody looked this up",
        ),
        (
            "agencies.toml",
            lambda t: t.replace("review_on = 2027-02-20", "review_on = 2027-09-20"),
            "channel counter",
            "more than 90 days",
        ),
        ("questions.toml", lambda t: t + '\n[[questio]]\nid = "x"\n', "questio", "unknown"),
    ],
)
def test_bad_content_is_refused_with_file_and_path(
    folder: Path, name: str, how: Change, path: str, what: str
) -> None:
    change(folder, name, how)
    found = [problem for problem in problems(folder) if what in problem]
    assert found, problems(folder)
    assert path in found[0]
    assert name.rsplit("/")[-1] in found[0]


def test_toml_that_cannot_be_read_is_refused_with_its_line(folder: Path) -> None:
    change(folder, EVENT, lambda t: t + "\nid = =\n")
    assert "line" in problems(folder)[0]


def test_steps_that_wait_for_each_other_are_refused_with_the_path(folder: Path) -> None:
    change(
        folder,
        EVENT,
        lambda t: t.replace('waits_for = ["ask_main_resident"]', 'waits_for = ["tell_others"]', 1),
    )
    change(
        folder,
        EVENT,
        lambda t: t.replace('id = "tell_others"\n', 'id = "tell_others"\nwaits_for = ["report_move"]\n'),
    )
    assert any("circle" in p and "report_move -> " in p and "tell_others" in p for p in problems(folder))


def test_a_fact_past_its_review_day_is_a_notice_the_day_after_and_never_an_error() -> None:
    first = min(
        step.review_on for event in ContentFiles().load().life_events.values() for step in event.steps
    )
    before = [f for f in notices(first) if "must be looked at again" in f.what]
    after = [f for f in notices(first + timedelta(days=1)) if "must be looked at again" in f.what]
    assert not before and after


def test_every_step_of_level_three_and_up_has_a_day() -> None:
    for event in ContentFiles().load().life_events.values():
        for step in event.steps:
            assert step.level < 3 or step.deadline is not None, step.id


def test_every_source_of_law_names_its_article() -> None:
    for event in ContentFiles().load().life_events.values():
        for step in event.steps:
            for source in step.sources:
                assert not source.law or source.article, step.id
