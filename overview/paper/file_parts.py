"""The parts of the file that reportlab does not write: fonts, structure tree, metadata."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from reportlab.pdfbase import pdfdoc

from overview.paper.embedding import EmbeddedFont


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


def add_object(document: Any, made: RawObject) -> int:
    """Register an object; its number."""
    reference = document.Reference(made)
    return number_of(document, reference.name)


def number_of(document: Any, name: str) -> int:
    """The number of the object that is registered under `name`."""
    return int(document.idToObjectNumberAndVersion[name][0])


def embed_fonts(document: Any, fonts: Iterable[EmbeddedFont]) -> None:
    """The fonts with the glyphs used, where every page finds them."""
    for font in fonts:
        _embed(document, font)


def _embed(document: Any, font: EmbeddedFont) -> None:
    parts = font.parts()
    program = add_object(document, raw_stream(f"/Filter/FlateDecode/Length1 {parts.length}", parts.file))
    descriptor = add_object(document, RawObject(parts.descriptor + f"/FontFile2 {program} 0 R>>".encode()))
    mapped = "/Identity"
    if parts.glyph_map:
        mapped = f"{add_object(document, raw_stream('/Filter/FlateDecode', parts.glyph_map))} 0 R"
    name = parts.name
    inner = add_object(
        document,
        RawObject(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap {mapped}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 600/FontDescriptor {descriptor} 0 R/W".encode()
            + parts.widths
            + b">>"
        ),
    )
    unicode_map = add_object(document, raw_stream("/Filter/FlateDecode", parts.to_unicode))
    whole = RawObject(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {unicode_map} 0 R>>".encode()
    )
    fonts = document.idToObject["BasicFonts"].dict
    fonts[font.face.resource] = document.Reference(whole)


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
