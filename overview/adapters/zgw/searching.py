"""Finding the cases of one citizen, and being sure that they are of that citizen.

A register that does not know a search key leaves it out in silence and answers with the cases of
everybody. So: no question without a BSN, one constant for its key, and every case checked.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from overview.adapters.zgw.asking import Budget, RegisterClient
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.fields import as_list, as_table, find_uuid, find_word
from overview.domain.bsn import Bsn

log = logging.getLogger("overview.registers")

BSN_KEY: Final = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
"""The one search key for a citizen. One wrong letter and a register answers with everybody's cases."""
ROLE_KEY: Final = "rol__omschrijvingGeneriek"

EXPAND: Final = ("status", "resultaat", "rollen")
"""What comes along: how it stands, how it ended, and whose it is. Never `deelzaken` or `hoofdzaak`."""

_PAGE_SIZE: Final = "100"
_MOST_PAGES: Final = 20
_AT_ONCE: Final = 4
_NO_EXPAND: Final = frozenset({"expand", "unknown-parameters", "unknown_parameters", "invalid"})


@dataclass(frozen=True, slots=True)
class FoundCase:
    """Gevonden zaak with what came along, each as the standard has it. `is_own` was checked."""

    fields: Mapping[str, Any]
    status: Mapping[str, Any]
    result: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """Zoekresultaat. `strangers` counts cases of somebody else, which were dropped unread."""

    cases: tuple[FoundCase, ...]
    strangers: int = 0
    is_whole: bool = True


Unpack = Callable[[Mapping[str, Any], Budget], tuple[FoundCase | None, list[Any]]]
"""Gives a case with what came along, and its roles; no case where its address is not one."""


