"""Benchmarks: ratios against a floor or a peer in the same run, printed as JSON.

Each part is a module with one function; times are medians of wall milliseconds in this
process, meant for the ratios beside them, never for comparing two machines.
"""

from __future__ import annotations

from collections.abc import Callable

from overview.cli.bench.order import bench_order
from overview.services.fields import BadInput


def _paper() -> dict[str, object]:
    from overview.cli.bench.paper import bench_paper

    return bench_paper()


def _web() -> dict[str, object]:
    from overview.cli.bench.web import bench_web

    return bench_web()


def _cases() -> dict[str, object]:
    from overview.cli.bench.cases import bench_cases

    return bench_cases()


def _store() -> dict[str, object]:
    from overview.cli.bench.store import bench_store

    return bench_store()


PARTS: dict[str, Callable[[], dict[str, object]]] = {
    "order": bench_order,
    "paper": _paper,
    "store": _store,
    "web": _web,
    "cases": _cases,
}


def run_bench(only: str | None = None) -> dict[str, object]:
    """All parts, or the one named."""
    if only is not None and only not in PARTS:
        raise BadInput("--only", f"kent {only!r} niet. Kies uit: {', '.join(PARTS)}.")
    return {name: part() for name, part in PARTS.items() if only in (None, name)}
