"""The circuit breaker: a register that keeps failing is left alone, and tried again by one question."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

_FAILURES: Final = 3
_FIRST_REST: Final = 30.0
_LONGEST_REST: Final = 300.0


class Breaker:
    """Zekering. Closed: everybody asks. Open: nobody does. Half open: one asks, the others wait.

    Three failures in a row open it for 30 seconds; each failed try doubles that, up to 5 minutes.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._rest = _FIRST_REST
        self._open_until: float | None = None
        self._is_probing = False

    def may_ask(self) -> bool:
        """Whether a question may go out now. In half open state True is given once."""
        with self._lock:
            if self._open_until is None:
                return True
            if self._clock() < self._open_until or self._is_probing:
                return False
            self._is_probing = True
            return True

    def succeed(self) -> None:
        """The register answered."""
        with self._lock:
            self._failures, self._rest = 0, _FIRST_REST
            self._open_until, self._is_probing = None, False

    def fail(self) -> None:
        """The register failed."""
        with self._lock:
            self._failures += 1
            if self._is_probing:
                self._rest = min(2 * self._rest, _LONGEST_REST)
            if self._is_probing or self._failures >= _FAILURES:
                self._open_until = self._clock() + self._rest
            self._is_probing = False

    @property
    def state(self) -> str:
        """`closed`, `open` or `half_open`, for the operator."""
        with self._lock:
            if self._open_until is None:
                return "closed"
            return "open" if self._clock() < self._open_until else "half_open"
