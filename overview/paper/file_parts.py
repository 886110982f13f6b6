"""Parts of the file that reportlab does not make as we need them: fonts with their texts, metadata."""

from __future__ import annotations

from collections.abc import Iterable

from overview.paper.embedding import EmbeddedFont
from overview.paper.file_writing import PdfFile


def add_fonts(file: PdfFile, fonts: Iterable[EmbeddedFont]) -> None:
    """The fonts with the glyphs used, for every page."""
    for font in fonts:
        file.add_font(font.face.resource, _add_font(file, font))


def _add_font(file: PdfFile, font: EmbeddedFont) -> int:
    parts = font.parts()
    program = file.add_packed(parts.file, f"/Length1 {parts.length}")
    descriptor = file.add(parts.descriptor + f"/FontFile2 {program} 0 R>>".encode())
    mapped = f"{file.add_packed(parts.glyph_map)} 0 R" if parts.glyph_map else "/Identity"
    name = parts.name
    inner = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap {mapped}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/DW 600/FontDescriptor {descriptor} 0 R/W".encode()
        + parts.widths
        + b">>"
    )
    unicode_map = file.add_packed(parts.to_unicode)
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {unicode_map} 0 R>>"
    )


def add_metadata(file: PdfFile, title: str) -> int:
    """The metadata stream, as PDF/UA-1 wants it (7.1): title, and the standard it follows."""
    written = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    xmp = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{written}</rdf:li></rdf:Alt></dc:title>'
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
    return file.add_stream(xmp.encode("utf-8", "ignore"), "/Type/Metadata/Subtype/XML")
