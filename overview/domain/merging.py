"""Two people changed the same overview: what each changed, what goes together, and what clashes."""

from __future__ import annotations

from dataclasses import dataclass

from overview.domain.kept import Fact, Facts, Kept, Path, build_kept, list_facts


@dataclass(frozen=True, slots=True)
class Change:
    """Wijziging: one fact before and after; None when it was not there."""

    path: Path
    before: Fact | None
    after: Fact | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Botsing: the same fact changed in two ways. Somebody has to choose."""

    path: Path
    mine: Fact | None
    theirs: Fact | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Samenvoeging. `kept` has both people's changes and, where they clash, the other's."""

    kept: Kept
    theirs: tuple[Change, ...]
    clashes: tuple[Clash, ...]


def find_changes(before: Kept, after: Kept) -> tuple[Change, ...]:
    """Every fact that differs, in the order of its first appearance."""
    then, now = list_facts(before), list_facts(after)
    paths = dict.fromkeys((*then, *now))
    return tuple(
        Change(path, then.get(path), now.get(path)) for path in paths if then.get(path) != now.get(path)
    )


def merge(base: Kept, theirs: Kept, mine: Kept) -> Merge:
    """Join two versions that both began at `base`."""
    their_changes = find_changes(base, theirs)
    changed_there = {change.path for change in their_changes}
    facts: Facts = list_facts(theirs)
    there = dict(facts)
    clashes = []
    for change in find_changes(base, mine):
        if change.path in changed_there and there.get(change.path) != change.after:
            clashes.append(Clash(change.path, change.after, there.get(change.path)))
        elif change.after is None:
            facts.pop(change.path, None)
        else:
            facts[change.path] = change.after
    return Merge(build_kept(_drop_orphans(facts)), their_changes, tuple(clashes))


def choose_mine(kept: Kept, clashes: tuple[Clash, ...]) -> Kept:
    """The same with my side of these clashes."""
    facts = list_facts(kept)
    for clash in clashes:
        if clash.mine is None:
            facts.pop(clash.path, None)
        else:
            facts[clash.path] = clash.mine
    return build_kept(_drop_orphans(facts))


def _drop_orphans(facts: Facts) -> Facts:
    """An answer for an event that somebody took out goes with it."""
    return {path: fact for path, fact in facts.items() if path[0] != "event" or path[:2] in facts}
