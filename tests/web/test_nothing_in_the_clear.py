"""A whole journey of one citizen; then number, names and notes are looked for wherever they could leak.

Looked at: every line of every log, every cookie and address, every file of the database and beside
it (also while signed in), the backup with its keys. In several spellings, and as bare hashes too.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from overview.services.keeping.claims import Asker
from overview.web.screen import visitor as screen_visitor
from overview.web.sign_in.visitors import find_visitor
from overview.wiring import get_portal
from tests.pages.builders import html_of, memory_of, open_tab, press_wish
from tests.web.builders import Told
from tests.web.signing_in import CitizensBrowser

BSN, NAME, WORKER = "999993653", "Gerard de Bruin", "Joost van Dam"
NOTE, WORD = "Sprak met mevrouw Zilverberg", "appelboompje"
WANTED: Final = (BSN, NAME, "de Bruin", WORKER, "van Dam", NOTE, "Zilverberg", WORD)


def _spell(text: str) -> Iterator[bytes]:
    """The ways in which a text can stand somewhere without being protected."""
    raw = text.encode()
    yield from (raw, raw.lower(), text.encode("utf-16-le"), raw.hex().encode(), raw[::-1])
    yield text.replace(" ", "%20").encode()
    yield text.replace(" ", "+").encode()
    for shift in range(3):
        # Base64 of a longer text with this one inside it, without what hangs over at both ends.
        start, end = (0, 2, 3)[shift], -(shift + len(raw)) % 3
        coded = base64.b64encode(b"\0" * shift + raw + b"\0" * end)
        yield coded[start + (1 if shift else 0) : -4 if end else None]
    for algorithm in (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512):
        found = algorithm(raw)
        yield from (found.digest(), found.hexdigest().encode(), base64.b64encode(found.digest())[:-4])


def _find(content: bytes) -> list[str]:
    """What of the wanted texts stands in there, in any spelling."""
    low = content.lower()
    return [text for text in WANTED if any(one in content or one in low for one in _spell(text))]


def _find_in(folder: Path) -> dict[str, list[str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    found = {}
    for path in files:
        content = path.read_bytes()
        content += gzip.decompress(content) if path.suffix == ".gz" else b""
        if there := _find(content):
            found[path.name] = there
    return found


@pytest.mark.parametrize("text", WANTED)
def test_the_search_finds_what_is_there(text: str) -> None:
    for content in (
        f"log line about {text}.".encode(),
        base64.b64encode(f"ab{text}c".encode()),
        base64.b64encode(f"a{text}".encode()),
        hashlib.sha256(text.encode()).hexdigest().encode(),
    ):
        assert text in _find(content)
    assert _find(b"nothing of anybody") == []


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """Every line of every log, at the finest level, formatted as a file would hold it."""
    heard: list[str] = []
    formatter = logging.Formatter("%(name)s %(message)s")

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(formatter.format(record))

    ear, root = Ear(level=1), logging.getLogger()
    noisy = ("sqlalchemy.engine", "httpx", "authlib", "overview", "streamlit", "asyncio")
    before = {name: logging.getLogger(name).level for name in ("", *noisy)}
    root.addHandler(ear)
    for name in before:
        logging.getLogger(name).setLevel(1)
    yield heard
    root.removeHandler(ear)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def _keep_on_screen(browser: CitizensBrowser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Yes to keeping, then a note, on the screens that a citizen sees."""
    monkeypatch.setattr(screen_visitor, "find_visitor", lambda _: find_visitor(dict(browser.cookies)))
    tab = open_tab(told=Told(), page="keep")
    tab.checkbox(key="keep-sure").check().run()
    tab.button(key="keep").click().run()
    assert memory_of(tab).saving is not None
    step = next(iter(memory_of(tab).titles))
    press_wish(tab, "note", step)
    tab.text_area(key=f"note-{step}").input(NOTE).run()
    tab.button(key="note-done").click().run()
    assert NOTE in html_of(tab)
    tab.switch_page("my_data.py").run()
    assert NOTE in html_of(tab)


def test_after_a_whole_journey_nothing_stands_anywhere_in_the_clear(
    lines: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    accounts = get_portal().accounts
    keeping, now = accounts.keeping, accounts.clock()
    gerard, worker, maria = CitizensBrowser(), CitizensBrowser(), CitizensBrowser()
    gerard.sign_in("gerard")
    _keep_on_screen(gerard, monkeypatch)
    who = gerard.find_citizen()
    assert who is not None
    for path in ("overview.pdf", "calendar.ics", "light", "everything.json", "everything.pdf"):
        assert gerard.ask("GET", f"/my/{path}").is_success
    opened = keeping.overviews.open(who, who.person, now)
    code = keeping.claims.make(opened.kept, WORD, "nl", "voorbeeld", now)
    gerard.ask("POST", "/print", {"situation": Told().packed(), "language": "nl", "code": code.text})
    worker.sign_in("joost", provider="demo-work")
    at_work = find_visitor(dict(worker.cookies)).worker
    assert at_work is not None
    person = keeping.claims.open_at_counter(at_work, Asker("s", "192.0.2.1"), code.text, WORD, NOTE, now)
    keeping.helping.start(at_work, str(person), NAME, "werksaam", "nl", "voorbeeld", now)
    maria.sign_in("maria", level="low")
    backups = tmp_path / "backups"
    keeping.back_up(backups, now)
    assert _find_in(accounts.settings.folder) == {}, "while somebody is signed in"
    gerard.ask("POST", "/sign-out", {"who": "citizen"})
    assert gerard.find_citizen() is None
    assert _find_in(accounts.settings.folder) == {}
    assert _find_in(backups) == {}
    browsers = (gerard, worker, maria)
    met = [*(line for one in browsers for line in (*one.addresses, *one.met)), *lines]
    assert len(lines) > 100, "the logs were listened to"
    assert [line for line in met if _find(line.encode())] == []
