"""The structure tree: what each mark on the pages is, in reading order (PDF 32000-1, 14.7, 14.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from overview.paper.file_writing import PdfFile, pdf_text


@dataclass(eq=False, slots=True)
class Link:
    """Aanklikbaar vlak on a page; `opening` is its annotation dictionary, still to be closed."""

    page: int
    tag: Tag
    opening: str
    number: int = 0


@dataclass(eq=False, slots=True)
class Tag:
    """Structuurelement: kind ("P", "H1", "LI" ...), language, attributes, and what it holds.

    `kids` are further tags, marked content `(page, mcid)` or a link.
    """

    kind: str
    language: str = ""
    alternative: str = ""
    attributes: str = ""
    kids: list[Tag | tuple[int, int] | Link] = field(default_factory=list)
    parent: Tag | None = None
    number: int = 0

    def add(self, kind: str, language: str = "", *, attributes: str = "", alternative: str = "") -> Tag:
        """A new tag inside this one, after what is there."""
        child = Tag(kind, language, alternative, attributes, [], self)
        self.kids.append(child)
        return child

    def put_last(self, child: Tag) -> None:
        """Move a tag to the end: it is read after all others in this one."""
        self.kids.remove(child)
        self.kids.append(child)

    def list_of(self, numbering: str = "None") -> Tag:
        """A list; `numbering` is a ListNumbering name (Decimal, Disc, None)."""
        return self.add("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")

    def header_cell(self) -> Tag:
        """A table header cell over its column."""
        return self.add("TH", attributes="<</O/Table/Scope/Column>>")


def prune(tag: Tag) -> bool:
    """Drop tags that never got content (14.7.2 has no use for them); says whether any is left."""
    tag.kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or prune(kid)]
    return bool(tag.kids)


def add_structure(
    file: PdfFile, root: Tag, marks: Sequence[Sequence[Tag]], links: Sequence[Link], pages: Sequence[int]
) -> int:
    """The structure tree in the file (14.7.2), links included; the number of its root.

    `marks` are the tags of the marked content of each page, in the order of their ids; `pages` are
    the object numbers of the pages. The key of a page in the parent tree is its index (14.7.4.4).
    """
    for at, link in enumerate(links):
        link.number = file.add(f"{link.opening}/StructParent {len(pages) + at}>>")
    prune(root)
    tree = file.reserve()
    _add_element(file, root, tree, pages)
    rows = [f"{at}[{' '.join([f'{tag.number} 0 R' for tag in tags])}]" for at, tags in enumerate(marks)]
    rows += [f"{len(pages) + at} {link.tag.number} 0 R" for at, link in enumerate(links)]
    file.put(
        tree,
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree<</Nums[{' '.join(rows)}]>>"
        f"/ParentTreeNextKey {len(rows)}>>",
    )
    return tree


def _add_element(file: PdfFile, tag: Tag, parent: int, pages: Sequence[int]) -> None:
    """An element and all in it; marked content on its first page needs no dictionary of its own."""
    number = tag.number = file.reserve()
    first = -1
    kids: list[str] = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _add_element(file, kid, number, pages)
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, Link):
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>")
        else:
            page, mark = kid
            if first < 0:
                first = page
            kids.append(str(mark) if page == first else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>")
    extra = f"/Pg {pages[first]} 0 R" if first >= 0 else ""
    if tag.language:
        extra += f"/Lang({tag.language})"
    if tag.alternative:
        extra += f"/Alt{pdf_text(tag.alternative)}"
    if tag.attributes:
        extra += f"/A{tag.attributes}"
    file.put(number, f"<</Type/StructElem/S/{tag.kind}/P {parent} 0 R{extra}/K[{' '.join(kids)}]>>")
    # Parts know their parents: without this, only the garbage collector could free a document.
    tag.kids.clear()
