"""Setting lines and spaces closer: a little, where that saves a page or keeps a card whole."""

from __future__ import annotations

from collections.abc import Sequence

from overview.paper.blocks import Block, Part
from overview.paper.theme import MARGIN

TIGHTEST = (0.98, 0.96, 0.94, 0.92, 0.9)
"""Shares of its height that a line may get, when that keeps a block on one page with its heading."""
SQUEEZED = (0.98, 0.96)
"""The same for a page, when that makes room for one more block: less to print and to turn over."""
CLOSER = (*SQUEEZED, 0.94, 0.92)
"""The same where much of the page would stay blank: more than `MUCH`, a share of the page."""
MUCH = 0.3


def tighten(blocks: Sequence[Block], room: float) -> None:
    """Set closer what is a little too tall to stand on one page, together with the headings above it."""
    together: list[Block] = []
    for block in blocks:
        together.append(block)
        if not block.is_heading:
            fit_on_a_page(together, room)
            together = []


def fit_on_a_page(blocks: Sequence[Block], room: float) -> bool:
    """Whether these blocks stand on one page, set closer when that is what it takes."""
    between = sum([later.before for later in blocks[1:]])
    if sum([one.height for one in blocks]) + between <= room:
        return True
    share = _find_share(TIGHTEST, room - between, blocks)
    if share:
        for one in blocks:
            one.tighten(share)
    return share is not None


def _find_share(shares: Sequence[float], room: float, parts: Sequence[Block | Part]) -> float | None:
    """The largest share at which the parts fit in `room` together; None where not even the smallest does."""
    if sum([part.height_at(shares[-1]) for part in parts]) > room:
        return None
    return next(share for share in shares if sum([part.height_at(share) for part in parts]) <= room)


def squeezed(page: Sequence[Part], blocks: Sequence[Block], index: int, room: float) -> list[Part] | None:
    """The page set a little closer, where that makes room for the next block with its headings."""
    coming = blocks[index:]
    # A last page with little on it is worth more than any other, and a blank half more than a strip.
    is_little = sum([block.before + block.height for block in coming]) < room / 2
    if not is_little:
        end = next((at for at in range(index, len(blocks)) if not blocks[at].is_heading), len(blocks) - 1)
        coming = blocks[index : end + 1]
    between = sum([part.block.before for part in page[1:]]) + sum([block.before for block in coming])
    blank = room + MARGIN - page[-1].top - page[-1].height
    shares = TIGHTEST if is_little else CLOSER if blank > MUCH * room else SQUEEZED
    share = _find_share(shares, room - between, [*page, *coming])
    if share is None:
        return None
    for block in coming:
        block.tighten(share)
    made: list[Part] = []
    top = MARGIN
    for part in page:
        top += part.block.before if made else 0.0
        made.append(part.tightened(share, top))
        top += made[-1].height
    return made
