"""The fake register as an ASGI application: the few addresses of the standard that a portal reads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from overview.fake_register.guarding import Guarded, build_fault
from overview.fake_register.shelves import API, Shelves, Table
from overview.fake_register.traps import Traps

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LEVELS: Final = (
    *("openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk"),
    *("vertrouwelijk", "confidentieel", "geheim", "zeer_geheim"),
)
BSN_KEY: Final = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
ROLE_KEY: Final = "rol__omschrijvingGeneriek"
LEVEL_KEY: Final = "maximaleVertrouwelijkheidaanduiding"
_PATHS: Final = frozenset(
    {"status", "resultaat", "rollen", "zaaktype", "deelzaken", "hoofdzaak", "status.statustype"}
)
_FILTERS: Final[Mapping[str, frozenset[str]]] = {
    "zaken": frozenset({"page", "pageSize", "expand", "ordering", "identificatie"}),
    "statussen": frozenset({"page", "zaak"}),
    "rollen": frozenset({"page", "zaak", "omschrijvingGeneriek"}),
    "statustypen": frozenset({"page", "zaaktype", "status"}),
    "zaaktypen": frozenset({"page", "status"}),
    "resultaattypen": frozenset({"page", "zaaktype", "status"}),
    "zaakinformatieobjecten": frozenset({"zaak"}),
    "enkelvoudiginformatieobjecten": frozenset({"page"}),
}


@dataclass(slots=True)
class FakeRegister:
    """Nepregister. `asked` lists what was asked, as (method, path); `access_log` is its own log line."""

    shelves: Shelves
    client_id: str
    secret: str
    traps: Traps = field(default_factory=Traps)
    asked: list[tuple[str, str]] = field(default_factory=list)
    access_log: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def build_app(self) -> ASGIApp:
        """The application, to be mounted at the root of its base."""
        routes = [Route("/zaken/api/v1/zaken/_zoek", self._search, methods=["POST"])]
        for kind, api in API.items():
            routes += [
                Route(f"/{api}{kind}", self._list),
                Route(f"/{api}{kind}/{{uuid}}", self._one),
                Route(f"/{api}{kind}/{{uuid}}/download", self._download),
            ]
        return Guarded(self, Starlette(routes=routes))

    async def _search(self, request: Request) -> Response:
        body = await request.json()
        if not body:
            return build_fault(400, "empty_search_body")
        self.bodies.append(body)
        expand = body.get("expand", [])
        if expand and self.traps.no_expand:
            return build_fault(400, "unknown-parameters")
        found = self._choose(body)
        page = int(request.query_params.get("page", "1"))
        size = min(int(request.query_params.get("pageSize", "100")), self.traps.page_size)
        if page > 1 and (page - 1) * size >= len(found):
            return build_fault(404, "not_found")
        shown = found[(page - 1) * size : page * size]
        following = f"{self.shelves.base}zaken/api/v1/zaken/_zoek?page={page + 1}&pageSize={size}"
        has_more = page * size < len(found)
        return JSONResponse(
            {
                "count": len(found),
                "next": (self.traps.next_url or following) if has_more or self.traps.next_url else None,
                "previous": None,
                "results": [
                    self._expand(case, [] if self.traps.ignores_expand else expand) for case in shown
                ],
            }
        )

    def _choose(self, body: Mapping[str, Any]) -> list[Table]:
        """Unknown keys and empty values are left out in silence, as a real register does."""
        cases = self.shelves.all_of("zaken")
        highest = _LEVELS.index(body.get(LEVEL_KEY, _LEVELS[-1]))
        if not self.traps.ignores_confidentiality:
            cases = [case for case in cases if _LEVELS.index(case["vertrouwelijkheidaanduiding"]) <= highest]
        bsn, role = body.get(BSN_KEY), body.get(ROLE_KEY)
        if not bsn or self.traps.ignores_bsn:
            return cases
        own = [case for case in cases if self._has_role(case, bsn, role)]
        if self.traps.mixes_in:
            own += [case for case in cases if case not in own][:1]
        return sorted(own, key=lambda case: str(case["startdatum"]), reverse=True)

    def _has_role(self, case: Table, bsn: str, role: str | None) -> bool:
        return any(
            own["betrokkeneIdentificatie"]["inpBsn"] == bsn and role in (None, own["omschrijvingGeneriek"])
            for own in self.shelves.of_case("rollen", case["url"])
        )

    def _expand(self, case: Table, paths: list[str]) -> Table:
        if self.traps.brings_related:
            paths = [*paths, "deelzaken", "hoofdzaak"]
        if not paths:
            return dict(case)
        along: Table = {}
        for path in _PATHS & set(paths):
            if path == "rollen":
                along["rollen"] = self.shelves.of_case("rollen", case["url"])
            elif path == "deelzaken":
                along["deelzaken"] = [self.shelves.find(url) for url in case["deelzaken"]]
            elif case.get(path) is not None:
                along[path] = self.shelves.find(case[path])
        return {**case, "_expand": along}

    async def _list(self, request: Request) -> Response:
        kind = request.url.path.rsplit("/", 1)[-1]
        unknown = set(request.query_params) - _FILTERS.get(kind, frozenset({"page"}))
        if unknown:
            return build_fault(400, "unknown-parameters")
        found = self.shelves.all_of(kind)
        for key in ("zaak", "zaaktype"):
            if key in request.query_params:
                found = [table for table in found if table.get(key) == request.query_params[key]]
        if kind == "enkelvoudiginformatieobjecten" and self.traps.refuses_documents:
            return build_fault(403, "permission_denied")
        if kind == "zaakinformatieobjecten":
            return JSONResponse(found)  # a bare list, not a page
        if kind == "statussen":
            found = sorted(found, key=lambda own: str(own["datumStatusGezet"]), reverse=True)
        return JSONResponse({"count": len(found), "next": None, "previous": None, "results": found})

    async def _one(self, request: Request) -> Response:
        uuid, kind = request.path_params["uuid"], request.url.path.rsplit("/", 2)[-2]
        if not _UUID.fullmatch(uuid):
            return build_fault(500, "error")
        if kind == "enkelvoudiginformatieobjecten" and self.traps.refuses_documents:
            return build_fault(403, "permission_denied")
        found = self.shelves.tables.get(kind, {}).get(uuid)
        if found is None:
            return build_fault(404, "not_found")
        # The trap of the standing ETag: it does not move when the status does.
        etag = f'"{uuid[:8]}"' if self.traps.stale_etag else f'"{hash(json.dumps(found, sort_keys=True))}"'
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers={"ETag": etag})
        return JSONResponse(found, headers={"ETag": etag})

    async def _download(self, request: Request) -> Response:
        content = self.shelves.contents.get(request.path_params["uuid"])
        if content is None:
            return build_fault(404, "not_found")
        if self.traps.huge_document:
            content += b"\0" * 30_000_000
        headers = {"Content-Disposition": 'attachment; filename="evil.bin"'}
        return Response(content, media_type="application/octet-stream", headers=headers)
