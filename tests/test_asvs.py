"""Every test that the ASVS table names is there, and no item that matters here is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
ITEMS = {
    3: "3.1 3.2 3.3 3.4 4.1 4.3 4.4 4.5 4.6 4.8",
    6: "8.1 8.2 8.4",
    7: "1.1 1.3 2.4 3.1 3.2 4.1 4.4 4.5 6.1 6.2",
    8: "1.1 1.2 2.1 2.2 2.3 3.1 3.2 4.1",
    10: "5.1 5.2 5.3 5.4",
    14: "1.1 2.1 2.6 2.7 3.1 3.2 3.3",
    16: "2.2 2.5 3.1 3.2 3.3 4.2 5.1 5.2 5.3",
}


def test_the_table_has_every_item_once_in_order() -> None:
    expected = [f"{chapter}.{item}" for chapter, items in ITEMS.items() for item in items.split()]
    assert re.findall(r"^\| (\d+\.\d+\.\d+) \|", TABLE, re.MULTILINE) == expected


def test_every_test_in_the_table_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TABLE)
    assert len(named) > 30
    for path, name in named:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert name in defined, f"{path}::{name}"
