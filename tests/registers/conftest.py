from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.registers.builders import Desk, serve


@pytest.fixture
def desk() -> Iterator[Desk]:
    with serve() as opened:
        yield opened
