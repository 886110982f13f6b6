"""The command line: its form is stable, its refusals are one sentence and exit code 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from overview.cli.main import main

ROOT = Path(__file__).parents[2]
GERARD = str(ROOT / "overview" / "content" / "demo" / "gerard.json")
TODAY = ("--today", "2026-11-26")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command as a person would type it: exit code, standard output, standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["overview", *arguments])
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_the_plan_has_exactly_the_fields_operators_rely_on(run: Any) -> None:
    code, out, _ = run("plan", "--input", GERARD, *TODAY)
    made = json.loads(out)
    assert code == 0
    assert set(made) == {"today", "language", "steps", "questions_first", "warnings"}
    fields = [
        *("id", "life_events", "title", "agency", "done_by", "group", "position", "certainty", "question"),
        *("due_on", "due_kind", "effective_due_on", "earliest_on", "consequence", "waits_for", "lead_days"),
        *("reason", "sources"),
    ]
    for step in made["steps"]:
        assert list(step) == fields
        assert list(step["reason"]) == ["code", "text"]
        assert [list(source) for source in step["sources"]] == [["title", "url", "checked_on", "seen"]] * len(
            step["sources"]
        )


def test_positions_count_the_placed_steps_and_groups_come_in_order(run: Any) -> None:
    made = json.loads(run("plan", "--input", GERARD, *TODAY)[1])
    positions = sorted(step["position"] for step in made["steps"] if step["position"] is not None)
    assert positions == list(range(1, len(positions) + 1))
    order = ["now", "next", "later", "maybe", "waiting", "done"]
    shown = [order.index(step["group"]) for step in made["steps"]]
    assert shown == sorted(shown)


def test_gerard_first_reports_his_new_address_within_five_days(run: Any) -> None:
    first = json.loads(run("plan", "--input", GERARD, *TODAY)[1])["steps"][0]
    assert (first["id"], first["due_on"], first["due_kind"]) == ("report_move", "2026-11-25", "hard")


def test_events_list_their_questions_with_choices(run: Any) -> None:
    events = json.loads(run("events")[1])
    [move] = [event for event in events if event["id"] == "moving_house"]
    assert list(move) == ["id", "title", "questions"]
    for question in move["questions"]:
        assert list(question) == ["id", "text", "kind", "about", "choices"]
        assert question["kind"] in ("choice", "date")
        assert question["about"] in ("event", "household")


def test_languages_say_how_complete_they_are_and_dutch_is_complete(run: Any) -> None:
    found = json.loads(run("languages")[1])
    assert [list(language) for language in found] == [
        ["language", "strings", "translated", "checked_by"]
    ] * len(found)
    [dutch] = [language for language in found if language["language"] == "nl"]
    assert dutch["strings"] == dutch["translated"]


def test_the_content_and_the_languages_pass_the_check(run: Any) -> None:
    code, out, _ = run("check", *TODAY)
    assert code == 0, out


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_sheet_is_printed(run: Any, tmp_path: Path, language: str) -> None:
    out = tmp_path / "sheet.pdf"
    assert (
        run("pdf", "--input", GERARD, "--language", language, "--beside", "nl", "--out", str(out), *TODAY)[0]
        == 0
    )
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("plan",), "--input"),
        (("plan", "--input", "nowhere.json"), "--input"),
        (("plan", "--input", "."), "--input"),
        (("plan", "--input", GERARD, "--language", "xx"), "--language"),
        (("plan", "--input", GERARD, "--today", "2026-02-30"), "--today"),
        (("plan", "--input", GERARD, "--today", "tomorrow"), "--today"),
        (("plan", "--input", GERARD, "--format", "xml"), "--format"),
        (("plan", "--input", GERARD, "--colour", "blue"), "--colour"),
        (("pdf", "--input", GERARD), "--out"),
        (("pdf", "--input", GERARD, "--out", "nowhere/x.pdf"), "--out"),
        (("pdf", "--input", GERARD, "--out", "x.pdf", "--sheet", "wall"), "--sheet"),
        (("pdf", "--input", GERARD, "--out", "x.pdf", "--size", "tiny"), "--size"),
        (("pdf", "--input", GERARD, "--out", "x.pdf", "--beside", "xx"), "--beside"),
        (("bench", "--only", "moon"), "--only"),
        (("events", "--format", "xml"), "--format"),
        (("dance",), "dance"),
    ],
)
def test_a_refusal_is_one_sentence_that_names_the_field_with_exit_code_two(
    run: Any, arguments: tuple[str, ...], named: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert named in err
    assert len(err.strip().splitlines()) == 1


def test_a_large_file_is_refused_unread(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b'{"life_events": [' + b" " * 12_000_000 + b"]}")
    code, _, err = run("plan", "--input", str(path))
    assert code == 2
    assert "--input" in err


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "overview", "plan"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
