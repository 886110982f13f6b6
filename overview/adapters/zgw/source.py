"""One case register as a source of cases: safe first, then complete, then fast."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

import httpx

from overview.adapters.zgw.asking import Budget, RegisterClient
from overview.adapters.zgw.breaker import Breaker
from overview.adapters.zgw.catalogue import CatalogueCache
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.registers import Register
from overview.adapters.zgw.searching import Found, Searcher, without_people
from overview.adapters.zgw.translating import build_case
from overview.domain.bsn import Bsn
from overview.domain.case_kinds import CaseRules
from overview.domain.cases import Case, CaseReading

log = logging.getLogger("overview.registers")

_CANARY_HOURS: Final = 6.0
_ALSO_ASKED_LATER: Final = frozenset({"down", "slow", "nonsense"})


class ZgwSource:
    """Zaakregister als bron. Every failure is a reading that says so; nothing is raised."""

    def __init__(
        self,
        register: Register,
        rules: Callable[[], CaseRules],
        now: Callable[[], datetime],
        *,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.register = register
        self.client = RegisterClient(register, transport=transport)
        self.searcher = Searcher(self.client)
        self.catalogue = CatalogueCache(self.client, register.catalogue_hours, clock)
        self.breaker = Breaker(clock)
        self._rules = rules
        self._now = now
        self._clock = clock
        self._safe_until: float | None = None
        self._canary = threading.Lock()

    @property
    def name(self) -> str:
        """The operator's name for it."""
        return self.register.name

    @property
    def agency(self) -> str:
        """Whose cases these are, and whom to phone."""
        return self.register.agency

    @property
    def title(self) -> str:
        """What it is called on screen."""
        return self.register.title

    @property
    def seconds(self) -> float:
        """How long one reading may take."""
        return self.register.seconds

    @property
    def is_sample(self) -> bool:
        """Whether the people in it are invented."""
        return self.register.is_sample

    def fetch_cases(self, bsn: Bsn | None) -> CaseReading:
        """The cases of this citizen. Without a number nothing is asked."""
        if bsn is None:
            return self._tell((), "not_signed_in")
        if not self.breaker.may_ask():
            return self._tell((), "down")
        try:
            budget = self.start_budget()
            self.make_sure(budget)
            found = self.searcher.search(bsn, budget)
            cases, is_whole = self._translate(found, budget)
        except RegisterError as error:
            return self._fail(error)
        except Exception as error:
            # Whatever a register sends: it never breaks the page, and its text never reaches a log.
            return self._fail(RegisterError("nonsense", type(error).__name__))
        self.breaker.succeed()
        if found.strangers:
            self._safe_until = None  # It does not filter as it promised: the canary must sing again.
        return self._tell(cases, "" if is_whole else "partial")

    def start_budget(self) -> Budget:
        """The time of one reading, from now."""
        return Budget(self.register.seconds, self._clock)

    def make_sure(self, budget: Budget) -> None:
        """De kanarie: ask for a number nobody has. A register that finds cases does not filter."""
        with self._canary:
            if self._safe_until is not None and self._clock() < self._safe_until:
                return
            if self.searcher.count_for(Bsn(self.register.canary_bsn), budget):
                log.error("register %s does not filter on the citizen: it is not asked", self.name)
                raise RegisterError("unsafe", "canary")
            self._safe_until = self._clock() + _CANARY_HOURS * 3600

    def _translate(self, found: Found, budget: Budget) -> tuple[tuple[Case, ...], bool]:
        own = [without_people(case) for case in found.cases]
        types = self.catalogue.find_case_types(
            (url for case in own if isinstance(url := case.fields.get("zaaktype"), str)), budget
        )
        results = self.catalogue.find_result_names(
            (url for case in own if isinstance(url := case.result.get("resultaattype"), str)), budget
        )
        rules, cases, is_whole = self._rules(), [], found.is_whole
        for case in own:
            case_type = types.get(str(case.fields.get("zaaktype")))
            if case_type is None:
                is_whole = False
                continue
            result = results.get(str(case.result.get("resultaattype")), "")
            built = build_case(case, case_type, result, self.register, rules)
            if built is not None:
                cases.append(built)
        return tuple(cases), is_whole

    def _fail(self, error: RegisterError) -> CaseReading:
        if error.kind in _ALSO_ASKED_LATER:
            self.breaker.fail()
        else:
            self.breaker.succeed()  # It answers; what it answers is not for us.
        log.warning("register %s: %s", self.name, error)
        return self._tell((), error.kind)

    def _tell(self, cases: tuple[Case, ...], problem: str) -> CaseReading:
        return CaseReading(
            self.name, self.agency, cases, self._now(), problem, self.is_sample, self.register.title
        )
