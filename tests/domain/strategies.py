"""Random life events and situations for the property tests: small, but with everything in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from overview.domain.catalogue import Agency, Catalogue, LifeEvent
from overview.domain.conditions import NO, Condition, Verdict
from overview.domain.plan import Plan
from overview.domain.planning import build_plan
from overview.domain.situation import Occurrence, Situation, Waiting
from overview.domain.steps import (
    Base,
    Confidence,
    Deadline,
    DoneBy,
    DueKind,
    Question,
    Seen,
    Source,
    Step,
    Term,
    Unit,
)
from tests.domain.oracle import Oracle
from tests.domain.plan_facts import read_facts

EVENT = "moving_house"
LETTER = "test_letter_on"
OPEN_QUESTION = "test_question"
TEST_CONDITIONS = {
    "test_fails": Condition("test_fails", (), lambda facts: NO),
    "test_is_open": Condition("test_is_open", (OPEN_QUESTION,), lambda facts: Verdict(None, OPEN_QUESTION)),
}
"""To stand in the registry while a test runs: one that never holds, one that is never answered."""

SOURCE = Source("Test", "https://example.nl", date(2024, 1, 1), Seen.PAGE)
PACES = (Fraction(1), Fraction(2), Fraction(3), Fraction(1, 2), Fraction(3, 2), Fraction(7, 10))


def a_step(id: str, **changes: object) -> Step:
    """A citizen's step of level 2 without a date, unless told otherwise."""
    step = Step(
        id=id,
        title=f"Doe {id}",
        what="",
        why="",
        done_by=DoneBy.CITIZEN,
        agency="municipality",
        level=2,
        otherwise="",
        when_late="",
        confidence=Confidence.HIGH,
        review_on=date(2040, 1, 1),
        sources=(SOURCE,),
    )
    return replace(step, **changes)  # type: ignore[arg-type]


def last_day(count: int, unit: Unit = Unit.DAYS, *, hard: bool = True, terms_act: bool = False) -> Deadline:
    """A deadline counted from the event."""
    kind = DueKind.HARD if hard else DueKind.ADVISED
    return Deadline(kind, Term(count, unit, Base.EVENT, terms_act=terms_act))


def make_catalogue(steps: Mapping[str, tuple[Step, ...]]) -> Catalogue:
    """Content with these life events, these steps, one agency and two questions."""
    questions = (
        Question(LETTER, "Wanneer?", "date", "event"),
        Question(OPEN_QUESTION, "Is het zo?", "choice", "event"),
    )
    events = {id: LifeEvent(id, "Gebeurtenis", "", "", questions, own) for id, own in steps.items()}
    agency = Agency("municipality", "Gemeente", "", "municipality", "https://example.nl", (SOURCE,))
    return Catalogue(events, {"municipality": agency})


@dataclass(frozen=True)
class Life:
    """One random life: the content, what the citizen told, and the day we look at it."""

    steps: tuple[Step, ...]
    today: date
    on: date
    choices: Situation = field(default_factory=lambda: Situation(()))

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        """Only what differs from a bare step, so that a failing example can be read."""
        bare = a_step("")
        printer.text(f"today={self.today} on={self.on} {self.choices}")
        for step in self.steps:
            told = {name: getattr(step, name) for name in Step.__slots__ if name != "title"}
            printer.break_()
            printer.text(str({name: it for name, it in told.items() if it != getattr(bare, name)}))

    @property
    def catalogue(self) -> Catalogue:
        """The content with only these steps, in this order."""
        return make_catalogue({EVENT: self.steps})

    @property
    def situation(self) -> Situation:
        """What the citizen told us."""
        return replace(self.choices, life_events=(Occurrence(EVENT, self.on),))

    def build_plan(self) -> Plan:
        """The plan under test."""
        return build_plan(self.situation, self.catalogue, self.today)

    def ask_oracle(self, plan: Plan) -> Oracle:
        """The independent reading of the facts in this plan."""
        return Oracle(read_facts(plan, self.situation), self.today, self.choices.pace)


def computed_order(plan: Plan) -> list[str]:
    """The ids of the placed steps by their position."""
    placed = [(step.position, step.id) for step in plan.steps if step.position is not None]
    return [id for _, id in sorted(placed)]


