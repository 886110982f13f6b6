"""A file with debts on the light page: read in memory, within its size; any other is refused."""

from __future__ import annotations

import json
from io import BytesIO
from typing import IO

import pytest

from overview.domain.debts import LARGEST_DOCUMENT
from tests.web.builders import OWN_FORM, PortalClient, Told

BOUNDARY = "a-boundary-of-this-test"
BILL = {
    "gebeurtenis_type": "BetalingsverplichtingOpgelegd",
    "type": "Aanmaning",
    "datumtijd_opgelegd": "2026-11-10T00:00:00Z",
    "vervaldatum": "2026-12-08",
    "bedrag": 38_900,
}
DOCUMENT = json.dumps(
    {"organisatie": "cjib", "financiele_zaken": [{"zaakkenmerk": "81029553", "gebeurtenissen": [BILL]}]}
)


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


def bring(file: bytes, pasted: str = "", name: str = "vorderingen.json") -> str:
    """The page after the form with this file was sent, as a browser sends it."""
    parts = []
    for field, value in (("situation", Told().packed()), ("language", "nl"), ("document", pasted)):
        parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n')
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    body = "".join(parts).encode() + head.encode() + b"Content-Type: application/json\r\n\r\n" + file
    body += f"\r\n--{BOUNDARY}--\r\n".encode()
    headers = {**OWN_FORM, "content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    return PortalClient().post_body("/light/bring", body, headers).text


def test_a_file_becomes_bills_and_steps() -> None:
    page = bring(DOCUMENT.encode())
    assert "Gelezen. Aantal rekeningen: 1." in page
    assert "€ 389,00" in page


def test_a_file_of_windows_with_a_mark_at_its_start_is_read_too() -> None:
    assert "Aantal rekeningen: 1." in bring(b"\xef\xbb\xbf" + DOCUMENT.encode())


def test_without_a_file_what_was_pasted_counts() -> None:
    assert "Aantal rekeningen: 1." in bring(b"", DOCUMENT, name="")


@pytest.mark.parametrize("file", [b"%PDF-1.7 \xff\xfe\x00", b"{}", b"hallo", b"\x00" * 2_000])
def test_another_file_is_refused_in_clear_words(file: bytes) -> None:
    page = bring(file)
    assert "Dit kunnen wij niet lezen. Kies het bestand van uw overzicht van vorderingen" in page
    assert "Traceback" not in page


def test_one_byte_too_many_is_said_and_one_less_is_read() -> None:
    filled = DOCUMENT[:-1] + "}".rjust(LARGEST_DOCUMENT - len(DOCUMENT) + 1)
    assert len(filled) == LARGEST_DOCUMENT
    assert "Aantal rekeningen: 1." in bring(filled.encode())
    assert "Dit bestand is te groot." in bring(filled.encode() + b" ")


def test_nothing_of_a_file_goes_to_disk_whatever_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def make_on_disk(**around: object) -> IO[bytes]:
        asked.append(around)
        return BytesIO()

    # What the form reader uses to go over to disk when a file no longer fits in memory.
    monkeypatch.setattr("tempfile.TemporaryFile", make_on_disk)
    assert "Dit bestand is te groot." in bring(b"x" * 2_500_000)
    assert asked == []


def test_far_more_than_a_document_is_not_read_at_all() -> None:
    page = bring(b" " * 4_000_000)
    assert "Aantal rekeningen" not in page
    assert "Traceback" not in page
