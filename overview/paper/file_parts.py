"""The parts of the file that reportlab does not write: fonts, structure tree, metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from reportlab.pdfbase import pdfdoc

from overview.paper.embedding import EmbeddedFont
from overview.paper.tagging import Tag, prune


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file, written as it is."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """What reportlab writes into the file."""
        return self.content


def raw_stream(dictionary: str, content: bytes) -> RawObject:
    """A stream with the entries of its dictionary as written."""
    return RawObject(
        f"<<{dictionary}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream\n"
    )


def pdf_text(text: str) -> str:
    """A text string (7.9.2.2) in UTF-16, written in hexadecimal: nothing in it can end it."""
    return f"<feff{text.encode('utf-16-be', 'ignore').hex()}>"


def _add(document: Any, made: RawObject) -> int:
    reference = document.Reference(made)
    return _number(document, reference.name)


def _number(document: Any, name: str) -> int:
    return int(document.idToObjectNumberAndVersion[name][0])


def embed_fonts(document: Any, fonts: Iterable[EmbeddedFont]) -> None:
    """The fonts with the glyphs used, where every page finds them."""
    for font in fonts:
        _embed(document, font)


def _embed(document: Any, font: EmbeddedFont) -> None:
    parts = font.parts()
    program = _add(document, raw_stream(f"/Filter/FlateDecode/Length1 {parts.length}", parts.file))
    descriptor = _add(document, RawObject(parts.descriptor + f"/FontFile2 {program} 0 R>>".encode()))
    mapped = "/Identity"
    if parts.glyph_map:
        mapped = f"{_add(document, raw_stream('/Filter/FlateDecode', parts.glyph_map))} 0 R"
    name = parts.name
    inner = _add(
        document,
        RawObject(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap {mapped}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 600/FontDescriptor {descriptor} 0 R/W".encode()
            + parts.widths
            + b">>"
        ),
    )
    unicode_map = _add(document, raw_stream("/Filter/FlateDecode", parts.to_unicode))
    whole = RawObject(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {unicode_map} 0 R>>".encode()
    )
    fonts = document.idToObject["BasicFonts"].dict
    fonts[font.face.resource] = document.Reference(whole)


def write_file(
    document: Any, root_tag: Tag, marks: list[list[Tag]], links: list[tuple[Tag, str]]
) -> Callable[[], bytes]:
    """How to write the whole file, structure tree included (14.7); to be called by reportlab.

    reportlab's own way asks each object for its text through several calls. A document has some
    hundreds of structure elements, so here they are numbered and written directly.
    """
    prune(root_tag)
    root = RawObject()
    root_number = _add(document, root)
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
        return out.closed(_number_of(document, document.Catalog), _number_of(document, document.info))

    return write


def _number_of(document: Any, made: Any) -> int:
    return _number(document, document.Reference(made).name)


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
                target = _number(self._document, self._document.annotationName(what))
                kids.append(f"<</Type/OBJR/Pg {self._page(page)} 0 R/Obj {target} 0 R>>")
        extra = f"/Lang({tag.language})" if tag.language else ""
        extra += f"/Alt{pdf_text(tag.alternative)}" if tag.alternative else ""
        extra += f"/A{tag.attributes}" if tag.attributes else ""
        self.contents[place] = f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{extra}/K[{' '.join(kids)}]>>"
        return number

    def _page(self, page: int) -> int:
        found = self._pages.get(page)
        if found is None:
            found = self._pages[page] = _number(self._document, f"Page{page + 1}")
        return found


def describe(document: Any, canvas: Any, title_text: str) -> None:
    """Title and metadata, as PDF/UA-1 wants them (7.1)."""
    title = escape(title_text)
    xmp = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()
    metadata = pdfdoc.XMP(creator=lambda _: xmp)
    metadata.filters = []
    document.Catalog.Metadata = metadata
    canvas.setTitle(title_text)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
