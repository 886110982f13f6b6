"""The file as a whole: numbered objects and where each begins (PDF 32000-1, 7.3 and 7.5).

Same objects, same bytes: no clock, no random id.
"""

from __future__ import annotations

import zlib

COMPRESSION = 1
"""Level of zlib for what is made anew for each document: 3 % larger than at level 4, a third less work."""


class PdfFile:
    """Bestand in wording: objects in the order of their numbers."""

    def __init__(self) -> None:
        self._contents: list[bytes] = []

    @property
    def next_number(self) -> int:
        """The number that the next object gets."""
        return len(self._contents) + 1

    def reserve(self) -> int:
        """A number for an object that comes later, by `put`."""
        self._contents.append(b"null")
        return len(self._contents)

    def put(self, number: int, content: str | bytes) -> None:
        """The object of a reserved number."""
        self._contents[number - 1] = content if isinstance(content, bytes) else content.encode()

    def add(self, content: str | bytes) -> int:
        """An object; its number."""
        self._contents.append(content if isinstance(content, bytes) else content.encode())
        return len(self._contents)

    def add_stream(self, content: bytes, entries: str = "") -> int:
        """A stream (7.3.8), with further entries of its dictionary; its number."""
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode()
        return self.add(head + content + b"\nendstream")

    def add_packed(self, packed: bytes, entries: str = "") -> int:
        """A stream that zlib has compressed; its number."""
        return self.add_stream(packed, f"/Filter/FlateDecode{entries}")

    def closed(self, catalog: int, information: int) -> bytes:
        """The file with its cross-reference table and trailer."""
        # Bytes above 127 tell that the file is not text (7.5.2).
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        rows = ["0000000000 65535 f \n"]
        size = len(parts[0])
        for number, content in enumerate(self._contents, 1):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, content)
            parts.append(part)
            rows.append(f"{size:010d} 00000 n \n")
            size += len(part)
        body = b"".join(parts)
        # Names the content (14.4), so the same content has the same name.
        name = f"{zlib.crc32(body):08x}{zlib.adler32(body):08x}{size:016x}"
        tail = (
            f"xref\n0 {len(rows)}\n{''.join(rows)}trailer\n"
            f"<</Size {len(rows)}/Root {catalog} 0 R/Info {information} 0 R/ID[<{name}><{name}>]>>\n"
            f"startxref\n{size}\n%%EOF\n"
        )
        return body + tail.encode()


def pdf_text(text: str) -> str:
    """A text string (7.9.2.2) in UTF-16, written in hexadecimal: nothing in it can end it."""
    return f"<feff{text.encode('utf-16-be', 'ignore').hex()}>"
