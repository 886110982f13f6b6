"""One case opened: its history, what is still to come, its documents. Asked for only then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import httpx

from overview.adapters.zgw.asking import Budget
from overview.adapters.zgw.catalogue import CaseType
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.fields import as_list, as_table, find_day, find_text, find_uuid, find_word
from overview.adapters.zgw.source import ZgwSource
from overview.domain.bsn import Bsn
from overview.domain.case_details import CaseDetails, CaseDocument, StatusLine

_SHOWN_STATES: Final = frozenset({"definitief", "gearchiveerd"})
_MOST_DOCUMENTS: Final = 50
_MAGIC: Final = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n": "image/png"}
_HEAD: Final = 16


class ZgwDetails:
    """Details van zaken in één register. Each question checks again whose case it is."""

    def __init__(self, source: ZgwSource) -> None:
        self._source = source
        self._client = source.client

    @property
    def name(self) -> str:
        """The register these belong to."""
        return self._source.name

    def fetch_details(self, bsn: Bsn, case_id: str) -> CaseDetails | None:
        """How this case went and goes on; None when it cannot be read or is not of this citizen."""
        try:
            budget = self._source.start_budget()
            url, case_type = self._open(bsn, case_id, budget)
            reached, coming = self._fetch_line(url, case_type, budget)
            return CaseDetails(reached, coming, self._list_documents(url, budget))
        except (RegisterError, httpx.HTTPError):
            return None

    @contextmanager
    def open_document(
        self, bsn: Bsn, case_id: str, document_id: str
    ) -> Iterator[tuple[str, Iterator[bytes]] | None]:
        """The type and the bytes of one document of this case of this citizen; None when it cannot be had.

        The type follows from the bytes; what the register calls it is not used. The bytes break off
        with `RegisterError` when there are too many.
        """
        with ExitStack() as stack:
            try:
                found = self._begin(stack, bsn, case_id, document_id)
            except (RegisterError, httpx.HTTPError):
                found = None
            yield found

    def _begin(
        self, stack: ExitStack, bsn: Bsn, case_id: str, document_id: str
    ) -> tuple[str, Iterator[bytes]]:
        budget = self._source.start_budget()
        url, _ = self._open(bsn, case_id, budget)
        if document_id not in {document.id for document in self._list_documents(url, budget) or ()}:
            raise RegisterError("refused", "not-of-this-case")
        fields = self._fetch_document(document_id, budget)
        address = find_word(fields, "inhoud")
        if not address.startswith(self._client.register.url("documenten")):
            raise RegisterError("nonsense", "document-address")
        response = stack.enter_context(self._client.stream(address.split("?", 1)[0], budget))
        chunks = _limit(response, self._client.register.largest_document, budget)
        head = next(chunks, b"")
        kind = next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")
        if not kind:
            raise RegisterError("nonsense", "document-type")
        return kind, _chain(head, chunks)

    def _open(self, bsn: Bsn, case_id: str, budget: Budget) -> tuple[str, CaseType]:
        """The address and kind of the case, once it is sure that it is of this citizen and may be shown."""
        uuid, register = find_uuid(case_id), self._client.register
        if not uuid:
            raise RegisterError("nonsense", "no-uuid")
        self._source.make_sure(budget)
        url = register.url("zaken", f"zaken/{uuid}")
        fields = as_table(self._client.get(url, budget))
        if not self._source.searcher.is_own(self._source.searcher.fetch_roles(url, budget), bsn):
            raise RegisterError("refused", "not-of-this-citizen")
        type_url = find_word(fields, "zaaktype")
        case_type = self._source.catalogue.find_case_types([type_url], budget).get(type_url)
        is_shown = case_type is not None and case_type.is_external
        if (
            case_type is None
            or not is_shown
            or not register.allows(fields.get("vertrouwelijkheidaanduiding"))
        ):
            raise RegisterError("refused", "not-for-citizens")
        return url, case_type

    def _fetch_line(
        self, url: str, case_type: CaseType, budget: Budget
    ) -> tuple[tuple[StatusLine, ...], tuple[StatusLine, ...]]:
        page = self._client.get(self._client.register.url("zaken", "statussen"), budget, {"zaak": url})
        reached, last = [], -1
        rows = [as_table(row) for row in as_list(as_table(page).get("results"))]
        for row in sorted(rows, key=lambda row: find_word(row, "datumStatusGezet")):
            own = case_type.find_status(row.get("statustype"))
            if own is None:
                continue
            last = own.number
            if text := self._name_status(own.text, own.name):
                reached.append(StatusLine(text, find_day(row, "datumStatusGezet")))
        coming = [
            StatusLine(text, None)
            for own in case_type.statuses
            if own.number > last and (text := self._name_status(own.text, own.name))
        ]
        return tuple(reached), tuple(coming)

    def _name_status(self, text: str, name: str) -> str:
        return text or (name if self._client.register.shows_status_names else "")

    def _list_documents(self, url: str, budget: Budget) -> tuple[CaseDocument, ...] | None:
        """The documents for citizens. The list is bare JSON, and also names those we may not read."""
        address = self._client.register.url("zaken", "zaakinformatieobjecten")
        try:
            links = as_list(self._client.get(address, budget, {"zaak": url}))
        except RegisterError as error:
            if error.kind == "refused":
                return None
            raise
        found: list[CaseDocument] = []
        is_refused = False
        for link in links[:_MOST_DOCUMENTS]:
            where = find_word(as_table(link), "informatieobject")
            if not where.startswith(self._client.register.url("documenten")) or not find_uuid(where):
                continue
            try:
                fields = self._fetch_document(find_uuid(where), budget)
            except RegisterError as error:
                is_refused = is_refused or error.kind == "refused"
                continue
            if self._is_shown(fields):
                found.append(_build_document(find_uuid(where), fields))
        return None if is_refused and not found else tuple(found)

    def _fetch_document(self, uuid: str, budget: Budget) -> dict[str, Any]:
        address = self._client.register.url("documenten", f"enkelvoudiginformatieobjecten/{uuid}")
        return dict(as_table(self._client.get(address, budget)))

    def _is_shown(self, fields: dict[str, Any]) -> bool:
        is_ready = fields.get("status") in _SHOWN_STATES
        return is_ready and self._client.register.allows(fields.get("vertrouwelijkheidaanduiding"))


def _build_document(uuid: str, fields: dict[str, Any]) -> CaseDocument:
    size = fields.get("bestandsomvang")
    on = (
        find_day(fields, "verzenddatum")
        or find_day(fields, "ontvangstdatum")
        or find_day(fields, "creatiedatum")
    )
    is_size = isinstance(size, int) and not isinstance(size, bool) and size >= 0
    return CaseDocument(uuid, find_text(fields, "titel"), on, size if is_size else None)


def _limit(response: httpx.Response, largest: int, budget: Budget) -> Iterator[bytes]:
    """The bytes as they come; the first piece is long enough to see what they are."""
    read, held = 0, b""
    try:
        for chunk in response.iter_raw():
            read += len(chunk)
            if read > largest:
                raise RegisterError("nonsense", "document-too-large")
            budget.left()
            held += chunk
            if read >= _HEAD:
                yield held
                held = b""
    except httpx.HTTPError as error:
        raise RegisterError("down", type(error).__name__) from None
    if held:
        yield held


def _chain(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest
