"""Who waits for whom among the open steps, after dropped, done and maybe steps fell away."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from overview.domain.candidates import Candidate, Candidates


def find_open_needs(
    found: Candidates, open_ids: Collection[str], passed_over: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """For each open step the open steps it directly waits for.

    A step that dropped out, or that is in `passed_over` (maybe, not needed), is replaced by
    what it waits for itself; one that is done (neither open nor passed over) holds nothing up.
    """
    return {c.id: tuple(sorted(_open_needs(c, found, open_ids, passed_over))) for c in found.all}


def _open_needs(
    candidate: Candidate, found: Candidates, open_ids: Collection[str], passed_over: Collection[str]
) -> set[str]:
    needed: set[str] = set()
    seen: set[tuple[int, str]] = set()
    stack = list(candidate.needs)
    while stack:
        need = stack.pop()
        if need in seen:
            continue
        seen.add(need)
        occurrence, step_id = need
        if need in found.dropped:
            stack += [(occurrence, i) for i in found.dropped[need]]
            continue
        other = found.find(occurrence, step_id)
        if other is None or other is candidate:
            continue
        if other.id in passed_over:
            stack += other.needs
        elif other.id in open_ids:
            needed.add(other.id)
    return needed


def find_held_up(needs: Mapping[str, tuple[str, ...]], blocked: Collection[str]) -> set[str]:
    """`blocked` and everything that waits for it, through any number of steps."""
    waiting: dict[str, list[str]] = {}
    for step_id, earlier in needs.items():
        for other in earlier:
            waiting.setdefault(other, []).append(step_id)
    held, stack = set(blocked), list(blocked)
    while stack:
        for step_id in waiting.get(stack.pop(), []):
            if step_id not in held:
                held.add(step_id)
                stack.append(step_id)
    return held


def find_circle(needs: Mapping[str, Collection[str]]) -> list[str]:
    """A circle of steps that wait for each other, as a path that ends where it began; else []."""
    state: dict[str, int] = {}
    for root in sorted(needs):
        path = [root]
        stack = [iter(sorted(needs.get(root, ())))]
        if root in state:
            continue
        state[root] = 1
        while stack:
            following = next(stack[-1], None)
            if following is None:
                state[path.pop()] = 2
                stack.pop()
            elif state.get(following) == 1:
                return [*path[path.index(following) :], following]
            elif following not in state:
                state[following] = 1
                path.append(following)
                stack.append(iter(sorted(needs.get(following, ()))))
    return []
