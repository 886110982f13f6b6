"""Joins the reading of cases: real registers when the operator names them, else those of the demo.

`OVERVIEW_REGISTERS` is the TOML file with the registers. In production without it no cases are read.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from overview.adapters.late_source import LateSource
from overview.adapters.sample_cases import load_sample_cases
from overview.adapters.zgw.checking import check_source
from overview.adapters.zgw.details import ZgwDetails
from overview.adapters.zgw.registers import Register, RegistersError, load_registers
from overview.adapters.zgw.source import ZgwSource
from overview.domain.case_details import SourceCheck
from overview.domain.case_kinds import CaseRules
from overview.domain.cases import CaseReading
from overview.ports import CaseFiles, CaseSource, LastKnownCases
from overview.services.case_desk import CaseDesk, without_sign_in

PRODUCTION = "production"


Rules = Callable[[], CaseRules]
Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Cases:
    """Zaken lezen: the desk, what stands there when nobody signed in, and what the operator may check."""

    desk: CaseDesk
    read_unsigned: Callable[[], tuple[CaseReading, ...]]
    find_files: Callable[[str], CaseFiles | None]
    check_sources: Callable[[], tuple[SourceCheck, ...]]


def build_cases(rules: Rules, now: Now, sample_file: Path, kept: LastKnownCases | None = None) -> Cases:
    """The reading of cases for this process. Raises `RegistersError` when its settings are wrong."""
    named = os.environ.get("OVERVIEW_REGISTERS")
    if named:
        sources = [ZgwSource(r, rules, now) for r in load_registers(Path(named), os.environ)]
        return _join(sources, lambda: sources, now, kept)
    if os.environ.get("OVERVIEW_MODE") == PRODUCTION:
        return _join([], lambda: [], now, kept)
    demo = _Demo(rules, now)
    joined = _join(demo.list_late(), demo.list_sources, now, kept)
    samples = load_sample_cases(sample_file, now)
    return Cases(
        joined.desk,
        lambda: tuple(sample.fetch_cases(None) for sample in samples),
        joined.find_files,
        joined.check_sources,
    )


def _join(
    shown: Sequence[CaseSource],
    make: Callable[[], Sequence[ZgwSource]],
    now: Now,
    kept: LastKnownCases | None,
) -> Cases:
    def find_files(name: str) -> CaseFiles | None:
        return next((ZgwDetails(source) for source in make() if source.name == name), None)

    def check_sources() -> tuple[SourceCheck, ...]:
        return tuple(check_source(source) for source in make())

    return Cases(
        CaseDesk(shown, now, kept=kept), lambda: without_sign_in(shown, now), find_files, check_sources
    )


class LateKept:
    """Laatst bekende zaken in a database that is opened only when there is somebody whose they are."""

    def __init__(self, find: Callable[[], LastKnownCases]) -> None:
        self._find = find

    def may_keep(self, person: str, agency: str) -> bool:
        """Whether consent and legal basis both exist now."""
        return self._find().may_keep(person, agency)

    def keep(self, person: str, reading: CaseReading) -> None:
        """Keep this whole reading."""
        self._find().keep(person, reading)

    def find(self, person: str, source: str) -> CaseReading | None:
        """The reading kept last."""
        return self._find().find(person, source)


class _Demo:
    """The registers of the demo, started when the first one is read."""

    def __init__(self, rules: Rules, now: Now) -> None:
        self._rules = rules
        self._now = now
        self._lock = threading.Lock()
        self._started: Mapping[str, ZgwSource] = {}

    def list_late(self) -> list[CaseSource]:
        """One source per demo register; none is started yet."""
        from overview.fake_register.demo import DEMO_REGISTERS

        def maker(name: str) -> Callable[[], CaseSource]:
            return lambda: self._start()[name]

        return [
            LateSource(own.name, own.agency, own.title, 5.0, maker(own.name), self._now)
            for own in DEMO_REGISTERS
        ]

    def list_sources(self) -> list[ZgwSource]:
        """The sources themselves, started."""
        return list(self._start().values())

    def _start(self) -> Mapping[str, ZgwSource]:
        with self._lock:
            self._started = self._started or self._serve()
            return self._started

    def _serve(self) -> Mapping[str, ZgwSource]:
        from overview.fake_register.demo import CLIENT, DEMO_REGISTERS, serve_demo

        secret = secrets.token_urlsafe(32)
        served = serve_demo(self._now().date(), secret)
        return {
            own.name: ZgwSource(
                Register(
                    own.name, own.title, own.agency, served.base_of(own.name), CLIENT, secret, seconds=5.0
                ),
                self._rules,
                self._now,
            )
            for own in DEMO_REGISTERS
        }


__all__ = ["Cases", "LateKept", "RegistersError", "build_cases"]
