"""How fast and how good the paper is, beside a floor and three peers in the same run."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from statistics import median
from time import perf_counter
from typing import Any

from i18n.dates import calendar_words
from i18n.languages import LANGUAGES
from overview.cli.bench.paper_documents import Line, Pair, lines_of, make_pairs, renew
from overview.cli.bench.paper_peers import PEERS, print_floor
from overview.cli.bench.paper_quality import find_quality
from overview.paper import PaperPrinter, load_ahead
from overview.paper.paragraph import forget_kept
from overview.paper.printer import Sheet
from overview.wiring import get_portal

START_URL = "https://example.org/start"
ROUNDS = 3
PEER_DOCUMENTS = {"typst": 40, "weasyprint": 3, "fpdf2": 2}
"""Documents of each peer: fewer of the slow ones."""
SHEETS: tuple[Sheet, ...] = ("full", "fridge")
Peer = Callable[[list[Line]], bytes]

# A fresh process has only the view, which the words layer would have made; one at a time. With
# "ahead" the portal's own loading at its start comes before the clock, as in every process that serves.
_FRESH = """
import pickle, sys, time
file = open(sys.argv[1], "rb")
pair = pickle.load(file)
if sys.argv[4] == "ahead":
    from i18n.dates import calendar_words
    from i18n.languages import LANGUAGES
    from overview.paper import load_ahead
    load_ahead({language: calendar_words(language) for language in LANGUAGES})
started = time.perf_counter()
from overview.paper import PaperPrinter, load_ahead
printer = PaperPrinter(sys.argv[2])
printer.print_overview(*pair)
print((time.perf_counter() - started) * 1000)
for _ in range(int(sys.argv[3]) - 1):
    pair = pickle.load(file)
    printer.print_overview(*pair)
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024)
"""


def bench_paper() -> dict[str, object]:
    """Milliseconds per document (medians), their ratios, memory, and the quality of each engine."""
    pairs = make_pairs(get_portal())
    bare, memory = _in_fresh_process(pairs, "bare")
    ahead, memory_ahead = _in_fresh_process(pairs, "ahead")
    # As `app.py` does at its start.
    load_ahead({language: calendar_words(language) for language in LANGUAGES})
    # What lives as long as this run is not to be looked through again at each measurement.
    gc.collect()
    gc.freeze()
    texts = [lines_of(pair) for pair in pairs]
    documents = {"overview": PaperPrinter(START_URL).print_overview(*pairs[0])}
    documents |= {name: peer(texts[0]) for name, peer in PEERS.items() if _is_installed(name)}
    return {
        "situations": len(pairs),
        "full_sheet": _race(pairs, "full"),
        "fridge_sheet": _race(pairs, "fridge"),
        "every_sentence_new": _race_new(pairs),
        "first_document_ms": {
            "process_that_loaded_ahead_as_the_portal_does": ahead,
            "bare_process_imports_included": bare,
        },
        "memory_mb": {"loaded_ahead": memory_ahead, "bare": memory},
        "quality": find_quality(documents, texts[0]),
    }


def _race(pairs: list[Pair], sheet: Sheet) -> dict[str, object]:
    """All situations in rotation: our printer, the floor and the peers on the same text.

    They take turns at each situation, so that a busy moment of the machine meets all of them.
    """
    printer = PaperPrinter(START_URL)
    texts = [lines_of(pair, sheet) for pair in pairs]

    def own(pair: Pair) -> bytes:
        return printer.print_overview(*pair, sheet=sheet)

    for pair in pairs:
        own(pair)
    peers = _warmed(texts[-1])
    times: dict[str, list[float]] = {name: [] for name in ("overview", "floor", *peers)}
    for turn in range(ROUNDS):
        for index, (pair, text) in enumerate(zip(pairs, texts, strict=True)):
            times["overview"].append(_time(own, pair))
            times["floor"].append(_time(print_floor, text))
            for name, peer in peers.items():
                if turn * len(pairs) + index < PEER_DOCUMENTS[name]:
                    times[name].append(_time(peer, text))
    found = {name: _median(times[name]) if name in times else None for name in ("overview", "floor", *PEERS)}
    return {
        "paragraphs": len(texts[0]),
        "ms": found,
        "ratio_to_floor": _ratio(found["overview"], found["floor"]),
        "times_faster_than": {name: _ratio(found[name], found["overview"]) for name in PEERS},
    }


def _race_new(pairs: list[Pair]) -> dict[str, object]:
    """Every sentence of every document new, for our printer and for typst, in turns."""
    printer = PaperPrinter(START_URL)
    found: dict[str, object] = {}
    for sheet in SHEETS:

        def own_way(pair: Pair, sheet: Sheet = sheet) -> bytes:
            return printer.print_overview(*pair, sheet=sheet)

        new = [(renew(a, f"\u0646\u0635{at}"), renew(b, f"tekst{at}")) for at, (a, b) in enumerate(pairs)]
        texts = [lines_of(pair, sheet) for pair in new]
        typst = _warmed(texts[-1]).get("typst")
        forget_kept()
        times: list[float] = []
        others: list[float] = []
        for pair, text in zip(new, texts, strict=True):
            times.append(_time(own_way, pair))
            if typst:
                others.append(_time(typst, text))
        own, other = _median(times), _median(others) if others else None
        found[sheet] = {"ms": {"overview": own, "typst": other}, "ratio_to_typst": _ratio(own, other)}
    return found


def _warmed(text: list[Line]) -> dict[str, Peer]:
    """The peers that are installed, each after one document to warm up."""
    peers: dict[str, Peer] = {name: peer for name, peer in PEERS.items() if _is_installed(name)}
    for peer in peers.values():
        peer(text)
    return peers


def _time(make: Callable[[Any], bytes], what: Any) -> float:
    started = perf_counter()
    make(what)
    return (perf_counter() - started) * 1000


def _is_installed(name: str) -> bool:
    return find_spec("fpdf" if name == "fpdf2" else name) is not None


def _median(times: list[float]) -> float:
    return round(median(times), 1)


def _ratio(one: float | None, other: float | None) -> float | str:
    return "not installed" if one is None or other is None else round(one / other, 2)


def _in_fresh_process(pairs: list[Pair], start: str) -> tuple[float, float]:
    """Milliseconds of the first document of a process that started so, and peak megabytes over all."""
    firsts: list[float] = []
    memories: list[float] = []
    with tempfile.NamedTemporaryFile(suffix=".pickle") as kept:
        for pair in pairs:
            pickle.dump(pair, kept)
        kept.flush()
        for _ in range(ROUNDS):
            command = [sys.executable, "-c", _FRESH, kept.name, START_URL, str(len(pairs)), start]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            first, memory = map(float, done.stdout.split())
            firsts.append(first)
            memories.append(memory)
    return _median(firsts), round(max(memories), 1)
