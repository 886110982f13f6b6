"""What the documents promise is there: commands, options, files, pictures, dependencies."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|mnt|Users)/\w")
IN_THE_PROJECT = re.compile(
    r"`((?:app\.py|\.ci|\.venv|docs|i18n|overview|pages|pyproject\.toml|requirements|static|tests)[\w./-]*)`"
)
MADE_ON_THE_WAY = (".venv",)


def run(*command: str) -> str:
    """What a command prints, wide enough that no option is broken over two lines."""
    surroundings = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@cache
def help_of(*command: str) -> str:
    return run(sys.executable, "-m", "overview", *command, "--help")


def tracked_files() -> list[Path]:
    return [path for line in run("git", "ls-files").splitlines() if (path := ROOT / line).is_file()]


def test_every_make_target_in_the_readme_exists() -> None:
    listed = set(re.findall(r"^  make (\S+)", run("make", "help"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)(?=[`\s])", "\n".join(re.findall(r"`+[^`]+`+", README))))
    assert {"run", "test", "check"} <= named
    assert named <= listed


def test_every_command_in_the_documents_exists_with_its_options() -> None:
    lines = [
        line
        for document in DOCUMENTS
        for line in re.findall(r"python -m overview ([a-z][^`\n]*)", document.read_text("utf-8"))
    ]
    assert {line.split()[0] for line in lines} >= {"events", "plan", "pdf", "check", "languages", "bench"}
    for line in lines:
        command, *_ = line.split()
        offered = help_of(command)
        for option in re.findall(r"--[a-z]+", line):
            assert option in offered, f"{command} has no {option}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_picture_and_link_in_a_document_leads_to_a_file(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8"))
    for target in targets:
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_named_in_a_document_exists(document: Path) -> None:
    for name in IN_THE_PROJECT.findall(document.read_text("utf-8")):
        if not name.startswith(MADE_ON_THE_WAY):
            assert (ROOT / name).exists(), name


def test_every_decision_stands_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def test_the_readme_gives_a_reason_for_every_direct_dependency() -> None:
    pinned = (ROOT / "requirements.txt").read_text("utf-8")
    direct = re.findall(r"^([\w-]+)==", pinned.split("# Brought along")[0], re.MULTILINE)
    table = README.split("## What it depends on")[1]
    assert re.findall(r"^\| ([\w-]+) \| \w", table, re.MULTILINE)[1:] == direct


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    for line in (ROOT / name).read_text("utf-8").splitlines():
        assert (
            not line or line.startswith(("#", "-r requirements.txt")) or re.fullmatch(r"[\w-]+==[\w.]+", line)
        )


def test_no_tracked_file_names_a_path_of_one_machine() -> None:
    found = []
    for path in tracked_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in MACHINE_PATH.finditer(text)]
    assert found == []
