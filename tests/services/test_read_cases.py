"""Cases from several sources at once: a slow or broken one is named and makes nobody wait."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime

from overview.domain.cases import CaseReading
from overview.services.read_cases import fetch_all_cases

NOW = datetime(2026, 11, 22, 10, 42)


@dataclass
class FakeSource:
    name: str
    agency: str = "uwv"
    seconds: float = 0.05
    breaks: bool = False
    release: threading.Event | None = field(default=None)

    def fetch_cases(self) -> CaseReading:
        if self.release is not None:
            self.release.wait(10)
        if self.breaks:
            raise ConnectionError("no route")
        return CaseReading(self.name, self.agency, (), NOW)


def fetch(*sources: FakeSource) -> dict[str, str]:
    return {reading.source: reading.problem for reading in fetch_all_cases(sources, lambda: NOW)}


def test_every_source_gives_a_reading_in_the_order_asked() -> None:
    assert list(fetch(FakeSource("b"), FakeSource("a"))) == ["b", "a"]


def test_a_broken_source_is_down_and_the_others_are_read() -> None:
    assert fetch(FakeSource("ok"), FakeSource("broken", breaks=True)) == {"ok": "", "broken": "down"}


def test_a_slow_source_is_named_slow_and_never_shown_as_no_cases() -> None:
    release = threading.Event()
    try:
        assert fetch(FakeSource("ok"), FakeSource("slow", release=release)) == {"ok": "", "slow": "slow"}
    finally:
        release.set()


def test_without_sources_nothing_is_read() -> None:
    assert fetch() == {}
