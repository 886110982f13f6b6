"""What a joint page costs beside the same page for one reader: clicks in turn on both, in one run."""

from __future__ import annotations

import asyncio
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Final

from overview.web.bench.client import Tab
from overview.web.bench.measuring import TURNS, count_cpu, lead_to_overview, list_presses
from overview.web.bench.server import Server, serve

READING: Final = Path(__file__).with_name("reading_app.py")
LIMIT: Final = 1.6


def measure_joint() -> dict[str, object]:
    """Processor time per click for one reader and for two, and how many times the second costs."""
    with (
        serve(READING, OVERVIEW_BENCH_READERS="1") as one,
        serve(READING, OVERVIEW_BENCH_READERS="2") as two,
    ):
        return asyncio.run(_measure(one, two))


async def _measure(one: Server, two: Server) -> dict[str, object]:
    async with Tab(one.port) as single, Tab(two.port) as joint:
        await lead_to_overview(single)
        await lead_to_overview(joint)
        presses = (cycle(list_presses(single)), cycle(list_presses(joint)))
        alone, together = [], []
        for _ in range(TURNS):
            alone.append(await count_cpu(one, presses[0]))
            together.append(await count_cpu(two, presses[1]))
        steps = (len(single.steps), len(joint.steps))
    return {
        "joint_steps_shown": list(steps),
        "joint_cpu_ms_per_click": {
            "one_reader": round(median(alone), 2),
            "two_readers": round(median(together), 2),
        },
        "joint_ratio": round(median(together) / median(alone), 2),
        "joint_limit": LIMIT,
    }