class Searcher:
    """Zoekt de zaken van één inwoner. Remembers only whether this register knows `expand`."""

    def __init__(self, client: RegisterClient) -> None:
        self._client = client
        self._has_expand = True

    def count_for(self, bsn: Bsn, budget: Budget) -> int:
        """How many cases the register says this number has. For the canary: a number nobody has."""
        page = as_table(self._post(self._body(bsn, ()), "1", budget))
        count = page.get("count")
        results = as_list(page.get("results"))
        if not isinstance(count, int) or isinstance(count, bool) or not isinstance(page.get("results"), list):
            raise RegisterError("nonsense", "no-page")
        return max(count, len(results))

    def search(self, bsn: Bsn, budget: Budget) -> Found:
        """The cases of this citizen that may be shown, each checked to be theirs."""
        role = "" if len(self._client.register.roles) > 1 else self._client.register.roles[0]
        if not self._has_expand:
            return self._search_bare(bsn, role, budget)
        try:
            return self._search(self._body(bsn, EXPAND, role), bsn, budget, _unpack)
        except RegisterError as error:
            if error.kind != "nonsense" or error.code not in _NO_EXPAND:
                raise
        self._has_expand = False
        return self._search_bare(bsn, role, budget)

    def is_own(self, roles: list[Any], bsn: Bsn) -> bool:
        """Whether one of these roles is this citizen, in a role that we show."""
        for role in map(as_table, roles):
            is_wanted = find_word(role, "omschrijvingGeneriek") in self._client.register.roles
            who = as_table(role.get("betrokkeneIdentificatie"))
            if is_wanted and who.get("inpBsn") == bsn.reveal():
                return True
        return False

    def fetch_roles(self, case_url: str, budget: Budget) -> list[Any]:
        """The roles of one case, asked for by the address of the case and never by a BSN."""
        page = self._client.get(self._client.register.url("zaken", "rollen"), budget, {"zaak": case_url})
        return as_list(as_table(page).get("results"))

    def _body(self, bsn: Bsn, expand: tuple[str, ...], role: str = "") -> dict[str, Any]:
        body: dict[str, Any] = {
            BSN_KEY: bsn.reveal(),
            "maximaleVertrouwelijkheidaanduiding": self._client.register.confidentiality,
            "ordering": "-startdatum",
        }
        if role:
            body[ROLE_KEY] = role
        if expand:
            body["expand"] = list(expand)
        return body

    def _post(self, body: Mapping[str, Any], page: str, budget: Budget) -> Any:
        address = self._client.register.url("zaken", "zaken/_zoek")
        return self._client.post(address, budget, body, {"page": page, "pageSize": _PAGE_SIZE})

    def _search(self, body: Mapping[str, Any], bsn: Bsn, budget: Budget, unpack: Unpack) -> Found:
        own: list[FoundCase] = []
        strangers, is_whole = 0, True
        for results in self._pages(body, budget):
            if results is None:
                is_whole = False
                break
            for fields in map(as_table, results):
                found, roles = unpack(fields, budget)
                if found is None:
                    is_whole = False
                elif self.is_own(roles, bsn):
                    own.append(found)
                else:
                    strangers += 1
            if len(own) + strangers >= self._client.register.most_cases:
                is_whole = False
                break
        if strangers:
            # No number, name or address of the case: whoever reads this log may not know it either.
            name = self._client.register.name
            log.error("register %s gave cases of somebody else; dropped: %d", name, strangers)
        return Found(tuple(own), strangers, is_whole and not strangers)

    def _pages(self, body: Mapping[str, Any], budget: Budget) -> Iterator[list[Any] | None]:
        """The results page by page; None where a following page may not or cannot be read."""
        seen: set[str] = set()
        number = "1"
        for _ in range(_MOST_PAGES):
            seen.add(number)
            page = as_table(self._post(body, number, budget))
            results = page.get("results")
            if not isinstance(results, list):
                raise RegisterError("nonsense", "no-page")
            yield results
            following = page.get("next")
            if following is None:
                return
            number = self._find_page_number(following)
            if not number or number in seen:
                yield None
                return
        yield None

    def _find_page_number(self, following: Any) -> str:
        """The page that `next` means; empty when it leads anywhere but to our own search."""
        if not isinstance(following, str):
            return ""
        try:
            parts = urlsplit(following)
        except ValueError:
            return ""
        own = urlsplit(self._client.register.url("zaken", "zaken/_zoek"))
        if (parts.scheme, parts.netloc, parts.path) != (own.scheme, own.netloc, own.path):
            log.warning("register %s sent a next page outside its base", self._client.register.name)
            return ""
        number = parse_qs(parts.query).get("page", [""])[0]
        return number if number.isdecimal() and len(number) < 5 else ""

    def _search_bare(self, bsn: Bsn, role: str, budget: Budget) -> Found:
        """For a register without `expand`: what came along is fetched address by address."""
        with ThreadPoolExecutor(_AT_ONCE, "zgw") as pool:

            def unpack(fields: Mapping[str, Any], budget: Budget) -> tuple[FoundCase | None, list[Any]]:
                if not find_uuid(fields.get("url")):
                    return None, []
                parts = [
                    pool.submit(self._fetch_part, fields.get("status"), "statussen", budget),
                    pool.submit(self._fetch_part, fields.get("resultaat"), "resultaten", budget),
                ]
                roles = pool.submit(self.fetch_roles, str(fields["url"]), budget)
                status, result = (part.result() for part in parts)
                return FoundCase(fields, status, result), roles.result()

            return self._search(self._body(bsn, (), role), bsn, budget, unpack)

    def _fetch_part(self, url: Any, kind: str, budget: Budget) -> Mapping[str, Any]:
        if url is None:
            return {}
        uuid = find_uuid(url)
        if not uuid:
            raise RegisterError("nonsense", "no-uuid")
        return as_table(self._client.get(self._client.register.url("zaken", f"{kind}/{uuid}"), budget))


def _unpack(fields: Mapping[str, Any], budget: Budget) -> tuple[FoundCase | None, list[Any]]:
    if not find_uuid(fields.get("url")):
        return None, []
    along = as_table(fields.get("_expand"))
    if "rollen" not in along:
        # An older register leaves the wish out in silence; whose case this is must still be known.
        raise RegisterError("nonsense", "expand")
    found = FoundCase(fields, as_table(along.get("status")), as_table(along.get("resultaat")))
    return found, as_list(along.get("rollen"))


def without_people(found: FoundCase) -> FoundCase:
    """The same without the roles: names and numbers of people go no further than the check."""
    fields = {key: value for key, value in found.fields.items() if key not in ("_expand", "rollen")}
    return replace(found, fields=fields)
