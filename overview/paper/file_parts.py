"""The parts of the file that reportlab does not write: fonts, structure tree, metadata."""

from __future__ import annotations

from collections.abc import Iterable
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


def write_tree(document: Any, root_tag: Tag, marks: list[list[Tag]], links: list[tuple[Tag, str]]) -> None:
    """The structure tree, and for each page and link the way back to it (14.7.4.4)."""
    prune(root_tag)
    root = RawObject()
    root_number = _add(document, root)
    numbers: dict[int, int] = {}
    _add_tag(document, root_tag, root_number, numbers)
    rows = [
        f"{index}[{' '.join(f'{numbers[id(tag)]} 0 R' for tag in tags)}]" for index, tags in enumerate(marks)
    ]
    for offset, (tag, name) in enumerate(links):
        key = len(marks) + offset
        rows.append(f"{key} {numbers[id(tag)]} 0 R")
        annotation = document.idToObject[document.annotationName(name)]
        annotation.content = annotation.content.replace(b"{parent}", str(key).encode())
    parents = _add(document, RawObject(f"<</Nums[{' '.join(rows)}]>>".encode()))
    root.content = (
        f"<</Type/StructTreeRoot/K {numbers[id(root_tag)]} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(rows)}>>"
    ).encode()
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _add_tag(document: Any, tag: Tag, parent: int, numbers: dict[int, int]) -> int:
    made = RawObject()
    number = numbers[id(tag)] = _add(document, made)
    kids: list[str] = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            kids.append(f"{_add_tag(document, kid, number, numbers)} 0 R")
            continue
        page, what = kid
        page_number = _number(document, f"Page{page + 1}")
        if isinstance(what, int):
            kids.append(f"<</Type/MCR/Pg {page_number} 0 R/MCID {what}>>")
        else:
            target = _number(document, document.annotationName(what))
            kids.append(f"<</Type/OBJR/Pg {page_number} 0 R/Obj {target} 0 R>>")
    extra = f"/Lang({tag.language})" if tag.language else ""
    extra += f"/Alt{pdf_text(tag.alternative)}" if tag.alternative else ""
    extra += f"/A{tag.attributes}" if tag.attributes else ""
    made.content = f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{extra}/K[{' '.join(kids)}]>>".encode()
    return number


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
