"""What top and foot of a page are made of: they are drawn anew when this changes, and only then."""

from __future__ import annotations

from dataclasses import dataclass

from overview.web.sign_in.visitors import Visitor


@dataclass(frozen=True, slots=True)
class Around:
    """Wat om de pagina heen staat, in values: top and foot read nothing else of this tab.

    `counter` is the counter of this desk, empty at home. `is_talking` is True once the citizen of a
    conversation agrees, `is_joint` already before that.
    """

    language: str
    beside: str
    visitor: Visitor
    is_followed: bool
    has_overview: bool
    is_keeping: bool
    needs_leave: bool
    is_desk: bool
    counter: str
    is_joint: bool
    is_talking: bool
