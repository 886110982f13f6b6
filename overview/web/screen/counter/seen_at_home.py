"""What a citizen sees at home of the counter: who has it now."""

from __future__ import annotations

from overview.domain.identity import SignedIn
from overview.ports import StoreDown
from overview.web.screen.drawing import draw
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.day_view import say_handover


def show_who_has_it(memory: Memory, who: SignedIn) -> None:
    """The handovers of this citizen, the newest first; nothing where there are none."""
    portal = get_portal()
    try:
        handovers = portal.accounts.keeping.passing_on.list_of(who)
    except StoreDown:
        return
    words = memory.words()
    if handovers:
        said = [say_handover(words, one, portal.catalogue) for one in handovers]
        draw("counter/who_has_it.html", said=said)
