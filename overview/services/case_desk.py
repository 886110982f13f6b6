"""The case desk: reads every register at once for one session, and never waits for the slowest.

A reading is asked for once and stands until somebody asks anew, it gets old, or the session ends.
The citizen's number is asked from the session at the moment of reading and kept by nobody here.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from overview.domain.bsn import Bsn
from overview.domain.cases import CaseReading
from overview.ports import CaseSource, LastKnownCases

FIRST_WAIT: Final = 0.3
"""Seconds a page waits for the first answers; the rest is filled in as it comes."""

_OLD_AFTER: Final = 15 * 60.0
_MOST_SESSIONS: Final = 2_000
_GRACE: Final = 0.1

AskBsn = Callable[[], Bsn | None]
"""Gives the number of the living session at the moment of asking; None when nobody signed in."""


@dataclass(frozen=True, slots=True)
class CaseReader:
    """Wie zaken leest: one living session. `person` is whose kept cases may stand in; may be empty.

    Holds no number: `ask_bsn` gets it from the session at the moment of asking.
    """

    session: str
    ask_bsn: AskBsn
    person: str = ""


@dataclass(slots=True)
class _Round:
    """One time of asking all sources. Holds answers, never the number they were asked with."""

    started: float
    futures: list[Future[CaseReading]]
    late: dict[int, CaseReading] = field(default_factory=dict)


class CaseDesk:
    """Leesloket voor zaken: one round of readings per session."""

    def __init__(
        self,
        sources: Sequence[CaseSource],
        now: Callable[[], datetime],
        *,
        kept: LastKnownCases | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sources = tuple(sources)
        self._now = now
        self._kept = kept
        self._clock = clock
        self._rounds: dict[str, _Round] = {}
        self._lock = threading.Lock()
        # Room for many citizens at once: a thread that waits for a slow register costs next to nothing.
        self._pool = ThreadPoolExecutor(
            max_workers=max(8, 24 * len(self._sources)), thread_name_prefix="cases"
        )

    @property
    def sources(self) -> tuple[CaseSource, ...]:
        """What is read, in the order shown."""
        return self._sources

    def read(
        self, reader: CaseReader, *, wait_for: float = FIRST_WAIT, anew: bool = False
    ) -> tuple[CaseReading, ...]:
        """One reading per source, in order; what has not arrived after `wait_for` seconds says so."""
        round_ = self._find_round(reader.session, anew) or self._start(reader)
        if round_ is None:
            return without_sign_in(self._sources, self._now)
        ends_at = self._clock() + wait_for
        while not self._is_complete(round_) and (left := ends_at - self._clock()) > 0:
            pending = [future for future in round_.futures if not future.done()]
            wait(pending, timeout=min(left, self._until_next_limit(round_)), return_when=FIRST_COMPLETED)
        return tuple(self._tell(round_, number, reader.person) for number in range(len(self._sources)))

    def is_outstanding(self, session: str) -> bool:
        """Whether an answer for this session is still on its way."""
        with self._lock:
            round_ = self._rounds.get(session)
        return round_ is not None and not self._is_complete(round_)

    def holds(self, session: str) -> bool:
        """Whether anything read for this session is still here."""
        with self._lock:
            return session in self._rounds

    def forget(self, session: str) -> None:
        """The session ended: let go of what was read for it."""
        with self._lock:
            round_ = self._rounds.pop(session, None)
        for future in round_.futures if round_ else ():
            future.cancel()

    def _find_round(self, session: str, anew: bool) -> _Round | None:
        with self._lock:
            round_ = self._rounds.get(session)
        if round_ is None or anew or self._clock() - round_.started > _OLD_AFTER:
            return None
        return round_

    def _start(self, reader: CaseReader) -> _Round | None:
        bsn = reader.ask_bsn()
        if bsn is None:
            return None
        futures = [self._pool.submit(self._fetch, source, bsn, reader.person) for source in self._sources]
        round_ = _Round(self._clock(), futures)
        with self._lock:
            for old in [name for name, r in self._rounds.items() if round_.started - r.started > _OLD_AFTER]:
                del self._rounds[old]
            if len(self._rounds) >= _MOST_SESSIONS:
                del self._rounds[next(iter(self._rounds))]
            self._rounds[reader.session] = round_
        return round_

    def _fetch(self, source: CaseSource, bsn: Bsn | None, person: str) -> CaseReading:
        try:
            reading = source.fetch_cases(bsn)
        except Exception:
            # A source that breaks its promise must not take the whole overview down.
            reading = self._fail(source, "down")
        if (
            self._kept is not None
            and person
            and reading.is_whole
            and self._kept.may_keep(person, source.agency)
        ):
            self._kept.keep(person, reading)
        return reading

    def _tell(self, round_: _Round, number: int, person: str) -> CaseReading:
        source, future = self._sources[number], round_.futures[number]
        if future.done() and not future.cancelled() and number not in round_.late:
            reading = future.result()
        elif self._is_past(round_, number):
            reading = round_.late.setdefault(number, self._fail(source, "slow"))
        else:
            return self._fail(source, "reading")
        if reading.is_whole or self._kept is None or not person:
            return reading
        may_keep = self._kept.may_keep(person, source.agency)
        return reading.with_kept(self._kept.find(person, source.name) if may_keep else None)

    def _fail(self, source: CaseSource, problem: str) -> CaseReading:
        return CaseReading(source.name, source.agency, (), self._now(), problem, name=source.title)

    def _is_past(self, round_: _Round, number: int) -> bool:
        return self._clock() - round_.started >= self._sources[number].seconds + _GRACE

    def _is_complete(self, round_: _Round) -> bool:
        return all(
            future.done() or self._is_past(round_, number) for number, future in enumerate(round_.futures)
        )

    def _until_next_limit(self, round_: _Round) -> float:
        """Seconds until the next source that did not answer is past its time."""
        past = self._clock() - round_.started
        limits = [
            source.seconds + _GRACE - past
            for source, future in zip(self._sources, round_.futures, strict=True)
            if not future.done() and source.seconds + _GRACE > past
        ]
        return max(min(limits, default=0.0), 0.001)


def without_sign_in(sources: Sequence[CaseSource], now: Callable[[], datetime]) -> tuple[CaseReading, ...]:
    """What can be said of each source when nobody signed in: that it is read only then."""
    return tuple(
        CaseReading(source.name, source.agency, (), now(), "not_signed_in", name=source.title)
        for source in sources
    )
