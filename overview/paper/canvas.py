"""A tagged PDF on reportlab's canvas: marked content, structure tree, links, metadata.

reportlab 5.1 writes pages and objects but knows no tags. Everything PDF/UA-1 asks besides
is added here with its own objects (ISO 14289-1, 7): no other tool touches the file.
Same input, same bytes: no clock, no random id.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from overview.paper.embedding import Codes, EmbeddedFont
from overview.paper.line_ops import INKS, Line
from overview.paper.tagging import Tag, prune

A4 = (595.276, 841.89)
ALLOWED_LINKS = ("https://", "tel:")

# reportlab's page object silently drops keys that are not in this list.
if "StructParents" not in pdfdoc.PDFPage.__NoDefault__:
    pdfdoc.PDFPage.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file, written as it is."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        return self.content


def _stream(dictionary: str, content: bytes) -> _Raw:
    return _Raw(f"<<{dictionary}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream\n")


def pdf_text(text: str) -> str:
    """A text string (7.9.2.2) in UTF-16, written in hexadecimal: nothing in it can end it."""
    return f"<feff{text.encode('utf-16-be', 'ignore').hex()}>"


class TaggedCanvas:
    """Blad met labels: draws marked text and shapes; coordinates in points from the top left."""

    def __init__(self, title: str, language: str) -> None:
        self._buffer = BytesIO()
        self._title, self._language = title, language
        self._canvas = Canvas(self._buffer, pagesize=A4, invariant=1, lang=language, pageCompression=1)
        # The usual preamble selects Helvetica, which is not embedded.
        self._canvas._make_preamble = lambda: None
        self._canvas._preamble = "1 0 0 1 0 0 cm"
        self._document = self._canvas._doc
        self._fonts: dict[str, EmbeddedFont] = {}
        self._marks: list[list[Tag]] = [[]]
        self._links: list[tuple[Tag, str]] = []
        self.root = Tag("Document", language)

    @property
    def page(self) -> int:
        """Index of the page being drawn."""
        return len(self._marks) - 1

    def _write(self, operators: str) -> None:
        self._canvas._code.append(operators)

    @contextmanager
    def mark(self, tag: Tag) -> Iterator[None]:
        """What is drawn inside is content of `tag`."""
        marks = self._marks[-1]
        tag.kids.append((self.page, len(marks)))
        self._write(f"/{tag.kind} <</MCID {len(marks)}>> BDC")
        marks.append(tag)
        yield
        self._write("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is decoration, or repeated on each page ("Pagination")."""
        self._write(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._write("EMC")

    def line(self, line: Line, left: float, baseline: float) -> None:
        """Draw a line of text; call within `mark` or `artifact`."""
        renamed: dict[str, Codes] = {}
        for run in line.runs:
            face = run.shapes[0].face
            font = self._fonts.get(face.resource)
            if font is None:
                font = self._fonts[face.resource] = EmbeddedFont(face)
            codes = font.note(run.shapes)
            if codes:
                renamed[face.resource] = {**renamed.get(face.resource, {}), **codes}
        operators = line.written(renamed) if renamed else line.operators
        self._write(f"q 1 0 0 1 {left:.2f} {A4[1] - baseline:.2f} cm\n{operators}\nQ")

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        thickness: float = 1.0,
        radius: float = 0.0,
        ink: str = "black",
        fill: str = "",
    ) -> None:
        """A rectangle, with rounded corners when `radius` is given."""
        c = self._canvas
        c._code.append(
            f"q {INKS[ink].replace('rg', 'RG').replace('g', 'G')} {INKS[fill or 'white']} {thickness:g} w"
        )
        stroke, filled = int(thickness > 0), int(bool(fill))
        c.roundRect(left, A4[1] - top - height, width, height, radius, stroke=stroke, fill=filled)
        self._write("Q")

    def path(self, operators: str, *, ink: str = "black", thickness: float = 1.0) -> None:
        """A path in PDF operators with y downwards from the top of the page."""
        stroke = INKS[ink].replace("rg", "RG").replace("g", "G")
        self._write(f"q 1 0 0 -1 0 {A4[1]:.2f} cm {INKS[ink]} {stroke} {thickness:g} w 1 J 1 j {operators} Q")

    def link(self, tag: Tag, address: str, words: str, box: tuple[float, float, float, float]) -> None:
        """A clickable area (left, top, right, bottom) inside `tag`; only web pages and phones."""
        if not address.startswith(ALLOWED_LINKS):
            return
        name = f"Link{len(self._links)}"
        left, top, right, bottom = box
        uri = "".join(ch for ch in address if " " < ch < "\x7f" and ch not in "()\\<>")
        self._canvas._addAnnotation(
            _Raw(
                f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent {{parent}}"
                f"/Rect[{left:.2f} {A4[1] - bottom:.2f} {right:.2f} {A4[1] - top:.2f}]"
                f"/Contents{pdf_text(words)}/A<</S/URI/URI({uri})>>>>".encode()
            ),
            name,
        )
        tag.kids.append((self.page, name))
        self._links.append((tag, name))

    def next_page(self) -> None:
        """Close the page."""
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.StructParents = self.page
        page.Tabs = pdfdoc.PDFName("S")
        self._marks.append([])

    def save(self) -> bytes:
        """Close the document; its bytes."""
        self._marks.pop()
        for font in self._fonts.values():
            self._embed(font)
        self._write_tree()
        self._describe()
        self._canvas.save()
        return self._buffer.getvalue()

    def _add(self, made: _Raw, name: str | None = None) -> int:
        reference = self._document.Reference(made, name)
        return int(self._document.idToObjectNumberAndVersion[reference.name][0])

    def _number(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _embed(self, font: EmbeddedFont) -> None:
        packed, length = font.file()
        program = self._add(_stream(f"/Filter/FlateDecode/Length1 {length}", packed))
        descriptor = self._add(_Raw(font.descriptor() + f"/FontFile2 {program} 0 R>>".encode()))
        glyph_map = font.glyph_map()
        mapped = f"{self._add(_stream('/Filter/FlateDecode', glyph_map))} 0 R" if glyph_map else "/Identity"
        name = font.name
        inner = self._add(
            _Raw(
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap {mapped}"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/DW 600/FontDescriptor {descriptor} 0 R/W".encode()
                + font.widths()
                + b">>"
            )
        )
        unicode_map = self._add(_stream("/Filter/FlateDecode", font.to_unicode()))
        whole = _Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{inner} 0 R]/ToUnicode {unicode_map} 0 R>>".encode()
        )
        fonts = self._document.idToObject["BasicFonts"].dict
        fonts[font.face.resource] = self._document.Reference(whole)

    def _write_tree(self) -> None:
        prune(self.root)
        root = _Raw()
        root_number = self._add(root)
        numbers: dict[int, int] = {}
        self._add_tag(self.root, root_number, numbers)
        rows = [
            f"{index}[{' '.join(f'{numbers[id(tag)]} 0 R' for tag in tags)}]"
            for index, tags in enumerate(self._marks)
        ]
        for offset, (tag, name) in enumerate(self._links):
            key = len(self._marks) + offset
            rows.append(f"{key} {numbers[id(tag)]} 0 R")
            annotation = self._document.idToObject[self._document.annotationName(name)]
            annotation.content = annotation.content.replace(b"{parent}", str(key).encode())
        parents = self._add(_Raw(f"<</Nums[{' '.join(rows)}]>>".encode()))
        root.content = (
            f"<</Type/StructTreeRoot/K {numbers[id(self.root)]} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(rows)}>>"
        ).encode()
        self._document.Catalog.StructTreeRoot = root
        self._document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _add_tag(self, tag: Tag, parent: int, numbers: dict[int, int]) -> int:
        made = _Raw()
        number = numbers[id(tag)] = self._add(made)
        kids: list[str] = []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kids.append(f"{self._add_tag(kid, number, numbers)} 0 R")
                continue
            page, what = kid
            page_number = self._number(f"Page{page + 1}")
            if isinstance(what, int):
                kids.append(f"<</Type/MCR/Pg {page_number} 0 R/MCID {what}>>")
            else:
                target = self._number(self._document.annotationName(what))
                kids.append(f"<</Type/OBJR/Pg {page_number} 0 R/Obj {target} 0 R>>")
        extra = f"/Lang({tag.language})" if tag.language else ""
        extra += f"/Alt{pdf_text(tag.alternative)}" if tag.alternative else ""
        extra += f"/A{tag.attributes}" if tag.attributes else ""
        made.content = f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{extra}/K[{' '.join(kids)}]>>".encode()
        return number

    def _describe(self) -> None:
        title = escape(self._title)
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
        self._document.Catalog.Metadata = metadata
        canvas = self._canvas
        canvas.setTitle(self._title)
        canvas.setAuthor("")
        canvas.setSubject("")
        canvas.setCreator("")
        canvas.setViewerPreference("DisplayDocTitle", "true")
