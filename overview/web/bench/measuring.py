"""Clicks and sessions through both servers: processor time per click, tabs that one process serves."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from itertools import cycle, islice
from typing import Final

from overview.web.bench.client import Tab
from overview.web.bench.server import EMPTY, Server, serve
from overview.web.paths import ROOT

Press = Callable[[], Awaitable[None]]

STEPS: Final = 10
EVENT: Final = "birth"
CLICKS: Final = 60
TURNS: Final = 5
WARMING_UP: Final = 10
SESSIONS: Final = (10, 20, 40)
SECONDS_BETWEEN_CLICKS: Final = 2.0
ROUNDS: Final = 4
LIMIT_MS: Final = 300.0


def measure() -> dict[str, object]:
    """Both servers in one run, so that what is compared met the same machine."""
    with serve(EMPTY) as empty, serve(ROOT / "app.py") as portal:
        return asyncio.run(_measure(empty, portal))


async def _measure(empty: Server, portal: Server) -> dict[str, object]:
    async with Tab(empty.port) as least, Tab(portal.port) as tab:
        await lead_to_overview(tab)
        shown = len(tab.steps)
        clicks, presses = cycle([partial(least.click, "only")]), cycle(list_presses(tab))
        # In turns, so that what else the machine does hits both.
        pairs = [(await count_cpu(empty, clicks), await count_cpu(portal, presses)) for _ in range(TURNS)]
    floor, click = (statistics.median(side) for side in zip(*pairs, strict=True))
    served = {}
    for count in SESSIONS:
        served[str(count)] = await _measure_sessions(portal, count)
        if served[str(count)] > LIMIT_MS:
            break
    within = [int(count) for count, p95 in served.items() if p95 <= LIMIT_MS]
    return {
        "steps_shown": shown,
        "cpu_ms_per_click": {"empty": round(floor, 2), "overview": round(click, 2)},
        "ratio": round(click / floor, 2),
        "p95_ms_by_sessions": served,
        "sessions_within_300_ms": max(within, default=0),
        "seconds_between_clicks": SECONDS_BETWEEN_CLICKS,
    }


async def lead_to_overview(tab: Tab, event: str = EVENT) -> None:
    """Tell what happened, answer every question with the first answer there is, see the steps."""
    await tab.click(f"event-{event}")
    while not tab.steps:
        answers = [key for key in tab.buttons if key.startswith("answer-") or key.endswith("-unknown")]
        await tab.click(answers[0])
    while len(tab.steps) > STEPS:
        await tab.wish("decide", f"not_needed:{tab.steps[-1]}")


def list_presses(tab: Tab) -> list[Press]:
    """Each step in turn done and taken back: no two presses after one another show the same overview."""
    wishes = [f"{choice}:{step}" for step in tab.steps for choice in ("done", "reopen")]
    return [partial(tab.wish, "decide", wish) for wish in wishes]


async def count_cpu(server: Server, presses: Iterator[Press]) -> float:
    """Processor milliseconds of this server per press."""
    for press in islice(presses, WARMING_UP):
        await press()
    before = server.read_cpu_seconds()
    for press in islice(presses, CLICKS):
        await press()
    return (server.read_cpu_seconds() - before) * 1000 / CLICKS


async def _measure_sessions(server: Server, count: int) -> float:
    waits: list[float] = []

    async def live(place: int) -> None:
        async with Tab(server.port) as tab:
            await lead_to_overview(tab)
            presses = cycle(list_presses(tab))
            ready.release()
            await start.wait()
            await asyncio.sleep(SECONDS_BETWEEN_CLICKS * place / count)
            for press in islice(presses, ROUNDS):
                began = time.perf_counter()
                await press()
                waited = time.perf_counter() - began
                waits.append(waited * 1000)
                await asyncio.sleep(max(0.0, SECONDS_BETWEEN_CLICKS - waited))

    ready, start = asyncio.Semaphore(0), asyncio.Event()
    tabs = [asyncio.create_task(live(place)) for place in range(count)]
    for _ in tabs:
        await ready.acquire()
    start.set()
    await asyncio.gather(*tabs)
    return round(statistics.quantiles(waits, n=20)[-1], 1)
