"""A line to PostgreSQL that a test can cut and mend."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import make_url

from tests.keeping import databases


class Line:
    """A TCP line to PostgreSQL that can be cut and mended."""

    def __init__(self, unix_socket: Path) -> None:
        self._to = unix_socket
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self.is_cut = False
        self._pairs: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self.is_cut:
                near.close()
                continue
            far = socket.socket(socket.AF_UNIX)
            far.connect(str(self._to))
            self._pairs += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    @staticmethod
    def _carry(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(65536):
                other.sendall(piece)
        for end in (one, other):
            end.close()

    def cut(self) -> None:
        self.is_cut = True
        for end in self._pairs:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self._server.close()


@contextmanager
def line_to(uri: str) -> Iterator[tuple[Line, str]]:
    url = make_url(databases.copy_template(uri))
    line = Line(Path(str(url.query["host"])) / ".s.PGSQL.5432")
    address = url.set(host="127.0.0.1", port=line.port, query={})
    try:
        yield line, address.render_as_string(hide_password=False)
    finally:
        line.close()
