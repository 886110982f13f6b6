"""Fake registers on a port of this machine: real HTTP, in a thread of this process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Mapping

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

_PATIENCE = 10.0


class _Doors:
    """Leads to an application by the first part of the path, with nothing around it."""

    def __init__(self, apps: Mapping[str, ASGIApp]) -> None:
        self._apps = apps

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = str(scope.get("path", "")).split("/")[1]
        await self._apps[name]({**scope, "root_path": f"/{name}"}, receive, send)


class Served:
    """Bediend: applications by name under one address, until `stop`."""

    def __init__(self, certificate: tuple[str, str] | None = None) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.bind(("127.0.0.1", 0))
        self._certificate = certificate
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def base_of(self, name: str) -> str:
        """The address of one application, ending in a slash."""
        scheme = "https" if self._certificate else "http"
        return f"{scheme}://127.0.0.1:{self._socket.getsockname()[1]}/{name}/"

    def start(self, apps: Mapping[str, ASGIApp]) -> None:
        """Serve these applications; returns when they answer."""
        certificate, key = self._certificate or (None, None)
        config = uvicorn.Config(
            _Doors(apps),
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_keep_alive=30,
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, name="fake-register", daemon=True
        )
        self._thread.start()
        ends_at = time.monotonic() + _PATIENCE
        while not self._server.started and time.monotonic() < ends_at:
            time.sleep(0.01)
        if not self._server.started:
            raise RuntimeError("the fake register did not start")

    def stop(self) -> None:
        """Stop serving."""
        if self._server is not None and self._thread is not None:
            self._server.force_exit = self._server.should_exit = True
            self._thread.join(_PATIENCE)
        self._socket.close()
