"""What top and foot of a page are made of: they are drawn anew when this changes, and only then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from overview.web.leaving import needs_quick_exit
from overview.web.sign_in.visitors import Visitor
from overview.wiring import get_portal

if TYPE_CHECKING:
    from overview.web.screen.memory import Memory


@dataclass(frozen=True, slots=True)
class Around:
    """Wat om de pagina heen staat, in values: top and foot read nothing else of this tab.

    `counter` is the counter of this desk, empty at home. `is_talking` is True once the citizen of a
    conversation agrees, `is_joint` already before that.
    """

    language: str
    beside: str
    visitor: Visitor
    has_overview: bool
    is_keeping: bool
    needs_leave: bool
    is_desk: bool
    counter: str
    is_joint: bool
    is_talking: bool


def take_around(memory: Memory) -> Around:
    """As this tab stands now."""
    desk = memory.desk
    return Around(
        language=memory.language,
        beside=memory.beside,
        visitor=memory.visitor,
        has_overview=memory.situation is not None,
        is_keeping=memory.saving is not None or memory.is_put_away,
        needs_leave=needs_quick_exit(memory.situation, get_portal().catalogue),
        is_desk=desk is not None,
        counter=desk.counter if desk is not None else "",
        is_joint=desk is not None and desk.conversation is not None,
        is_talking=memory.conversation is not None,
    )
