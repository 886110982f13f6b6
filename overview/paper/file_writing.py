"""The seam with reportlab: its document, given objects that are ready to be written.

reportlab keeps the pages, numbers and writes the objects, the catalogue, the cross-reference table
and the trailer. What it has no words for (tags, our fonts) is handed over as finished text. All that
we touch beyond its documented ways stands in this module, with the reason beside it. The bytes
depend on the content only: `invariant` takes the clock out.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from overview.paper.theme import A4

COMPRESSION = 1
"""Level of zlib for what is made anew for each document: 3 % larger than at level 4, a third less work."""


class PdfFile:
    """Bestand in wording: pages, and objects that are numbered as they come."""

    def __init__(self, title: str, language: str) -> None:
        self._buffer = BytesIO()
        self._canvas = _Canvas(self._buffer, pagesize=A4, pdfVersion=(1, 7), invariant=1, lang=language)
        # The canvas has no public way to its document, and only the document takes further objects.
        self._document: Any = self._canvas._doc
        self._document.info = _Information()
        self._canvas.setTitle(title)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def reserve(self) -> int:
        """A number for an object that comes later, by `put`."""
        return self.add(b"null")

    def put(self, number: int, content: str | bytes) -> None:
        """The object of a reserved number."""
        self._made(number).content = content if isinstance(content, bytes) else content.encode()

    def add(self, content: str | bytes) -> int:
        """An object; its number."""
        self._document.Reference(_Ready(content if isinstance(content, bytes) else content.encode()))
        number: int = self._document.objectcounter
        return number

    def add_stream(self, content: bytes, entries: str = "") -> int:
        """A stream (PDF 32000-1, 7.3.8), with further entries of its dictionary; its number."""
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode()
        return self.add(head + content + b"\nendstream")

    def add_packed(self, packed: bytes, entries: str = "") -> int:
        """A stream that zlib has compressed; its number."""
        return self.add_stream(packed, f"/Filter/FlateDecode{entries}")

    def add_font(self, resource: str, number: int) -> None:
        """A font by the name that pages use; all pages share one dictionary of fonts."""
        self._made(pdfdoc.BasicFonts)[resource] = f"{number} 0 R"

    def add_page(self, operators: str) -> int:
        """A page with what is drawn on it; its number."""
        self._canvas.addLiteral(operators)
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        # The list of keys that reportlab writes lacks those of tags; only this page's list is longer.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._document.Pages.pages) - 1
        page.Tabs = pdfdoc.PDFName("S")
        # Without a stream of its own, a page is written in base 85: a quarter longer and slower.
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[_Packed()])
        # The name of the file (14.4) follows from what is in it.
        self._document.updateSignature(page.stream)
        number: int = self._document.objectcounter
        return number

    def put_links(self, page: int, numbers: list[int]) -> None:
        """The link annotations of the page with this index."""
        self._document.Pages.pages[page].Annots = pdfdoc.PDFArray([f"{number} 0 R" for number in numbers])

    def closed(self, structure: int, metadata: int) -> bytes:
        """The whole file, tagged by its structure tree."""
        catalog = self._document.Catalog
        catalog.StructTreeRoot = self._made(structure)
        catalog.Metadata = self._made(metadata)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self._canvas.save()
        return self._buffer.getvalue()

    def _made(self, name: int | str) -> Any:
        document = self._document
        return document.idToObject[document.numberToId[name] if isinstance(name, int) else name]


class _Canvas(Canvas):  # type: ignore[misc]
    """reportlab's canvas without its preamble, which selects Helvetica: a font that is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class _Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """Voltooid object: written as it is, and mentioned elsewhere by its number."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """What reportlab writes."""
        return self.content


class _Packed(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]
    """reportlab's own compression, at our level."""

    def encode(self, text: str) -> bytes:
        """The stream compressed; the text is operators, so ASCII."""
        return zlib.compress(text.encode("ascii"), COMPRESSION)


class _Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """What the file says of itself: its title. A date would be false: `invariant` says the year 2000."""

    author = subject = creator = ""

    def format(self, document: Any) -> bytes:
        """What reportlab writes."""
        title = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        written: bytes = title.format(document)
        return written


def pdf_text(text: str) -> str:
    """A text string (7.9.2.2) in UTF-16, written in hexadecimal: nothing in it can end it."""
    return f"<feff{text.encode('utf-16-be', 'ignore').hex()}>"
