"""An independent, slow and plain reading of DESIGN section 6, to hold the plan against.

It shares no code with `overview.domain.planning`: it takes the facts a plan states about its
steps and works out again what dates, places and groups follow from them. The closed days here
are a table of known days, never a calculation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations
from math import floor

from tests.domain.known_days import is_closed
from tests.domain.plan_facts import Fact

Cost = tuple[int, int]
NO_COST: Cost = (0, 0)
ONE_DAY = timedelta(days=1)


def count_back(day: date, working_days: int) -> date:
    """So many working days before a day; none leaves the day as it is."""
    left = working_days
    while left > 0:
        day -= ONE_DAY
        if not is_closed(day):
            left -= 1
    return day


def count_on(day: date, working_days: int) -> date:
    """So many working days after a day; none leaves the day as it is."""
    left = working_days
    while left > 0:
        day += ONE_DAY
        if not is_closed(day):
            left -= 1
    return day


class Oracle:
    """The answers DESIGN section 6 gives for these facts, on this day, at this pace."""

    def __init__(self, facts: Mapping[str, Fact], today: date, pace: Fraction = Fraction(1)) -> None:
        self.facts = facts
        self.today = today
        self.pace = pace
        self._costs: dict[tuple[str, int], Cost] = {}
        self._ways: dict[str, list[tuple[str, ...]]] = {}
        self.placed = self._find_placed()
        self._pulls = {id: self._find_pulls(id) for id in facts}
        self._days: dict[int, date] = {}

    def _find_placed(self) -> frozenset[str]:
        def has_place(id: str) -> bool:
            fact = self.facts[id]
            is_possible = fact.earliest_on is None or fact.earliest_on <= self.today
            is_free = fact.is_citizens and fact.is_certain and not fact.is_waiting and not fact.is_put_off
            return is_possible and is_free and all(has_place(other) for other in fact.waits_for)

        return frozenset(id for id in self.facts if has_place(id))

    def ways_up(self, id: str) -> list[tuple[str, ...]]:
        """Every way from a step to a step that waits for it; each way names all its steps."""
        if id not in self._ways:
            above = [other for other, fact in self.facts.items() if id in fact.waits_for]
            self._ways[id] = [(id,), *((id, *way) for other in above for way in self.ways_up(other))]
        return self._ways[id]

    def _find_pulls(self, id: str) -> list[tuple[Fact, date | None]]:
        """The step itself and each citizen's step that waits for it, with its moved-back day."""
        longest: dict[str, int] = {}
        for way in self.ways_up(id):
            lead = sum(self.facts[step].lead_days for step in way[:-1])
            longest[way[-1]] = max(lead, longest.get(way[-1], 0))
        pulls = []
        for end, lead in longest.items():
            fact = self.facts[end]
            if end == id or fact.is_citizens:
                pulls.append((fact, None if fact.due_on is None else count_back(fact.due_on, lead)))
        return pulls

    def count_waiting(self, id: str) -> int:
        """How many open steps wait for this one, directly or not."""
        return len({way[-1] for way in self.ways_up(id)}) - 1

    def effective_due_on(self, id: str) -> date | None:
        """The earliest day that something which hangs on this step asks for."""
        days = [day for _, day in self._pulls[id] if day is not None]
        return min(days) if days else None

    def carried_level(self, id: str) -> int:
        """The highest level among the step and what waits for it."""
        return max(fact.level for fact, _ in self._pulls[id])

    def planned_on(self, place: int) -> date:
        """The day on which the step in this place (from 0) is planned."""
        if place not in self._days:
            self._days[place] = count_on(self.today, floor(Fraction(place) / self.pace))
        return self._days[place]

    def cost(self, id: str, place: int) -> Cost:
        """What it costs to put this step in this place."""
        if (id, place) not in self._costs:
            self._costs[id, place] = self._work_out_cost(id, place)
        return self._costs[id, place]

    def _work_out_cost(self, id: str, place: int) -> Cost:
        worst = NO_COST
        for fact, day in self._pulls[id]:
            if day is None:
                continue
            late = max(0, (self.planned_on(place) - max(day, self.today)).days)
            loses_right = fact.is_hard and fact.level >= 4 and day >= self.today and late > 0
            worst = max(worst, (fact.level if loses_right else 0, 2 ** (fact.level - 1) * late))
        return worst

    def worst_cost(self, order: Iterable[str]) -> Cost:
        """The cost of an order: that of its worst place."""
        return max((self.cost(id, place) for place, id in enumerate(order)), default=NO_COST)

    def _goes_last(self, id: str) -> tuple[int, int, int, int, str]:
        """The greatest of these goes last at equal cost."""
        due = self.effective_due_on(id)
        if due is None:
            week = 7 if self.facts[id].level == 1 else 6
        elif (due - self.today).days > 12 * 7:
            week = 7
        else:
            week = min(6, max(0, (due - self.today).days // 7))
        latest = date.max.toordinal() if due is None else due.toordinal()
        return (week, -self.carried_level(id), latest, -self.count_waiting(id), id)

    def fill_places(self, ids: Iterable[str], first_place: int = 0) -> list[str]:
        """Lawler's rule over these steps, from the last place to `first_place`."""
        left = set(ids)
        order: list[str] = []
        while left:
            place = first_place + len(left) - 1
            free = [id for id in left if not any(id in self.facts[other].waits_for for other in left)]
            least = min(self.cost(id, place) for id in free)
            order.append(max((id for id in free if self.cost(id, place) == least), key=self._goes_last))
            left.remove(order[-1])
        return order[::-1]

    def order(self, pinned: Iterable[str] = ()) -> list[str]:
        """The one order: pinned blocks first, then the rest, each by the rule."""
        order: list[str] = []
        for id in pinned:
            if id in self.placed and id not in order:
                before = self._needed_before(id) - set(order)
                order += self.fill_places(before, len(order))
                order.append(id)
        return order + self.fill_places(self.placed - set(order), len(order))

    def _needed_before(self, id: str) -> set[str]:
        direct = self.facts[id].waits_for
        return set(direct).union(*(self._needed_before(other) for other in direct))

    def keeps_dependencies(self, order: Iterable[str]) -> bool:
        """Whether every step comes after all it waits for."""
        seen: set[str] = set()
        for id in order:
            if not self.facts[id].waits_for <= seen:
                return False
            seen.add(id)
        return True

    def best_by_trying_all(self) -> Cost:
        """The lowest worst cost over every order that keeps the dependencies."""
        orders = permutations(sorted(self.placed))
        return min(self.worst_cost(order) for order in orders if self.keeps_dependencies(order))

    def can_stay_at_or_under(self, limit: Cost) -> bool:
        """Whether some order costs no more than the limit, found without Lawler's rule.

        Each step has a last place in which it costs no more; what waits for it pulls that place
        forward; with places of equal length an order exists when the last places, sorted, leave
        room for each.
        """
        places = range(len(self.placed))
        last = {
            id: max((place for place in places if self.cost(id, place) <= limit), default=-1)
            for id in self.placed
        }
        for _ in places:
            for id in self.placed:
                for other in self.facts[id].waits_for:
                    last[other] = min(last[other], last[id] - 1)
        return all(place <= limit_place for place, limit_place in enumerate(sorted(last.values())))

    def is_lowest_possible(self, worst: Cost) -> bool:
        """Whether this worst cost can be reached and nothing lower can."""
        steps = range(len(self.placed))
        lower = [c for c in {self.cost(id, k) for id in self.placed for k in steps} if c < worst]
        return self.can_stay_at_or_under(worst) and not (lower and self.can_stay_at_or_under(max(lower)))

    def group(self, id: str, order: list[str]) -> str:
        """The group of an open step under this order (DESIGN section 6, Groups)."""
        fact = self.facts[id]
        if fact.is_waiting:
            return "waiting"
        if not fact.is_certain:
            return "maybe"
        if not fact.is_citizens:
            return "waiting"
        if id not in self.placed:
            return "later"
        if id in [other for other in order if not self.facts[other].waits_for][:3]:
            return "now"
        due = self.effective_due_on(id)
        is_soon = fact.level >= 2 if due is None else due <= self.today + timedelta(weeks=6)
        return "next" if is_soon else "later"
