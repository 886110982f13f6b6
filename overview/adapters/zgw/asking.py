"""Asking a register over HTTP: within its base, its time and its size, and never a BSN in an address."""

from __future__ import annotations

import json
import logging
import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.registers import Register
from overview.adapters.zgw.tokens import build_token

log = logging.getLogger("overview.registers")

_CRS: Final = "EPSG:4326"
_SAFE_CODE: Final = re.compile(r"[a-z][a-z_-]{0,60}")
_SAFE_INSTANCE: Final = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REFUSED: Final = (401, 403)
_LARGEST_ERROR: Final = 20_000
_DROPPED: Final = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)
"""A connection that the other side closed."""


class Budget:
    """Tijd voor één vraag: the seconds left of those one reading may take."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends_at = clock() + seconds

    def left(self) -> float:
        """Seconds left. Raises `RegisterError("slow")` when there are none."""
        left = self._ends_at - self._clock()
        if left <= 0:
            raise RegisterError("slow", "budget")
        return left


class RegisterClient:
    """Vraagt één register. Remembers the version it told, and nothing of what it answered."""

    def __init__(
        self,
        register: Register,
        *,
        transport: httpx.BaseTransport | None = None,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        # httpx writes every address in its log; ours say whose case is looked at.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self.register = register
        self.version = ""
        self._wall_clock = wall_clock
        self._http = httpx.Client(
            transport=transport,
            verify=_trust(register) if transport is None else True,
            trust_env=False,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=16, max_keepalive_connections=8, keepalive_expiry=8.0),
        )

    def get(self, url: str, budget: Budget, params: Mapping[str, str] | None = None) -> Any:
        """The JSON at `url`, which must lie within the base of this register."""
        self.refuse_outside(url)
        return self._ask_again_once("GET", url, budget, params=params)

    def post(self, url: str, budget: Budget, body: Mapping[str, Any], params: Mapping[str, str]) -> Any:
        """The JSON answer to a search; a search changes nothing, so it may be asked again."""
        self.refuse_outside(url)
        return self._ask_again_once("POST", url, budget, json=body, params=params)

    def refuse_outside(self, url: str) -> None:
        """Raises for an address that is not of this register: the token would go to a stranger."""
        own, asked = urlsplit(self.register.base), urlsplit(url)
        is_own = (asked.scheme, asked.netloc) == (own.scheme, own.netloc)
        # A path that climbs, or hides a slash, is not where it says it is.
        is_plain = ".." not in asked.path and "%" not in asked.path and "\\" not in asked.path
        if not (is_own and is_plain and asked.path.startswith(own.path)):
            raise RegisterError("nonsense", "address-outside-base")

    @contextmanager
    def stream(self, url: str, budget: Budget) -> Iterator[httpx.Response]:
        """The answer at `url` while it comes in, for documents."""
        self.refuse_outside(url)
        with _own_errors(), self._http.stream("GET", url, **self._around(budget, "*/*")) as response:
            self._check(response)
            yield response

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _ask_again_once(self, method: str, url: str, budget: Budget, **question: Any) -> Any:
        # A register drops idle connections; the first question after a pause may meet a closed one.
        with suppress(*_DROPPED):
            return self._ask(method, url, budget, **question)
        try:
            return self._ask(method, url, budget, **question)
        except _DROPPED as error:
            raise RegisterError("down", type(error).__name__) from None

    def _ask(self, method: str, url: str, budget: Budget, **question: Any) -> Any:
        around = self._around(budget, "application/json")
        with _own_errors(), self._http.stream(method, url, **around, **question) as response:
            self._check(response)
            body = read_whole(response, self.register.largest_answer, budget)
        return read_json(body)

    def _around(self, budget: Budget, accept: str) -> dict[str, Any]:
        left = budget.left()
        token = build_token(self.register.client_id, self.register.secret, self._wall_clock())
        headers = {
            "Authorization": f"Bearer {token}",
            "Accept": accept,
            "Accept-Encoding": "identity",
            "Accept-Crs": _CRS,
            "Content-Crs": _CRS,
        }
        connect = min(left, self.register.connect_seconds)
        return {"headers": headers, "timeout": httpx.Timeout(left, connect=connect)}

    def _check(self, response: httpx.Response) -> None:
        told = response.headers.get("api-version", "")
        if re.fullmatch(r"\d{1,3}(\.\d{1,3}){1,2}", told):
            self.version = told
        if response.status_code == httpx.codes.OK:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise RegisterError("nonsense", "encoded-answer")
            return
        raise self._explain(response)

    def _explain(self, response: httpx.Response) -> RegisterError:
        status = response.status_code
        code, instance = _read_error(response)
        log.warning("register %s answered %s (%s) %s", self.register.name, status, code, instance)
        if status in _REFUSED:
            return RegisterError("refused", code or str(status))
        is_down = status >= httpx.codes.INTERNAL_SERVER_ERROR or status == httpx.codes.TOO_MANY_REQUESTS
        return RegisterError("down" if is_down else "nonsense", code or str(status))


def _trust(register: Register) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=register.ca_file or None)


@contextmanager
def _own_errors() -> Iterator[None]:
    """What httpx calls its errors, in the one error of this adapter; a reset may be tried again."""
    try:
        yield
    except _DROPPED:
        raise
    except httpx.TimeoutException as error:
        raise RegisterError("slow", type(error).__name__) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
        raise RegisterError("down", type(error).__name__) from None


def read_whole(response: httpx.Response, largest: int, budget: Budget) -> bytes:
    """The body, read within time and size."""
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > largest:
            raise RegisterError("nonsense", "too-large")
        budget.left()
    return bytes(body)


def read_json(body: bytes) -> Any:
    """The JSON in `body`; anything else is nonsense."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise RegisterError("nonsense", "no-json") from None


def _read_error(response: httpx.Response) -> tuple[str, str]:
    """Error code and instance of the standard, only in the form they should have: a log keeps them."""
    try:
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > _LARGEST_ERROR:
                return "", ""
        told = json.loads(body)
    except (httpx.HTTPError, ValueError, RecursionError):
        return "", ""
    if not isinstance(told, dict):
        return "", ""
    code, instance = str(told.get("code", "")), str(told.get("instance", ""))
    return (
        code if _SAFE_CODE.fullmatch(code) else "",
        instance if _SAFE_INSTANCE.fullmatch(instance) else "",
    )
