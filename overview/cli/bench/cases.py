"""Reading cases from five registers of twenty cases each, over real HTTP on this machine.

The registers answer after different times (as measured at real ones, and one slower), so that what is
measured is the desk: how soon something is there, and how much later than the slowest all is there.
"""

from __future__ import annotations

import statistics
import time
from datetime import UTC, datetime
from typing import Final

from overview.adapters.zgw.registers import Register
from overview.adapters.zgw.source import ZgwSource
from overview.domain.bsn import Bsn
from overview.domain.case_kinds import CaseRules
from overview.fake_register.application import FakeRegister
from overview.fake_register.serving import Served
from overview.fake_register.shelves import Shelves
from overview.services.case_desk import FIRST_WAIT, CaseDesk, CaseReader

_DELAYS: Final = (0.05, 0.1, 0.2, 0.5, 0.9)
_CASES: Final = 20
_TIMES: Final = 15
_BSN: Final = "999993653"
_CLIENT, _SECRET = "bench", "a-secret-of-at-least-thirty-two-signs"
_LINE: Final = [("Ontvangen", "Ontvangen"), ("In behandeling", "In behandeling"), ("Afgehandeld", "Klaar")]


def bench_cases() -> dict[str, object]:
    """First content, everything, and questions per citizen per register."""
    served = Served()
    registers = {
        f"r{n}": FakeRegister(_fill(served.base_of(f"r{n}")), _CLIENT, _SECRET) for n in range(len(_DELAYS))
    }
    served.start({name: register.build_app() for name, register in registers.items()})
    try:
        return _measure(served, registers)
    finally:
        served.stop()


def _measure(served: Served, registers: dict[str, FakeRegister]) -> dict[str, object]:
    sources = [
        ZgwSource(
            Register(name, name, "municipality", served.base_of(name), _CLIENT, _SECRET), CaseRules, _now
        )
        for name in registers
    ]
    desk = CaseDesk(sources, _now)
    bsn = Bsn(_BSN)
    cold = _read_all(desk, "cold", bsn)
    for register, delay in zip(registers.values(), _DELAYS, strict=True):
        register.traps.slow_seconds = delay
        register.asked.clear()
    slowest = [_time_alone(sources[-1], bsn) for _ in range(3)]
    for register in registers.values():
        register.asked.clear()
    rounds = [_read_all(desk, f"warm {n}", bsn) for n in range(_TIMES)]
    asked = max(len(register.asked) for register in registers.values()) / _TIMES
    firsts = sorted(first for first, _, _ in rounds)
    wholes = sorted(whole for _, whole, _ in rounds)
    return {
        "registers": len(sources),
        "cases": rounds[-1][2],
        "first_content_ms": _ms(statistics.median(firsts)),
        "first_content_worst_ms": _ms(firsts[-1]),
        "first_content_limit_ms": 300,
        "slowest_source_ms": _ms(statistics.median(slowest)),
        "all_ms": _ms(statistics.median(wholes)),
        "all_worst_ms": _ms(wholes[-1]),
        "all_after_slowest_ms": _ms(statistics.median(wholes) - statistics.median(slowest)),
        "all_after_slowest_limit_ms": 100,
        "cold_catalogue_all_ms": _ms(cold[1]),
        "requests_per_citizen_per_register": asked,
        "requests_limit": 1,
    }


def _read_all(desk: CaseDesk, session: str, bsn: Bsn) -> tuple[float, float, int]:
    """Seconds to the first case, seconds to all of them, and how many."""
    reader = CaseReader(session, lambda: bsn)
    started = time.perf_counter()
    first = 0.0
    while True:
        # The page waits at most FIRST_WAIT; looking more often here only sharpens the figure.
        readings = desk.read(reader, wait_for=min(FIRST_WAIT, 0.005))
        past = time.perf_counter() - started
        if not first and any(reading.cases for reading in readings):
            first = past
        if not any(reading.is_outstanding for reading in readings):
            return first, past, sum(len(reading.cases) for reading in readings)


def _time_alone(source: ZgwSource, bsn: Bsn) -> float:
    started = time.perf_counter()
    source.fetch_cases(bsn)
    return time.perf_counter() - started


def _fill(base: str) -> Shelves:
    shelves = Shelves(base)
    kinds = [shelves.add_case_type(f"Soort {n}", _LINE, ("Toegekend",)) for n in range(4)]
    for n in range(_CASES):
        shelves.add_case(
            f"Z{n}", _BSN, kinds[n % 4], [("Ontvangen", "2026-11-02T09:00:00Z")], start="2026-11-01"
        )
    return shelves


def _now() -> datetime:
    return datetime.now(UTC)


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)
