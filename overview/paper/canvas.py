"""A tagged page: marked content, shapes, links; and the document they make together.

reportlab's canvas writes the file (`file_writing`) and knows no tags: what PDF/UA-1 asks besides
(ISO 14289-1, 7) is added by `tagging` and `file_parts`. Same input, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from overview.paper.embedding import EmbeddedFont
from overview.paper.file_parts import add_fonts, add_metadata
from overview.paper.file_writing import PdfFile, pdf_text
from overview.paper.line_ops import INKS, Line
from overview.paper.tagging import Link, Tag, add_structure
from overview.paper.theme import A4
from overview.paper.typefaces import Typeface

ALLOWED_LINKS = ("https://", "tel:")


class TaggedCanvas:
    """Blad met labels: draws marked text and shapes; coordinates in points from the top left."""

    def __init__(self, title: str, language: str) -> None:
        self._title = title
        self._file = PdfFile(title, language)
        self._operators: list[str] = []
        self._pages: list[int] = []
        self._fonts: dict[Typeface, EmbeddedFont] = {}
        self._marks: list[list[Tag]] = [[]]
        self._links: list[Link] = []
        self._write = self._operators.append
        self._ended: tuple[Tag | None, int] = (None, 0)
        self.root = Tag("Document", language)

    @property
    def page(self) -> int:
        """Index of the page being drawn."""
        return len(self._pages)

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
        """Draw a line of text that is content of `tag`; lines that follow each other are one mark."""
        operators = self._operators
        if self._ended == (tag, len(operators)):
            operators[-1] = self._shown(line, left, baseline)
        else:
            marks = self._marks[-1]
            tag.kids.append((len(self._pages), len(marks)))
            operators.append(f"/{tag.kind} <</MCID {len(marks)}>> BDC")
            operators.append(self._shown(line, left, baseline))
            marks.append(tag)
        operators.append("EMC")
        self._ended = (tag, len(operators))

    def line(self, line: Line, left: float, baseline: float) -> None:
        """Draw a line of text within an artifact."""
        self._write(self._shown(line, left, baseline))

    def _shown(self, line: Line, left: float, baseline: float) -> str:
        shown = line.operators
        for face, rare in line.said.items():
            font = self._fonts.get(face)
            if font is None:
                font = self._fonts[face] = EmbeddedFont(face)
            if rare and not font.note(rare):
                shown = ""
        if not shown:
            shown = line.written({face: font.renamed for face, font in self._fonts.items()})
        return f"BT\n1 0 0 1 {left + line.left:.2f} {A4[1] - baseline:.2f} Tm\n{shown}\nET"

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
        left, top, right, bottom = box
        uri = "".join(ch for ch in address if " " < ch < "\x7f" and ch not in "()\\<>")
        link = Link(
            self.page,
            tag,
            "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]"
            f"/Rect[{left:.2f} {A4[1] - bottom:.2f} {right:.2f} {A4[1] - top:.2f}]"
            f"/Contents{pdf_text(words)}/A<</S/URI/URI({uri})>>",
        )
        tag.kids.append(link)
        self._links.append(link)

    def next_page(self) -> None:
        """Close the page."""
        self._pages.append(self._file.add_page("\n".join(self._operators)))
        self._operators.clear()
        self._ended = (None, 0)
        self._marks.append([])

    def save(self) -> bytes:
        """Close the document; its bytes."""
        file = self._file
        structure = add_structure(file, self.root, self._marks[:-1], self._links, self._pages)
        add_fonts(file, self._fonts.values())
        for at in range(len(self._pages)):
            file.put_links(at, [link.number for link in self._links if link.page == at])
        return file.closed(structure, add_metadata(file, self._title))
