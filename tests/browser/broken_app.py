"""The portal with an overview that cannot be made: what does a citizen see then?"""

from __future__ import annotations

from app import app
from overview.wiring import Portal

__all__ = ["app"]


def _break_down(*_: object) -> None:
    raise RuntimeError("geheim van een inwoner")


Portal.build_view_in = _break_down  # type: ignore[method-assign, assignment]
