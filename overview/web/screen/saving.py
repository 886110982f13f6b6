"""Keeping what this tab holds, for who signed in and said yes: opening, saving after each change, honestly.

"Saved" is said after the commit and never before. While the database is away everything stays in the
tab; where somebody else changed the same thing, both sides stand on the screen until one is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from overview.domain.access import NotAllowed
from overview.domain.conversation import Keeping
from overview.domain.identity import SignedIn
from overview.domain.kept import Kept
from overview.domain.merging import Clash, choose_mine, merge
from overview.ports import StoreDown
from overview.services.conversation_text import COUNTER
from overview.services.keeping.answers import Clashed, NotKept, Opened, Saved
from overview.web.screen.kept_state import Saving
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


@dataclass(frozen=True, slots=True)
class Keeper:
    """Wie hier bewaart, in whose overview: a citizen, or at a counter the worker to whom it is open."""

    who: SignedIn
    person: str

    @property
    def mark(self) -> str:
        """Which session opened which overview."""
        return f"{self.who.session} {self.person}"


def find_keeper(memory: Memory) -> Keeper | None:
    """Who may save what is on this screen; nobody at a counter where nothing is to be kept."""
    citizen, desk = memory.visitor.citizen, memory.desk
    if desk is None:
        return Keeper(citizen, citizen.person) if citizen is not None else None
    talk = memory.conversation
    if talk is None or talk.keeping is Keeping.NOTHING:
        return None
    if desk.person and memory.visitor.worker is not None:
        return Keeper(memory.visitor.worker, desk.person)
    is_own = talk.keeping is Keeping.EXISTING and citizen is not None
    return Keeper(citizen, citizen.person) if is_own and citizen is not None else None


def keep_up(memory: Memory) -> None:
    """Open what is kept at the first chance; after that, save what changed."""
    keeper = find_keeper(memory)
    if not memory.visitor.is_known:
        if memory.saving is not None:
            memory.saving.is_down = True
        return
    if keeper is None:
        memory.saving, memory.asked_for, memory.is_put_away = None, "", False
        return
    if memory.saving is not None and memory.situation is None:
        # The screen was cleared: what is kept stays kept, and comes back when asked for.
        memory.saving, memory.is_put_away = None, True
    if memory.saving is None and memory.asked_for != keeper.mark and memory.is_restored:
        open_kept(memory, keeper)
    if memory.saving is not None:
        _save(memory, memory.saving, keeper)


def open_kept(memory: Memory, keeper: Keeper) -> None:
    """Take what is kept to the screen; what was typed before signing in stays and goes along."""
    portal = get_portal()
    try:
        opened = portal.accounts.keeping.overviews.open(keeper.who, keeper.person, portal.accounts.clock())
    except (NotKept, NotAllowed):
        memory.asked_for = keeper.mark
        return
    except StoreDown:
        return
    memory.asked_for = keeper.mark
    saving = _begin(opened)
    memory.is_put_away = False
    memory.saving = saving
    mine = memory.to_kept()
    # A draft that began at this very version holds the newest word; of an older one we cannot know.
    base = opened.kept if memory.kept_version == opened.version else Kept()
    memory.kept_version = opened.version
    if memory.situation is None:
        memory.take_kept(opened.kept)
        return
    joined = merge(base, opened.kept, mine)
    clashes = list_to_choose(joined.clashes)
    if clashes:
        saving.clashed = Clashed(joined.kept, opened.kept, opened.version, (), clashes)
    memory.take_kept(joined.kept)


def _begin(opened: Opened) -> Saving:
    news = tuple(change for told in opened.since_visit for change in told.changes)
    return Saving(opened.kept, opened.version, opened.saved_at, last_visit=opened.last_visit, news=news)


def start(memory: Memory, who: SignedIn) -> bool:
    """The citizen said yes: keep what is on the screen. False when the database is away."""
    portal = get_portal()
    basis = portal.accounts.settings.legal_basis.text
    try:
        person, saved = portal.accounts.keeping.overviews.start(
            who, memory.to_kept(), memory.language, basis, portal.accounts.clock()
        )
    except StoreDown:
        return False
    citizen = replace(who, person=person)
    memory.visitor = replace(memory.visitor, citizen=citizen)
    memory.person, memory.asked_for = person, Keeper(citizen, person).mark
    memory.saving = Saving(saved.kept, saved.version, saved.saved_at)
    memory.kept_version, memory.has_stopped = saved.version, False
    memory.take_kept(saved.kept)
    return True


def _save(memory: Memory, saving: Saving, keeper: Keeper) -> None:
    mine = hold_counter(saving.base, memory.to_kept())
    if saving.clashed is not None or (mine == saving.base and not saving.is_down):
        return
    portal = get_portal()
    try:
        answer = portal.accounts.keeping.overviews.save(
            keeper.who, keeper.person, saving.base, saving.version, mine, portal.accounts.clock()
        )
    except StoreDown:
        saving.is_down = True
        return
    except (NotKept, NotAllowed):
        memory.saving, memory.has_stopped = None, True
        return
    saving.is_down = False
    if isinstance(answer, Clashed):
        _take_clash(memory, saving, answer)
    else:
        _take(memory, saving, answer)


def try_again(memory: Memory) -> None:
    """Save once more what could not be saved."""
    keeper = find_keeper(memory)
    if memory.saving is not None and keeper is not None:
        _save(memory, memory.saving, keeper)


def hold_counter(base: Kept, mine: Kept) -> Kept:
    """At which counter somebody was changes only with what was agreed there: looking along is no change."""
    held = base.talk.get(COUNTER)
    if held is None or {**mine.talk, COUNTER: held} != base.talk:
        return mine
    return replace(mine, talk=dict(base.talk))


def list_to_choose(clashes: tuple[Clash, ...]) -> tuple[Clash, ...]:
    """What somebody has to choose: of two counters the last one counts, nobody is asked."""
    return tuple(one for one in clashes if one.path != ("talk", COUNTER))


def _take_clash(memory: Memory, saving: Saving, clashed: Clashed) -> None:
    """Nothing was written: what clashes is chosen first. What the other changed besides is told at once."""
    clashes = list_to_choose(clashed.clashes)
    asked = {one.path for one in clashes}
    saving.theirs = tuple(change for change in clashed.theirs if change.path not in asked)
    memory.take_kept(clashed.kept)
    if clashes:
        saving.clashed = replace(clashed, clashes=clashes)
    else:
        saving.base, saving.version = clashed.stored, clashed.version


def _take(memory: Memory, saving: Saving, saved: Saved) -> None:
    saving.base, saving.version, saving.saved_at = saved.kept, saved.version, saved.saved_at
    memory.kept_version = saved.version
    if saved.theirs:
        saving.theirs = saved.theirs
        memory.take_kept(saved.kept)


def settle(memory: Memory, clash: Clash, *, is_mine: bool) -> None:
    """One clash is chosen; after the last one the whole is saved."""
    saving = memory.saving
    if saving is None or saving.clashed is None:
        return
    clashed = saving.clashed
    if is_mine:
        memory.take_kept(choose_mine(memory.to_kept(), (clash,)))
    left = tuple(one for one in clashed.clashes if one != clash)
    saving.clashed = replace(clashed, clashes=left) if left else None
    if not left:
        saving.base, saving.version = clashed.stored, clashed.version
