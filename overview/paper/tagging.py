"""The structure tree: what each mark on the pages is, in reading order (PDF 32000-1, 14.7, 14.8)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Tag:
    """Structuurelement: kind ("P", "H1", "LI" ...), language, attributes, and what it holds.

    `kids` are further tags, marked content `(page, mcid)` or an annotation `(page, name)`.
    """

    kind: str
    language: str = ""
    alternative: str = ""
    attributes: str = ""
    kids: list[Tag | tuple[int, int] | tuple[int, str]] = field(default_factory=list)
    parent: Tag | None = None

    def add(self, kind: str, language: str = "", *, attributes: str = "", alternative: str = "") -> Tag:
        """A new tag inside this one, after what is there."""
        child = Tag(kind, language, alternative, attributes, parent=self)
        self.kids.append(child)
        return child

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
