"""A citizen who keeps an overview, and everybody who has no business in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from overview.domain.access import Opening
from overview.domain.conversation import CheckInWish, ConversationChannel, Referral
from overview.domain.handovers import CheckIn, Handover
from overview.domain.identity import Role, SignedIn
from overview.domain.kept import Kept
from overview.services.counter.helping import OPEN_FOR, Helping
from overview.services.counter.passing_on import PassingOn
from overview.services.keeping.claims import Asker
from overview.services.keeping.gate import Gate
from overview.wiring import get_portal
from tests.keeping.builders import DAY, MINUTE, NOW, World, make_kept

NOTE = "Alleen van Gerard zelf"
ASKER = Asker("session", "192.0.2.1")
WISH = CheckInWish(date(2026, 12, 1), ConversationChannel.PHONE)
REFERRAL = Referral("uwv", "mevrouw De Wit", is_introduced=True)


@dataclass
class Scene:
    """Gerard's overview with everything that can hang on it, and his own worker."""

    world: World
    gate: Gate
    helping: Helping
    passing_on: PassingOn
    gerard: SignedIn
    worker: SignedIn
    handover: Handover
    check_in: CheckIn

    @property
    def person(self) -> str:
        """Whose overview it is."""
        return self.gerard.person

    @property
    def consent(self) -> str:
        """The id of what Gerard said yes to."""
        return self.world.store.run(lambda records: records.consents.list_all(self.person)[0].id)

    def look(self) -> tuple[object, ...]:
        """All that is kept of Gerard, without a trace."""
        return self.world.store.run(
            lambda records: (
                records.people.has(self.person),
                records.overviews.open(self.person, self.gerard.actor),
                records.overviews.list_changes(self.person, 0),
                records.consents.list_all(self.person),
                records.logs.list_all(self.person),
                records.claims.list_openings(self.person, self.worker.actor),
                records.counter.list_relations_of(self.person),
                records.counter.list_handovers_of(self.person),
                records.counter.list_check_ins(self.worker.actor),
            )
        )

    def list_strangers(self) -> dict[str, SignedIn]:
        """Everybody who may not come in, by who they are."""
        maria = self.world.keep("maria")
        late = self.world.sign_in("late", role=Role.WORKER)
        over = Opening("over", self.person, late.actor, "Samen verder", NOW - DAY, NOW - MINUTE)
        elsewhere = self.world.sign_in("elsewhere", role=Role.WORKER)
        other = Opening("other", maria.person, elsewhere.actor, "Samen verder", NOW, NOW + OPEN_FOR)
        self.world.store.run(lambda records: records.claims.open_for(over))
        self.world.store.run(lambda records: records.claims.open_for(other))
        return {
            "a citizen who keeps her own": maria,
            "a citizen who keeps nothing": self.world.sign_in("annie"),
            "somebody who acts for another": self.world.sign_in("daan", acts_for="Daan"),
            "a worker to whom nothing is open": self.world.sign_in("joost", role=Role.WORKER),
            "a worker whose time is over": late,
            "a worker in another's overview": elsewhere,
            "a worker who claims to be him": replace(late, person=self.person),
            "the lead of the counter": self.world.sign_in("noor", role=Role.COUNTER_LEAD),
            "a reviewer of the content": self.world.sign_in("emma", role=Role.CONTENT_REVIEWER),
        }


def build_scene(world: World) -> Scene:
    """Gerard keeps an overview with a note; a worker helps him, passed him on and will ask how it goes."""
    gate = Gate("urn:test")
    helping = Helping(world.store, gate, get_portal().content.load)
    passing_on = PassingOn(world.store, gate)
    kept: Kept = replace(make_kept(), notes={"report_move": NOTE}, goals=(NOTE,))
    gerard, worker = world.keep("gerard", kept), world.sign_in("own", role=Role.WORKER)
    opening = Opening("open", gerard.person, worker.actor, "Samen verder", NOW, NOW + OPEN_FOR)
    world.store.run(lambda records: records.claims.open_for(opening))
    helping.start(worker, gerard.person, "Gerard de Bruin", "werksaam", "nl", "voorbeeld", NOW)
    handover = passing_on.open(worker, gerard.person, REFERRAL, "werksaam", NOW)
    check_in = passing_on.agree_check_in(worker, gerard.person, WISH, NOW)
    return Scene(world, gate, helping, passing_on, gerard, worker, handover, check_in)


Call = Callable[[Scene, SignedIn], object]
