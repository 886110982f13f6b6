"""A whole journey of one citizen; then number, names and notes are looked for wherever they could leak.

Looked at: every line of every log, every cookie and address, every file of the database and beside
it (also while signed in), the backup with its keys, and what the database's own tools dump. In several
spellings, and as bare hashes too. On a database of its own: what another test kept is no part of it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from overview.adapters.store.engine import build_engine
from overview.adapters.store.tables import Base
from overview.domain.keeping import Purpose
from overview.services.keeping.claims import Asker
from overview.services.sessions import hash_id
from overview.web.screen import visitor as screen_visitor
from overview.web.sign_in.visitors import find_visitor
from overview.wiring import get_portal
from overview.wiring_accounts import get_accounts
from tests.keeping import databases
from tests.pages.builders import html_of, memory_of, open_tab, press_wish
from tests.web.builders import Told
from tests.web.signing_in import CitizensBrowser

BSN, NAME, WORKER = "999993653", "Gerard de Bruin", "Joost van Dam"
NOTE, WORD = "Sprak met mevrouw Zilverberg", "appelboompje"
CASE = "ZAAK-2026-BB-077"
"""The number of a case of Gerard's at a register of the demo."""
WANTED: Final = (CASE, BSN, NAME, "de Bruin", WORKER, "van Dam", NOTE, "Zilverberg", WORD)


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


def _find_in(*folders: Path) -> dict[str, list[str]]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    found = {}
    for path in files:
        content = path.read_bytes()
        content += gzip.decompress(content) if path.suffix == ".gz" else b""
        if there := _find(content):
            found[path.name] = there
    return found


@dataclass(frozen=True)
class KeptIn:
    """Where the database of this test lives, and how its own tools take it out."""

    folders: tuple[Path, ...]
    settle: Callable[[], None]
    dump: Callable[[], bytes]


@pytest.fixture(params=("sqlite", "postgresql"))
def kept_in(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[KeptIn]:
    """The accounts of this process on a fresh database of their own."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("OVERVIEW_DATA", str(folder))
    with ExitStack() as stack:
        found = KeptIn((folder,), lambda: None, lambda: _read_all(folder / "overview.db"))
        if request.param == "postgresql":
            uri = stack.enter_context(databases.serve_postgresql())
            databases.run_outside(uri, "CREATE DATABASE portaal")
            monkeypatch.setenv("DATABASE_URL", databases.name_database(uri, "portaal"))
            found = _look_in_postgresql(uri, folder)
        get_accounts.cache_clear()
        yield found
        get_accounts().keeping.engine.dispose()
        get_accounts.cache_clear()


def _look_in_postgresql(uri: str, folder: Path) -> KeptIn:
    """All that its server writes, but for the tables with which every server begins."""
    host = Path(str(make_url(uri).query["host"]))
    engine = build_engine(databases.name_database(uri, "portaal"))
    with engine.connect() as connection:
        number = connection.execute(text("SELECT oid FROM pg_database WHERE datname = 'portaal'")).scalar()
    engine.dispose()
    own = [one for one in host.iterdir() if one.is_dir() and one.name != "base"]
    return KeptIn(
        (folder, host / "base" / str(number), *own),
        lambda: databases.run_outside(uri, "CHECKPOINT"),
        lambda: _copy_out(databases.name_database(uri, "portaal")),
    )


def _copy_out(uri: str) -> bytes:
    """Every row of every table as its own tools write it."""
    engine = build_engine(uri)
    dumped = bytearray()
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        for table in Base.metadata.sorted_tables:
            dumped += table.name.encode()
            with cursor.copy(f"COPY {table.name} TO STDOUT") as rows:  # type: ignore[attr-defined]
                for row in rows:
                    dumped += bytes(row)
    engine.dispose()
    return bytes(dumped)


def _read_all(database: Path) -> bytes:
    with closing(sqlite3.connect(database)) as connection:
        return "\n".join(connection.iterdump()).encode()


@pytest.mark.parametrize("wanted", WANTED)
def test_the_search_finds_what_is_there(wanted: str) -> None:
    for content in (
        f"log line about {wanted}.".encode(),
        base64.b64encode(f"ab{wanted}c".encode()),
        base64.b64encode(f"a{wanted}".encode()),
        hashlib.sha256(wanted.encode()).hexdigest().encode(),
    ):
        assert wanted in _find(content)
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


def _keep_cases(browser: CitizensBrowser) -> None:
    """Yes to keeping cases, then reading them on a page."""
    accounts, who = get_portal().accounts, browser.find_citizen()
    assert who is not None
    now = accounts.clock()
    accounts.keeping.rights.give(
        who, who.person, Purpose.KEEP_CASES, "nl", "voorbeeld", now, agency="municipality"
    )
    form = {"situation": Told().packed(), "language": "nl"}
    reader = hash_id(str(browser.cookies.get("__Host-session")))
    browser.ask("POST", "/light/on", {**form, "refresh": "yes"})
    while get_portal().cases.desk.is_outstanding(reader):
        browser.ask("POST", "/light/on", form)
    kept = accounts.keeping.kept_cases.find(who.person, "demo-gemeente")
    assert kept is not None
    assert CASE in {case.number for case in kept.cases}
    assert CASE in browser.ask("GET", "/my/everything.json").text


def test_after_a_whole_journey_nothing_stands_anywhere_in_the_clear(
    kept_in: KeptIn, lines: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
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
    _keep_cases(gerard)
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
    kept_in.settle()
    assert _find_in(*kept_in.folders) == {}, "while somebody is signed in"
    dumped = kept_in.dump()
    assert b"last_cases" in dumped, "all tables are in it"
    assert _find(dumped) == []
    gerard.ask("POST", "/sign-out", {"who": "citizen"})
    assert gerard.find_citizen() is None
    kept_in.settle()
    assert _find_in(*kept_in.folders) == {}
    assert _find_in(backups) == {}
    browsers = (gerard, worker, maria)
    met = [*(line for one in browsers for line in (*one.addresses, *one.met)), *lines]
    assert len(lines) > 100, "the logs were listened to"
    assert [line for line in met if _find(line.encode())] == []
