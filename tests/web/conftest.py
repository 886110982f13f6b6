from __future__ import annotations

import pytest

from tests.web.builders import PortalClient


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERVIEW_TODAY", "2026-11-22")


@pytest.fixture(scope="session")
def portal() -> PortalClient:
    return PortalClient()
