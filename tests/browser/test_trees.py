"""What a screen reader gets of the main pages is kept beside the tests; a change is seen and looked at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.trees import LANGUAGES, find_path, read_trees


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accessibility_tree_is_as_it_was_looked_at(page: Page, address: str, language: str) -> None:
    changed = []
    for name, tree in read_trees(page, address, language):
        if find_path(name, language).read_text(encoding="utf-8") != tree:
            changed.append(name)
    assert not changed, f"look at these pages, then run python -m tests.browser.trees: {changed}"
