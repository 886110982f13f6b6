"""The rules of PDF/UA-1, by the checker itself, and proof that it sees what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, StreamObject

from overview.paper import PaperPrinter
from tests.paper.conftest import Check
from tests.paper.views import make_view

PRINTER = PaperPrinter("https://overzicht.example.nl/start", is_strict=True)


def test_every_language_sheet_size_and_length_passes_with_and_without_dutch(
    check_ua: Check, tmp_path: Path
) -> None:
    paths = []
    for language in ("nl", "en", "ar"):
        for beside in (None, "nl") if language != "nl" else (None,):
            for steps in (1, 3, 12, 40):
                view = make_view(language, steps)
                other = make_view(beside, steps) if beside else None
                for sheet in ("full", "fridge"):
                    for size in ("normal", "large"):
                        path = tmp_path / f"{language}-{beside}-{steps}-{sheet}-{size}.pdf"
                        path.write_bytes(PRINTER.print_overview(view, other, size=size, sheet=sheet))
                        paths.append(path)
    verdicts = check_ua(paths)
    assert len(verdicts) == 80
    assert not {name: verdict for name, verdict in verdicts.items() if not verdict.passes}
    assert min(verdict.assertions for verdict in verdicts.values()) > 500


def test_the_checker_refuses_seven_broken_variants(check_ua: Check, tmp_path: Path) -> None:
    whole = PRINTER.print_overview(make_view("ar", 3), make_view("nl", 3))
    paths = []
    for name, harm in BROKEN.items():
        writer = PdfWriter(clone_from=PdfReader(BytesIO(whole)))
        harm(writer)
        path = tmp_path / f"{name}.pdf"
        writer.write(path)
        paths.append(path)
    untouched = tmp_path / "untouched.pdf"
    PdfWriter(clone_from=PdfReader(BytesIO(whole))).write(untouched)
    verdicts = check_ua([*paths, untouched])
    assert verdicts.pop("untouched").passes
    assert {name: verdict.passes for name, verdict in verdicts.items()} == dict.fromkeys(BROKEN, False)


def _elements(writer: PdfWriter, kind: str | None = None) -> list[Any]:
    found = [made.get_object() for made in writer._objects if made is not None]
    elements = [made for made in found if isinstance(made, dict) and made.get("/Type") == "/StructElem"]
    return [element for element in elements if kind in (None, element["/S"])]


def _without_language(writer: PdfWriter) -> None:
    del writer.root_object["/Lang"]
    for element in _elements(writer):
        element.pop("/Lang", None)


def _figure_without_words(writer: PdfWriter) -> None:
    del _elements(writer, "/Figure")[0]["/Alt"]


def _header_without_scope(writer: PdfWriter) -> None:
    for cell in _elements(writer, "/TH"):
        del cell["/A"]


def _unmarked_content(writer: PdfWriter) -> None:
    page = writer.pages[0]
    stream = StreamObject()
    stream.set_data(page.get_contents().get_data() + b"\n10 10 20 20 re f\n")
    page[NameObject("/Contents")] = writer._add_object(stream)


def _skipped_heading(writer: PdfWriter) -> None:
    for heading in _elements(writer, "/H2"):
        heading[NameObject("/S")] = NameObject("/H3")


def _glyphs_without_letters(writer: PdfWriter) -> None:
    for made in writer._objects:
        font = made.get_object() if made is not None else None
        if isinstance(font, dict) and font.get("/Subtype") == "/Type0":
            del font["/ToUnicode"]


def _reversed_reading_order(writer: PdfWriter) -> None:
    document = _elements(writer, "/Document")[0]
    document[NameObject("/K")] = ArrayObject(reversed(document["/K"]))


BROKEN: dict[str, Callable[[PdfWriter], None]] = {
    "language": _without_language,
    "figure": _figure_without_words,
    "scope": _header_without_scope,
    "unmarked": _unmarked_content,
    "headings": _skipped_heading,
    "unicode": _glyphs_without_letters,
    "order": _reversed_reading_order,
}
