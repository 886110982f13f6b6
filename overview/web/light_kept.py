"""Keeping on the light page: what the page began with travels in its form, beside what it shows now.

Each page that a citizen who keeps an overview sends back holds the version it began at. A change is saved
before the next page is made; where somebody else changed the same fact, that page asks which one holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from overview.domain.access import NotAllowed
from overview.domain.identity import SignedIn
from overview.domain.kept import Kept
from overview.domain.merging import Change, Clash, choose_mine
from overview.domain.situation import Situation
from overview.ports import StoreDown
from overview.services.keeping.answers import Clashed, NotKept
from overview.wiring import get_portal

NOTHING: Final = Situation(())


@dataclass(frozen=True, slots=True)
class KeptHere:
    """Bewaard overzicht op de eenvoudige pagina. `base` is what the database held at `version`.

    `saved_at` is set when this very page was saved; `has_stopped`: nothing is kept any more.
    """

    base: Situation
    version: int
    saved_at: datetime | None = None
    theirs: tuple[Change, ...] = ()
    clashed: Clashed | None = None
    is_down: bool = False
    has_stopped: bool = False

    @property
    def carries_base(self) -> bool:
        """Whether the form must hold what it began with: it shows more than was saved."""
        return self.is_down or self.clashed is not None


def read_kept_here(form: Mapping[str, str], told: Situation | None) -> KeptHere | None:
    """What the page that was sent back began with; None when nothing of it is kept. Raises `BadInput`."""
    text = form.get("version", "")
    if not text.isdecimal() or len(text) > 9 or told is None:
        return None
    packed = form.get("base", "")
    if not packed:
        return KeptHere(told, int(text))
    return KeptHere(get_portal().read_situation(packed), int(text), is_down=True)


def open_kept_here(who: SignedIn, told: Situation | None) -> tuple[KeptHere, Situation] | None:
    """What is kept of this citizen, with what was told before signing in added; None when nothing is.

    Raises `StoreDown`.
    """
    portal = get_portal()
    try:
        opened = portal.accounts.keeping.overviews.open(who, who.person, portal.accounts.clock())
    except (NotKept, NotAllowed):
        return None
    held = KeptHere(opened.kept.situation, opened.version)
    if told is None:
        return held, opened.kept.situation
    return save(replace(held, base=NOTHING, version=0), who, told)


def start(who: SignedIn, told: Situation, language: str) -> KeptHere:
    """The citizen said yes. Raises `StoreDown`."""
    accounts = get_portal().accounts
    basis, now = accounts.settings.legal_basis.text, accounts.clock()
    _, saved = accounts.keeping.overviews.start(who, Kept(told), language, basis, now)
    return KeptHere(saved.kept.situation, saved.version, saved.saved_at)


def save(held: KeptHere, who: SignedIn, mine: Situation) -> tuple[KeptHere, Situation]:
    """Save what changed; the answer says honestly what came of it, with what the page shows now."""
    portal = get_portal()
    try:
        answer = portal.accounts.keeping.overviews.save_situation(
            who, who.person, held.base, held.version, mine, portal.accounts.clock()
        )
    except StoreDown:
        return replace(held, is_down=True), mine
    except (NotKept, NotAllowed):
        return replace(held, has_stopped=True), mine
    if isinstance(answer, Clashed):
        return replace(held, clashed=answer), mine
    # Debts that somebody brought are never kept; they stay on the page.
    shown = replace(answer.kept.situation, debts=mine.debts)
    return KeptHere(shown, answer.version, answer.saved_at, answer.theirs), shown


def name_choice(clash: Clash) -> str:
    """The name of the field in which one clash is settled."""
    return "clash:" + "/".join(clash.path)


def settle(held: KeptHere, who: SignedIn, form: Mapping[str, str]) -> tuple[KeptHere, Situation] | None:
    """Every clash as it was chosen, saved; None while one is not chosen yet."""
    clashed = held.clashed
    if clashed is None:
        return None
    chosen = {clash.path: form.get(name_choice(clash)) for clash in clashed.clashes}
    if any(choice not in ("mine", "theirs") for choice in chosen.values()):
        return None
    mine = choose_mine(
        clashed.kept, tuple(clash for clash in clashed.clashes if chosen[clash.path] == "mine")
    )
    return save(KeptHere(clashed.stored.situation, clashed.version), who, mine.situation)
