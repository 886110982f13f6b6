"""The catalogue of a register: kinds of cases and their statuses, read once and kept for hours.

These are the same for everybody. Only what was read well is kept; an error is asked again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

from overview.adapters.zgw.asking import Budget, RegisterClient
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.fields import as_list, as_table, find_text, find_uuid, find_word

_AT_ONCE: Final = 6
_MOST_KEPT: Final = 5_000
_MOST_PAGES: Final = 5


@dataclass(frozen=True, slots=True)
class StatusType:
    """Statustype: `text` is for citizens and may be empty; `number` is its place in the line."""

    url: str
    number: int
    name: str
    text: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class CaseType:
    """Zaaktype with its line of statuses. `is_external`: made for citizens to see."""

    url: str
    name: str
    identifier: str
    is_external: bool
    has_decisions: bool
    statuses: tuple[StatusType, ...]

    def find_status(self, url: object) -> StatusType | None:
        """The status type at this address."""
        return next((status for status in self.statuses if status.url == url), None)


class CatalogueCache:
    """Catalogus van één register, onthouden per adres. `hours` is how long a thing is kept."""

    def __init__(
        self, client: RegisterClient, hours: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._seconds = hours * 3600
        self._clock = clock
        self._kept: dict[str, tuple[float, CaseType | str]] = {}
        self._lock = threading.Lock()

    def find_case_types(self, urls: Iterable[str], budget: Budget) -> Mapping[str, CaseType]:
        """The kinds at these addresses; one that cannot be read is left out."""
        return {
            url: found
            for url, found in self._find_all(urls, budget, self._fetch_case_type).items()
            if isinstance(found, CaseType)
        }

    def find_result_names(self, urls: Iterable[str], budget: Budget) -> Mapping[str, str]:
        """The names of results at these addresses; one that cannot be read is left out."""
        return {
            url: found
            for url, found in self._find_all(urls, budget, self._fetch_result_name).items()
            if isinstance(found, str)
        }

    def _find_all(
        self, urls: Iterable[str], budget: Budget, fetch: Callable[[str, Budget], CaseType | str]
    ) -> dict[str, CaseType | str]:
        wanted = sorted(set(urls))
        found = {url: kept for url in wanted if (kept := self._find_kept(url)) is not None}
        missing = [url for url in wanted if url not in found]
        if not missing:
            return found
        with ThreadPoolExecutor(min(_AT_ONCE, len(missing)), "catalogue") as pool:
            for url, fetched in zip(
                missing, pool.map(lambda url: _try(fetch, url, budget), missing), strict=True
            ):
                if fetched is not None:
                    found[url] = fetched
                    self._keep(url, fetched)
        return found

    def _find_kept(self, url: str) -> CaseType | str | None:
        with self._lock:
            kept = self._kept.get(url)
        return kept[1] if kept is not None and self._clock() < kept[0] else None

    def _keep(self, url: str, thing: CaseType | str) -> None:
        with self._lock:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[url] = (self._clock() + self._seconds, thing)

    def _fetch_case_type(self, url: str, budget: Budget) -> CaseType:
        self._refuse_other(url)
        table = as_table(self._client.get(url, budget))
        lines = self._client.get(
            self._client.register.url("catalogi", "statustypen"), budget, {"zaaktype": url, "status": "alles"}
        )
        return build_case_type(url, table, self._whole_list(lines, budget))

    def _whole_list(self, page: Any, budget: Budget) -> list[Any]:
        results = list(as_list(as_table(page).get("results")))
        for _ in range(_MOST_PAGES):
            following = as_table(page).get("next")
            if not isinstance(following, str):
                break
            page = self._client.get(following, budget)
            results += as_list(as_table(page).get("results"))
        return results

    def _fetch_result_name(self, url: str, budget: Budget) -> str:
        self._refuse_other(url)
        return find_text(as_table(self._client.get(url, budget)), "omschrijving")

    def _refuse_other(self, url: str) -> None:
        """A catalogue address is one of the Catalogi API of this register, ending in a uuid."""
        if not url.startswith(self._client.register.url("catalogi")) or not find_uuid(url):
            raise RegisterError("nonsense", "catalogue-address")


def _try(fetch: Callable[[str, Budget], CaseType | str], url: str, budget: Budget) -> CaseType | str | None:
    try:
        return fetch(url, budget)
    except RegisterError:
        return None


def build_case_type(url: str, table: Mapping[str, Any], statuses: list[Any]) -> CaseType:
    """A kind of case from the fields of the standard."""
    return CaseType(
        url,
        find_text(table, "omschrijving"),
        find_text(table, "identificatie"),
        find_word(table, "indicatieInternOfExtern") == "extern",
        bool(as_list(table.get("besluittypen"))),
        tuple(sorted((_build_status(as_table(own)) for own in statuses), key=lambda own: own.number)),
    )


def _build_status(table: Mapping[str, Any]) -> StatusType:
    number = table.get("volgnummer")
    is_number = isinstance(number, int) and not isinstance(number, bool)
    return StatusType(
        find_word(table, "url"),
        int(number) if is_number and number is not None else 0,
        find_text(table, "omschrijving"),
        find_text(table, "statustekst"),
        table.get("isEindstatus") is True,
    )
