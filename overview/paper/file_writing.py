"""The seam with reportlab: its document, given objects that are ready to be written.

reportlab writes the catalogue, the page tree, the information and the trailer, and names the file
after what is in it. What it has no words for (tags, our fonts) and what comes in hundreds (parts of
the structure) is finished text with a number. All that we touch beyond its documented ways stands in
this module, with the reason beside it. The bytes depend on the content only: `invariant` takes the
clock out.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from overview.paper.theme import A4

COMPRESSION = 1
"""Level of zlib for what is made anew for each document: 3 % larger than at level 4, a third less work."""


class PdfFile:
    """Bestand in wording: pages, and objects that are numbered as they come."""

    def __init__(self, title: str, language: str) -> None:
        self._document = _Document(title, language)
        self._first: int = self._document.objectcounter + 1
        self._objects: list[str | bytes] = []
        self._pages: list[tuple[int, int]] = []
        self._fonts: list[str] = []

    def reserve(self) -> int:
        """A number for an object that comes later, by `put`."""
        return self.add("")

    def put(self, number: int, content: str | bytes) -> None:
        """The object of a reserved number; what is text is ASCII."""
        self._objects[number - self._first] = content

    def add(self, content: str | bytes) -> int:
        """An object; its number."""
        self._objects.append(content)
        return self._first + len(self._objects) - 1

    def add_stream(self, content: bytes, entries: str = "") -> int:
        """A stream (PDF 32000-1, 7.3.8), with further entries of its dictionary; its number."""
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode()
        return self.add(head + content + b"\nendstream")

    def add_packed(self, packed: bytes, entries: str = "") -> int:
        """A stream that zlib has compressed; its number."""
        return self.add_stream(packed, f"/Filter/FlateDecode{entries}")

    def add_font(self, resource: str, number: int) -> None:
        """A font by the name that pages use; all pages share one dictionary of fonts."""
        self._fonts.append(f"/{resource} {number} 0 R")

    def add_page(self, operators: str) -> int:
        """A page with what is drawn on it; its number."""
        packed = zlib.compress(operators.encode("ascii"), COMPRESSION)
        # The name of the file (14.4) follows from what is in it.
        self._document.updateSignature(packed)
        number = self.reserve()
        self._pages.append((number, self.add_packed(packed)))
        return number

    def put_links(self, page: int, links: list[int]) -> None:
        """Close the page with this index, with its link annotations."""
        number, contents = self._pages[page]
        notes = f"/Annots[{' '.join([f'{link} 0 R' for link in links])}]" if links else ""
        parent = self._document.tree_number
        self.put(
            number,
            f"<</Type/Page/Parent {parent} 0 R/Contents {contents} 0 R/StructParents {page}/Tabs/S{notes}>>",
        )

    def closed(self, structure: int, metadata: int) -> bytes:
        """The whole file, tagged by its structure tree."""
        document = self._document
        catalog = document.Catalog
        catalog.StructTreeRoot, catalog.Metadata = f"{structure} 0 R", f"{metadata} 0 R"
        document.Pages.hold([number for number, _ in self._pages], self._fonts)
        return document.written(self._objects)


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """reportlab's document, writing ready objects as they are; its own come after them."""

    def __init__(self, title: str, language: str) -> None:
        super().__init__(invariant=1, pdfVersion=(1, 7), lang=language)
        self.setTitle(title)
        self.info = _Information(title)
        self.Pages = self.Catalog.Pages = _Pages()
        self.Reference(self.Pages)
        # A page has to have the number of what holds it before that is written.
        self.tree_number: int = self.objectcounter
        catalog = self.Catalog
        catalog.Outlines = None
        catalog.MarkInfo = "<</Marked true>>"
        catalog.ViewerPreferences = "<</DisplayDocTitle true>>"

    def written(self, ready: list[str | bytes]) -> bytes:
        """The bytes of the file; reportlab's own loop takes six calls and a table for each object."""
        before = self.objectcounter
        numbered = dict(enumerate(ready, before + 1))
        self.objectcounter += len(ready)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        out: list[bytes] = list(pdfdoc.PDFFile(self._pdfVersion).strings)
        end = sum(map(len, out))
        places: list[int] = []
        for number in range(1, self.objectcounter + 1):
            content = numbered.get(number)
            if content is None:
                content = self.idToObject[self.numberToId[number]].format(self)
            text = content if isinstance(content, bytes) else content.encode("ascii")
            made = b"%d 0 obj\n%b\nendobj\n" % (number, text)
            places.append(end)
            end += len(made)
            out.append(made)
        out.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out += [b"%010d 00000 n \n" % place for place in places]
        trailer = pdfdoc.PDFTrailer(end, Size=len(places) + 1, Root=root, Info=info, ID=self.ID())
        out.append(trailer.format(self))
        return b"".join(out)


class _Pages(pdfdoc.PDFPages):  # type: ignore[misc]
    """reportlab's page tree, with what all pages share and pages that are already written."""

    __NoDefault__ = ("Kids", "Count", "MediaBox", "Resources")

    def hold(self, pages: list[int], fonts: list[str]) -> None:
        """The numbers of the pages, and the fonts by their names."""
        self.Kids = f"[{' '.join([f'{number} 0 R' for number in pages])}]"
        self.Count = len(pages)
        self.MediaBox = f"[0 0 {A4[0]} {A4[1]}]"
        self.Resources = f"<</Font<<{''.join(fonts)}>>>>"

    def check_format(self, document: Any) -> None:
        """Nothing to look up: the pages have their numbers."""


class _Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """What the file says of itself: its title. A date would be false: `invariant` says the year 2000."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def format(self, document: Any) -> bytes:
        """What reportlab writes."""
        title = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        written: bytes = title.format(document)
        return written


def pdf_text(text: str) -> str:
    """A text string (7.9.2.2) in UTF-16, written in hexadecimal: nothing in it can end it."""
    return f"<feff{text.encode('utf-16-be', 'ignore').hex()}>"
