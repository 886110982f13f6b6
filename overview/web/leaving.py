"""Who may have to leave the screen at once: at home with somebody who must not see it."""

from __future__ import annotations

from overview.domain.catalogue import Catalogue
from overview.domain.situation import Situation


def needs_quick_exit(situation: Situation | None, catalogue: Catalogue) -> bool:
    """True when something told asks for it; then there is no nudge to print either."""
    if situation is None:
        return False
    told = {occurrence.life_event for occurrence in situation.life_events}
    return any(event.has_quick_exit for event in catalogue.life_events.values() if event.id in told)
