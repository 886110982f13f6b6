"""Helping a person after the conversation: only with their yes, only with a purpose, always in their log."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from overview.domain.access import Action, NotAllowed, Opening
from overview.domain.catalogue import Catalogue
from overview.domain.helping import Figures, Relation, WorkersDay, find_last_days
from overview.domain.identity import Role, SignedIn
from overview.domain.keeping import AtScreen, Purpose
from overview.domain.planning import build_plan
from overview.keeping_ports import Records, Store
from overview.services.keeping.gate import Gate, Pass
from overview.services.keeping.overviews import SavedOverviews
from overview.services.keeping.text import read_kept

OPEN_FOR: Final = timedelta(hours=2)
"""How long an overview stays open to the worker who said why."""

LOOKING_AHEAD: Final = "Laatste dagen volgen"
"""The purpose in the citizen's log when the worker's home looks up last days, once a day."""

_STALE_AFTER: Final = timedelta(days=7)


def require_worker(who: SignedIn) -> None:
    """Raises `NotAllowed` for everybody but a worker."""
    if who.role is not Role.WORKER:
        raise NotAllowed


class Helping:
    """Begeleiding."""

    def __init__(self, store: Store, gate: Gate, load_catalogue: Callable[[], Catalogue]) -> None:
        self._store = store
        self._gate = gate
        self._load_catalogue = load_catalogue

    def start(
        self,
        who: SignedIn,
        person: str,
        called: str,
        counter: str,
        language: str,
        legal_basis: str,
        now: datetime,
    ) -> Relation:
        """The citizen, at the counter, said yes: this worker may go on helping. Raises `NotAllowed`.

        The overview must be open to this worker now; the yes is kept with the citizen's other consents.
        """
        require_worker(who)

        def work(records: Records) -> Relation:
            passed = self._gate.enter(records, who, person, Action.CHANGE, now)
            for known in records.counter.list_relations_of(person):
                if known.is_living and known.actor == who.actor:
                    return known
            relation = Relation(secrets.token_hex(16), person, who.actor, counter, called.strip(), now)
            records.counter.add_relation(relation)
            SavedOverviews.add_consent(
                *(records, person, Purpose.HELP_AT_COUNTER, language),
                *(AtScreen.WITH_WORKER, legal_basis, now),
            )
            self._gate.log(records, replace(passed, action=Action.CONSENT), 0)
            return relation

        return self._store.run(work)

    def open(self, who: SignedIn, person: str, purpose: str, now: datetime) -> Opening:
        """A worker opens the overview of somebody they help, and says why. Raises `NotAllowed`."""
        require_worker(who)
        if not purpose.strip():
            raise NotAllowed

        def work(records: Records) -> Opening:
            _find_relation(records, who, person)
            return self._open(records, who, person, purpose.strip(), now)

        return self._store.run(work)

    def end(self, who: SignedIn, person: str, now: datetime) -> int:
        """The help ends: by the worker for themselves, or by the citizen for everybody. How many ended."""

        def work(records: Records) -> int:
            living = [one for one in records.counter.list_relations_of(person) if one.is_living]
            if who.role is Role.CITIZEN and who.person == person:
                ending = living
            else:
                require_worker(who)
                ending = [one for one in living if one.actor == who.actor]
                if not ending:
                    raise NotAllowed
            for relation in ending:
                records.counter.replace_relation(replace(relation, ended_at=now, last_days=()))
                records.claims.close_openings(person, relation.actor, now)
            return len(ending)

        return self._store.run(work)

    def find_by_name(self, who: SignedIn, text: str) -> tuple[Relation, ...]:
        """People whom this worker helps and who are called so; nobody else is ever found."""
        require_worker(who)
        wanted = " ".join(text.casefold().split())
        if not wanted:
            return ()
        relations = self._store.run(lambda records: records.counter.list_relations(who.actor))
        return tuple(one for one in relations if wanted in one.called.casefold())

    def list_day(self, who: SignedIn, today: date, now: datetime) -> WorkersDay:
        """The worker's home. Last days are looked up once a day per person, and that stands in their log."""
        require_worker(who)

        def work(records: Records) -> WorkersDay:
            relations = records.counter.list_relations(who.actor)
            seen = tuple(self._look_ahead(records, who, one, today, now) for one in relations)
            by_person = {one.person: one for one in seen}
            check_ins = [
                (one, by_person[one.person])
                for one in records.counter.list_check_ins(who.actor)
                if one.is_due(today) and one.person in by_person
            ]
            days = sorted(
                ((day, one) for one in seen for day in one.last_days if day >= today),
                key=lambda found: (found[0], found[1].id),
            )
            handovers = tuple(one for one in records.counter.list_handovers(who.actor) if one.is_open)
            return WorkersDay(seen, handovers, tuple(check_ins), tuple(days))

        return self._store.run(work)

    def count(self, who: SignedIn, counter: str, now: datetime) -> Figures:
        """For the counter lead: how many, never who. Raises `NotAllowed` for citizens."""
        if who.role not in (Role.COUNTER_LEAD, Role.WORKER):
            raise NotAllowed
        counted = self._store.run(lambda records: records.counter.count_open(counter, now - _STALE_AFTER))
        return Figures(*counted)

    def _open(self, records: Records, who: SignedIn, person: str, purpose: str, now: datetime) -> Opening:
        opening = Opening(secrets.token_hex(16), person, who.actor, purpose, now, now + OPEN_FOR)
        records.claims.open_for(opening)
        self._gate.log(records, Pass(who, person, Action.OPEN, purpose, now), 0)
        return opening

    def _look_ahead(
        self, records: Records, who: SignedIn, relation: Relation, today: date, now: datetime
    ) -> Relation:
        if relation.looked_on == today:
            return relation
        stored = records.overviews.open(relation.person, who.actor)
        days: tuple[date, ...] = ()
        if stored is not None:
            catalogue = self._load_catalogue()
            kept, _ = read_kept(stored.content, catalogue, today)
            days = find_last_days(build_plan(kept.situation, catalogue, today))
            passed = Pass(who, relation.person, Action.READ, LOOKING_AHEAD, now)
            self._gate.log(records, passed, stored.version, stored.tail)
        seen = replace(relation, looked_on=today, last_days=days)
        records.counter.replace_relation(seen)
        return seen


def _find_relation(records: Records, who: SignedIn, person: str) -> Relation:
    relations = records.counter.list_relations(who.actor)
    found = next((one for one in relations if one.person == person), None)
    if found is None:
        raise NotAllowed
    return found
