"""A tagged PDF on reportlab's canvas: marked content, structure tree, links, metadata.

reportlab 5.1 writes pages and objects but knows no tags. Everything PDF/UA-1 asks besides
is added here with its own objects (ISO 14289-1, 7): no other tool touches the file.
Same input, same bytes: no clock, no random id.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from overview.paper.embedding import EmbeddedFont
from overview.paper.file_parts import RawObject, describe, embed_fonts, pdf_text, raw_stream
from overview.paper.file_writing import write_file
from overview.paper.line_ops import INKS, Line
from overview.paper.tagging import Tag
from overview.paper.typefaces import Typeface

A4 = (595.276, 841.89)
ALLOWED_LINKS = ("https://", "tel:")

# reportlab's page object silently drops keys that are not in this list.
if "StructParents" not in pdfdoc.PDFPage.__NoDefault__:
    pdfdoc.PDFPage.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


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
        self._fonts: dict[Typeface, EmbeddedFont] = {}
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

    def marked_line(self, tag: Tag, line: Line, left: float, baseline: float) -> None:
        """Draw a line of text that is content of `tag`."""
        marks = self._marks[-1]
        tag.kids.append((self.page, len(marks)))
        shown = self._shown(line, left, baseline)
        self._write(f"/{tag.kind} <</MCID {len(marks)}>> BDC\n{shown}\nEMC")
        marks.append(tag)

    def line(self, line: Line, left: float, baseline: float) -> None:
        """Draw a line of text within an artifact."""
        self._write(self._shown(line, left, baseline))

    def _shown(self, line: Line, left: float, baseline: float) -> str:
        fits = True
        for face, rare in line.said.items():
            font = self._fonts.get(face)
            if font is None:
                font = self._fonts[face] = EmbeddedFont(face)
            if rare:
                fits = font.note(rare) and fits
        if fits:
            shown = line.operators
        else:
            shown = line.written({face: font.renamed for face, font in self._fonts.items()})
        return f"BT\n1 0 0 1 {left:.2f} {A4[1] - baseline:.2f} Tm\n{shown}\nET"

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        thickness: float = 1.0,
        radius: float = 0.0,
    ) -> None:
        """A rectangle, with rounded corners when `radius` is given."""
        x, y, w, h, r = left, top, width, height, radius
        k = r * 0.4477  # where a quarter of a circle has its control points
        shape = f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re"
        if radius:
            shape = (
                f"{x + r:.2f} {y:.2f} m {x + w - r:.2f} {y:.2f} l "
                f"{x + w - k:.2f} {y:.2f} {x + w:.2f} {y + k:.2f} {x + w:.2f} {y + r:.2f} c "
                f"{x + w:.2f} {y + h - r:.2f} l "
                f"{x + w:.2f} {y + h - k:.2f} {x + w - k:.2f} {y + h:.2f} {x + w - r:.2f} {y + h:.2f} c "
                f"{x + r:.2f} {y + h:.2f} l "
                f"{x + k:.2f} {y + h:.2f} {x:.2f} {y + h - k:.2f} {x:.2f} {y + h - r:.2f} c "
                f"{x:.2f} {y + r:.2f} l "
                f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
            )
        self.path(f"{shape} S", thickness=thickness)

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
            RawObject(
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
        # Without this, reportlab writes the page in base 85: a quarter longer and slower.
        page.Contents = raw_stream("/Filter/FlateDecode", zlib.compress(page.stream.encode("ascii"), 4))
        page.StructParents = self.page
        page.Tabs = pdfdoc.PDFName("S")
        self._marks.append([])

    def save(self) -> bytes:
        """Close the document; its bytes."""
        self._marks.pop()
        embed_fonts(self._document, self._fonts.values())
        self._document.format = write_file(self._document, self.root, self._marks, self._links)
        describe(self._document, self._canvas, self._title)
        self._canvas.save()
        return self._buffer.getvalue()
