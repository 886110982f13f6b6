"""What must hold for counters, their professional lines, the fixed phrases and the capacity questions."""

from __future__ import annotations

from collections.abc import Iterator

from overview.adapters.content_files.finding import Finding
from overview.domain.capacity import CAPACITY_QUESTIONS, Able
from overview.domain.catalogue import Catalogue, Counter


def check_counters(catalogue: Catalogue) -> list[Finding]:
    """Everything about the counter that does not hold together."""
    return [
        *(
            finding
            for counter in catalogue.counters.values()
            for finding in _check_counter(counter, catalogue)
        ),
        *_check_capacity(catalogue),
    ]


def _check_counter(counter: Counter, catalogue: Catalogue) -> Iterator[Finding]:
    where = f"counters/{counter.id}.toml"
    if not (counter.has_walk_in or counter.has_appointments or counter.visits_people):
        yield Finding(where, "nobody can reach this counter: no walk-in, no appointment, no visits")
    if not counter.has_walk_in and not counter.referred_by:
        yield Finding(f"{where}: referred_by", "without walk-in somebody must refer people")
    for line in counter.lines:
        if line.agency not in catalogue.agencies:
            yield Finding(f"{where}: line {line.id}.agency", f"no agency has the id {line.agency!r}")
        if counter.is_example and not line.is_example:
            yield Finding(f"{where}: line {line.id}.is_example", "an invented counter has no real line")


def _check_capacity(catalogue: Catalogue) -> Iterator[Finding]:
    if not catalogue.capacity:
        return
    ids = tuple(question.id for question in catalogue.capacity)
    if ids != CAPACITY_QUESTIONS:
        yield Finding("capacity.toml", f"must ask {', '.join(CAPACITY_QUESTIONS)}, in this order")
    for question in catalogue.capacity:
        if [choice.id for choice in question.choices] != list(Able):
            yield Finding(
                f"capacity.toml: question {question.id}", f"must have the choices {', '.join(Able)}"
            )
