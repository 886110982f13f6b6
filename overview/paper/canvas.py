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
from overview.paper.line_ops import INKS
from overview.paper.paragraph import Paragraph
from overview.paper.tagging import Link, Tag, add_structure
from overview.paper.theme import A4
from overview.paper.typefaces import Typeface

ALLOWED_LINKS = ("https://", "tel:")
Shown = tuple[int, int, float]
"""Which lines of a paragraph (from, until) and how many points from line to line."""


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

    def marked_text(
        self, tag: Tag, text: Paragraph, left: float, baseline: float, shown: Shown | None = None
    ) -> None:
        """Draw lines of a paragraph as content of `tag`, the first on `baseline`; all of them unless told."""
        marks = self._marks[-1]
        tag.kids.append((len(self._pages), len(marks)))
        self._write(f"/{tag.kind} <</MCID {len(marks)}>> BDC")
        self.text(text, left, baseline, shown)
        self._write("EMC")
        marks.append(tag)

    def text(self, text: Paragraph, left: float, baseline: float, shown: Shown | None = None) -> None:
        """Draw lines of a paragraph within a mark or an artifact."""
        first, last, leading = shown or (0, text.count, text.leading)
        fits = True
        for face, rare in text.said:
            font = self._fonts.get(face)
            if font is None:
                font = self._fonts[face] = EmbeddedFont(face)
            fits = (not rare or font.note(rare)) and fits
        if fits and last - first == text.count:
            operators = text.operators
        else:
            operators = text.written(first, last, {face: font.renamed for face, font in self._fonts.items()})
        self._write(f"BT\n1 0 0 1 {left:.2f} {A4[1] - baseline:.2f} Tm {leading:.2f} TL\n{operators}\nET")

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
        self._marks.append([])

    def save(self) -> bytes:
        """Close the document; its bytes."""
        file = self._file
        structure = add_structure(file, self.root, self._marks[:-1], self._links, self._pages)
        add_fonts(file, self._fonts.values())
        noted: list[list[int]] = [[] for _ in self._pages]
        for link in self._links:
            noted[link.page].append(link.number)
        for at, numbers in enumerate(noted):
            file.put_links(at, numbers)
        return file.closed(structure, add_metadata(file, self._title))
