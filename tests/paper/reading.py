"""What a reader of the PDF gets: its text, its fonts, its pictures."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """The text that pypdf takes from the file, composed."""
    return unicodedata.normalize("NFC", "\n".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages))


def poppler_text(pdf: bytes, folder: Path) -> str:
    """The text that pdftotext takes from the file, without direction marks."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True)
    return re.sub("[\u202a-\u202e\u200b]", "", unicodedata.normalize("NFC", done.stdout))


def operators(pdf: bytes) -> str:
    """The drawing operators of all pages."""
    contents = (page.get_contents() for page in PdfReader(BytesIO(pdf)).pages)
    return "\n".join(content.get_data().decode("latin-1") for content in contents if content is not None)


def one_line(text: str) -> str:
    """Text with every run of blanks as one."""
    return " ".join(text.split())


def arabic_words(text: str) -> set[str]:
    """The words in Arabic script, without punctuation."""
    return set(re.findall("[\u0621-\u0655\u0670-\u06d3]+", text))


def picture(pdf: bytes, folder: Path, dots: int = 96) -> Image.Image:
    """The first page in grey."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            str(dots),
            "-gray",
            "-f",
            "1",
            "-l",
            "1",
            "-singlefile",
            str(path),
            str(folder / "page"),
        ],
        check=True,
    )
    with Image.open(folder / "page.pgm") as image:
        return image.copy()
