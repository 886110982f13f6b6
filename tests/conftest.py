"""Every test run has a database and demo secrets of its own, and leaves nothing behind in the project."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    kept = os.environ.get("OVERVIEW_DATA")
    os.environ["OVERVIEW_DATA"] = str(tmp_path_factory.mktemp("overview-data"))
    yield
    if kept is None:
        del os.environ["OVERVIEW_DATA"]
    else:
        os.environ["OVERVIEW_DATA"] = kept
