"""The file as a whole: all objects, the structure tree among them, with their offsets (PDF 32000-1, 7.5)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase import pdfdoc

from overview.paper.file_parts import RawObject, add_object, number_of, pdf_text
from overview.paper.tagging import Tag, prune


def write_file(
    document: Any, root_tag: Tag, marks: list[list[Tag]], links: list[tuple[Tag, str]]
) -> Callable[[], bytes]:
    """How to write the whole file, structure tree included (14.7); to be called by reportlab.

    reportlab's own way asks each object for its text through several calls. A document has some
    hundreds of structure elements, so here they are numbered and written directly.
    """
    prune(root_tag)
    root = RawObject()
    root_number = add_object(document, root)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    for offset, (_, name) in enumerate(links):
        annotation = document.idToObject[document.annotationName(name)]
        annotation.content = annotation.content.replace(b"{parent}", str(len(marks) + offset).encode())

    def write() -> bytes:
        document.encrypt.prepare(document)
        out = _Output(f"%PDF-{document._pdfVersion[0]}.{document._pdfVersion[1]}")
        number = 1
        # Formatting an object may add further ones.
        while number in document.numberToId:
            made = document.idToObject[document.numberToId[number]]
            if made is not root:
                is_raw = isinstance(made, RawObject)
                out.add(
                    number,
                    made.content if is_raw else pdfdoc.pdfdocEnc(pdfdoc.format(made, document, toplevel=1)),
                )
            number += 1
        elements = _Elements(document, number)
        top = elements.take(root_tag, root_number)
        parents = [[elements.numbers[tag] for tag in tags] for tags in marks]
        rows = [f"{at}[{' '.join([f'{one} 0 R' for one in ones])}]" for at, ones in enumerate(parents)]
        rows += [f"{len(marks) + at} {elements.numbers[tag]} 0 R" for at, (tag, _) in enumerate(links)]
        out.add(
            root_number,
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree<</Nums[{' '.join(rows)}]>>"
            f"/ParentTreeNextKey {len(rows)}>>".encode(),
        )
        for at, content in enumerate(elements.contents):
            out.add(number + at, content.encode())
        return out.closed(_registered(document, document.Catalog), _registered(document, document.info))

    return write


def _registered(document: Any, made: Any) -> int:
    return number_of(document, document.Reference(made).name)


class _Output:
    """Het bestand in wording: objects with their offsets (7.5)."""

    def __init__(self, header: str) -> None:
        # Bytes above 127 tell that the file is not text (7.5.2).
        self._parts = [f"{header}\n%".encode() + b"\xe2\xe3\xcf\xd3\n"]
        self._size = len(self._parts[0])
        self._offsets: dict[int, int] = {}

    def add(self, number: int, content: bytes) -> None:
        """Write an object."""
        self._offsets[number] = self._size
        whole = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        self._size += len(whole)
        self._parts.append(whole)

    def closed(self, catalog: int, info: int) -> bytes:
        """The file with its cross-reference table and trailer."""
        count = len(self._offsets) + 1
        body = b"".join(self._parts)
        rows = "".join([f"{self._offsets[number]:010d} 00000 n \n" for number in range(1, count)])
        name = hashlib.md5(body, usedforsecurity=False).hexdigest()
        return (
            body
            + (
                f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n"
                f"<</Size {count}/Root {catalog} 0 R/Info {info} 0 R/ID[<{name}><{name}>]>>\n"
                f"startxref\n{self._size}\n%%EOF\n"
            ).encode()
        )


class _Elements:
    """Structuurelementen: numbered in reading order, from `first`."""

    def __init__(self, document: Any, first: int) -> None:
        self.numbers: dict[Tag, int] = {}
        self.contents: list[str] = []
        self._document, self._first = document, first
        self._pages: dict[int, int] = {}

    def take(self, tag: Tag, parent: int) -> int:
        """Write `tag` and all in it; its number."""
        number = self.numbers[tag] = self._first + len(self.contents)
        place = len(self.contents)
        self.contents.append("")
        kids: list[str] = []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kids.append(f"{self.take(kid, number)} 0 R")
                continue
            page, what = kid
            if isinstance(what, int):
                kids.append(f"<</Type/MCR/Pg {self._page(page)} 0 R/MCID {what}>>")
            else:
                target = number_of(self._document, self._document.annotationName(what))
                kids.append(f"<</Type/OBJR/Pg {self._page(page)} 0 R/Obj {target} 0 R>>")
        extra = f"/Lang({tag.language})" if tag.language else ""
        extra += f"/Alt{pdf_text(tag.alternative)}" if tag.alternative else ""
        extra += f"/A{tag.attributes}" if tag.attributes else ""
        self.contents[place] = f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{extra}/K[{' '.join(kids)}]>>"
        return number

    def _page(self, page: int) -> int:
        found = self._pages.get(page)
        if found is None:
            found = self._pages[page] = number_of(self._document, f"Page{page + 1}")
        return found