def make_deadline(chance: Random, level: int, earlier: list[str]) -> Deadline | None:
    """A deadline of any kind; levels 3 and up always have one, as the content must."""
    shape = chance.choice(("near", "near", "near", "far", "letter", "step", "none", "none"))
    if shape == "none" and level < 3:
        return None
    kind = chance.choice((DueKind.HARD, DueKind.ADVISED))
    count = chance.randint(-3, 15)
    if shape == "far":
        unit = chance.choice((Unit.WEEKS, Unit.MONTHS, Unit.WORKING_DAYS))
        return Deadline(kind, Term(count, unit, Base.EVENT, terms_act=kind is DueKind.HARD))
    if shape == "letter":
        return Deadline(kind, Term(count, Unit.DAYS, Base.LETTER, LETTER))
    if shape == "step" and earlier:
        return Deadline(kind, Term(abs(count), Unit.DAYS, Base.STEP, chance.choice(earlier)))
    return Deadline(kind, Term(count, Unit.DAYS, Base.EVENT, terms_act=chance.random() < 0.5))


def make_steps(chance: Random, size: int, plain: bool) -> tuple[Step, ...]:
    """Steps without a circle; `plain` ones are all the citizen's, certain and possible today."""
    names = [f"s{number:02d}" for number in range(size)]
    chance.shuffle(names)
    most_needs = chance.choice((0, 1, 2, 2, 3))
    highest = chance.choice((2, 3, 5, 5))
    steps = []
    for place, name in enumerate(names):
        needs = chance.sample(names[:place], min(place, chance.randint(0, most_needs)))
        level = chance.randint(1, highest)
        step = a_step(
            name,
            level=level,
            deadline=make_deadline(chance, level, names[:place]),
            lead_days=chance.choice((0, 0, 0, 1, 2, 5)),
            waits_for=tuple(needs),
        )
        if not plain:
            step = make_special(chance, step)
        steps.append(step)
    chance.shuffle(steps)
    return tuple(steps)


def make_special(chance: Random, step: Step) -> Step:
    """Now and then: another's step, one that may not apply, or one that cannot start yet."""
    rare = 0.06
    if chance.random() < rare:
        step = replace(step, can_start_without=step.waits_for[:1])
    if chance.random() < 2 * rare:
        others = (DoneBy.AGENCY, DoneBy.EMPLOYER, DoneBy.FAMILY, DoneBy.OTHER)
        step = replace(step, done_by=chance.choice(others))
    if chance.random() < 2 * rare:
        step = replace(step, applies_if=chance.choice((("test_fails",), ("test_is_open",))))
    if chance.random() < rare:
        step = replace(step, start_from=Term(chance.randint(-28, 10), Unit.DAYS, Base.EVENT))
    return step


def make_choices(chance: Random, steps: tuple[Step, ...], today: date) -> Situation:
    """What the citizen chose: at most one mark on each step."""
    done: dict[str, date | None] = {}
    waiting: dict[str, Waiting] = {}
    put_off: dict[str, date] = {}
    not_needed: set[str] = set()
    for step in steps:
        mark = chance.choice(("none",) * 20 + ("done", "waiting", "put_off", "not_needed"))
        day = today + timedelta(days=chance.randint(-3, 6))
        if mark == "done":
            done[step.id] = chance.choice((None, today, today - timedelta(days=2)))
        elif mark == "waiting":
            waiting[step.id] = Waiting(None, chance.choice((None, day)))
        elif step.done_by is not DoneBy.CITIZEN:
            continue
        elif mark == "put_off":
            put_off[step.id] = day
        elif mark == "not_needed":
            not_needed.add(step.id)
    return Situation((), done=done, waiting=waiting, put_off=put_off, not_needed=frozenset(not_needed))


def make_life(size: int, seed: int, *, plain: bool, pins: bool) -> Life:
    """The life of this size that belongs to this seed."""
    chance = Random(seed)
    steps = make_steps(chance, size, plain)
    today = date(2024, 3, 1) + timedelta(days=chance.randint(0, 365 * 6))
    on = today + timedelta(days=chance.randint(-15, 10))
    chosen = Situation(()) if plain else make_choices(chance, steps, today)
    pinned = chance.sample([step.id for step in steps], chance.randint(0, min(3, size))) if pins else []
    return Life(steps, today, on, replace(chosen, pinned=tuple(pinned), pace=chance.choice(PACES)))


def lives(most: int = 7, *, plain: bool = False, pins: bool = False) -> st.SearchStrategy[Life]:
    """A random life with at most so many steps.

    One seed makes the whole life: drawing every field apart costs twenty times the plan itself
    and comes back with near copies. A failing example still shrinks to the fewest steps.
    """
    seeds = st.integers(0, 2**40)
    sizes = st.one_of(st.integers(1, most), st.integers(most // 2, most))
    return st.builds(make_life, sizes, seeds, plain=st.just(plain), pins=st.just(pins))
