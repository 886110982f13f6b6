"""Reading cases for who is at the screen: page, light page and paper ask here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from overview.domain.bsn import Bsn, is_bsn
from overview.domain.case_details import CaseDetails
from overview.domain.cases import Case, CaseReading
from overview.domain.identity import Assurance
from overview.domain.session_record import SessionRecord
from overview.domain.sign_in import Audience
from overview.ports import StoreDown
from overview.services.case_desk import FIRST_WAIT, CaseReader
from overview.services.sessions import hash_id
from overview.web.sign_in.cookies import SESSION
from overview.wiring import get_portal
from overview.words.speaking import msg

Cookies = Mapping[str, Any]
LEAST_LEVEL: Final = Assurance.SUBSTANTIAL
"""Cases are read for who proved at least this surely who they are, as `my_data` asks."""

Readings = tuple[CaseReading, ...]

LETTERS: Final = {
    "notice_of_default": msg("Schrijf: u beslist te laat"),
    "objection": msg("Schrijf een bezwaar"),
}
"""The letters to sign that may fit a case, and the button that leads to each."""

PAPER_WAIT: Final = 5.0
"""Paper cannot be filled in later: it waits longer, and then says what it does not have."""


def find_reader(cookies: Cookies) -> CaseReader | None:
    """The citizen who signed in here, as far as reading cases goes; None for everybody else."""
    held = cookies.get(SESSION[Audience.CITIZENS])
    cookie = held if isinstance(held, str) else None
    record = _find_record(cookie)
    if record is None or not record.bsn or record.level < LEAST_LEVEL:
        if cookie and record is None:
            # Signed out, idle too long, or ended elsewhere: what was read for it goes as well.
            get_portal().cases.desk.forget(hash_id(cookie))
        return None
    return CaseReader(record.id_hash, lambda: _find_bsn(cookie), record.person)


def _find_record(cookie: str | None) -> SessionRecord | None:
    """The living session; None as well while the database is away: then nobody is known to be here."""
    if not cookie:
        return None
    accounts = get_portal().accounts
    try:
        return accounts.sessions.find_record(cookie, Audience.CITIZENS, accounts.clock())
    except StoreDown:
        return None


def _find_bsn(cookie: str | None) -> Bsn | None:
    """The number of the session as it lives at this moment, for one question; kept nowhere."""
    record = _find_record(cookie)
    return Bsn(record.bsn) if record is not None and is_bsn(record.bsn) else None


def read_for(cookies: Cookies, *, wait_for: float = FIRST_WAIT, anew: bool = False) -> Readings:
    """The cases of who is here; without a sign-in what stands in their place."""
    cases, reader = get_portal().cases, find_reader(cookies)
    if reader is None:
        return cases.read_unsigned()
    return cases.desk.read(reader, wait_for=wait_for, anew=anew)


def is_outstanding_for(cookies: Cookies) -> bool:
    """Whether an answer for who is here is still on its way."""
    reader = find_reader(cookies)
    return reader is not None and get_portal().cases.desk.is_outstanding(reader.session)


def find_case(readings: Readings, key: str) -> Case | None:
    """The case that a form names, among those read for who is here: nobody names another's."""
    return next((case for reading in readings for case in reading.cases if case.key == key), None)


def fetch_details(cookies: Cookies, case: Case) -> CaseDetails | None:
    """How one case went, what comes, its documents; None when that cannot be read now."""
    reader, files = find_reader(cookies), get_portal().cases.find_files(case.source)
    bsn = reader.ask_bsn() if reader is not None and files is not None else None
    return files.fetch_details(bsn, case.id) if files is not None and bsn is not None else None


@contextmanager
def open_document(
    cookies: Cookies, source: str, case_id: str, document_id: str
) -> Iterator[tuple[str, Iterator[bytes]] | None]:
    """Type and bytes of a document of a case of who is here; None when it may not or cannot be given."""
    reader, files = find_reader(cookies), get_portal().cases.find_files(source)
    bsn = reader.ask_bsn() if reader is not None and files is not None else None
    if files is None or bsn is None:
        yield None
        return
    with files.open_document(bsn, case_id, document_id) as opened:
        yield opened
