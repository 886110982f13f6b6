"""Reading cases from several sources at once. No source makes the others wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, TimeoutError, wait
from datetime import datetime

from overview.domain.cases import CaseReading
from overview.ports import CaseSource


def fetch_all_cases(sources: Sequence[CaseSource], now: Callable[[], datetime]) -> tuple[CaseReading, ...]:
    """One reading per source, in the order of `sources`; a slow or broken one says so."""
    if not sources:
        return ()
    pool = ThreadPoolExecutor(max_workers=len(sources), thread_name_prefix="cases")
    try:
        started = [pool.submit(source.fetch_cases) for source in sources]
        wait(started, timeout=max(source.seconds for source in sources))
        readings = []
        for source, future in zip(sources, started, strict=True):
            try:
                readings.append(future.result(timeout=0))
            except TimeoutError:
                readings.append(CaseReading(source.name, source.agency, (), now(), problem="slow"))
            except Exception:
                # A source that breaks its promise must not take the whole overview down.
                readings.append(CaseReading(source.name, source.agency, (), now(), problem="down"))
        return tuple(readings)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
