"""What the command about sources of cases finds out, as plain values and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from overview.wiring import get_portal


def list_sources() -> list[dict[str, Any]]:
    """The sources that are read, in order; nothing is asked of them."""
    return [
        {"source": source.name, "title": source.title, "agency": source.agency, "seconds": source.seconds}
        for source in get_portal().cases.desk.sources
    ]


def check_sources() -> list[dict[str, Any]]:
    """Each source asked: reachable, version, canary, rights. `problem` is empty when it can be used."""
    return [
        {
            "source": found.source,
            "title": found.title,
            "is_good": found.is_good,
            "is_reachable": found.is_reachable,
            "version": found.version,
            "canary": found.canary,
            "rights": found.rights,
            "problem": found.problem,
            "note": found.note,
        }
        for found in get_portal().cases.check_sources()
    ]


def write_sources(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    """One line per source."""
    if not found:
        yield "no sources: OVERVIEW_REGISTERS names no file with registers"
    for source in found:
        if "is_good" not in source:
            yield f"{source['source']}: {source['title']} ({source['agency']}), {source['seconds']:g} s"
            continue
        rights = ", ".join(f"{api} {has}" for api, has in source["rights"].items())
        state = "good" if source["is_good"] else source["problem"]
        note = f"; {source['note']}" if source["note"] else ""
        version = source["version"] or "unknown"
        told = f"version {version}; canary {source['canary']}; rights: {rights}{note}"
        yield f"{source['source']}: {state}; {told}"
