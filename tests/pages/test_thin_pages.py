"""Pages stay thin."""

from __future__ import annotations

from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parents[2] / "pages").glob("*.py"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_is_over_eighty_lines(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 80
