"""A store in memory that satisfies the same ports; every contract test runs on it too."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from overview.domain.access import Action, Opening
from overview.domain.keeping import (
    AccessLine,
    Consent,
    LogTail,
    ProcessingLine,
    StoredCases,
    StoredChange,
    StoredClaim,
    StoredOverview,
    Visit,
)
from overview.domain.session_record import SessionRecord
from overview.keeping_ports import Overtaken, Records
from tests.counter.fakes import CounterState, FakeCounter

T = TypeVar("T")


@dataclass
class _Person:
    person_hash: str | None
    seen_at: datetime
    overview: tuple[int, str, datetime] | None = None
    changes: list[StoredChange] = field(default_factory=list)
    consents: dict[str, Consent] = field(default_factory=dict)
    lines: list[AccessLine] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    cases: dict[str, StoredCases] = field(default_factory=dict)
    claim: tuple[str, str, str, datetime] | None = None
    tries: int = 0


@dataclass
class _State:
    people: dict[str, _Person] = field(default_factory=dict)
    processing: list[ProcessingLine] = field(default_factory=list)
    tries: list[tuple[str, datetime]] = field(default_factory=list)
    counter: CounterState = field(default_factory=CounterState)


class FakeStore:
    """One dictionary; a transaction that fails is undone whole."""

    def __init__(self) -> None:
        self.state = _State()

    def run(self, work: Callable[[Records], T]) -> T:
        for attempt in range(4):
            before = copy.deepcopy(self.state)
            try:
                return work(_FakeRecords(self.state))
            except Overtaken:
                self.state = before
                if attempt == 3:
                    raise
            except BaseException:
                self.state = before
                raise
        raise AssertionError

    def list_people(self) -> Iterator[str]:
        return iter(sorted(self.state.people))

    def rotate_keys(self, most: int) -> int:
        return 0


class _FakeRecords:
    def __init__(self, state: _State) -> None:
        self.people = _FakePeople(state)
        self.overviews = _FakeOverviews(state)
        self.consents = _FakeConsents(state)
        self.logs = _FakeLogs(state)
        self.claims = _FakeClaims(state)
        self.last_cases = _FakeLastCases(state)
        self.counter = FakeCounter(state.counter)


class _Part:
    def __init__(self, state: _State) -> None:
        self._state = state
        self._people = state.people


class _FakePeople(_Part):
    def find(self, person_hashes: tuple[str, ...]) -> str | None:
        return next((n for n, p in self._people.items() if p.person_hash in person_hashes), None)

    def has(self, person: str) -> bool:
        return person in self._people

    def hold(self, person: str) -> bool:
        return person in self._people

    def create(self, person: str, person_hash: str | None, now: datetime) -> None:
        if person in self._people or (person_hash and self.find((person_hash,))):
            raise Overtaken
        self._people[person] = _Person(person_hash, now)

    def bind(self, person: str, person_hash: str) -> bool:
        found = self._people.get(person)
        if found is None or found.person_hash is not None:
            return False
        found.person_hash = person_hash
        return True

    def touch(self, person: str, now: datetime) -> None:
        self._people[person].seen_at = max(now, self._people[person].seen_at)

    def forget(self, person: str, now: datetime) -> bool:
        self._state.counter.forget(person)
        return self._people.pop(person, None) is not None

    def list_idle(self, before: datetime, most: int) -> tuple[str, ...]:
        idle = (
            name
            for name, one in self._people.items()
            if max([one.seen_at, *(line.at for line in one.lines)]) < before
        )
        return tuple(idle)[:most]


class _FakeOverviews(_Part):
    def open(self, person: str, actor: str) -> StoredOverview | None:
        found = self._people.get(person)
        if found is None or found.overview is None:
            return None
        version, content, saved_at = found.overview
        reads = [one for one in found.lines if one.actor == actor and one.action is Action.READ]
        visit = Visit(reads[-1].at, reads[-1].version) if reads else None
        return StoredOverview(person, version, content, saved_at, LogTail(len(found.lines)), visit)

    def create(self, person: str, content: str, now: datetime) -> None:
        self._people[person].overview = (1, content, now)

    def replace(self, person: str, version: int, content: str, now: datetime) -> bool:
        found = self._people[person]
        if found.overview is None or found.overview[0] != version:
            return False
        found.overview = (version + 1, content, now)
        return True

    def add_changes(self, person: str, change: StoredChange) -> None:
        self._people[person].changes.append(change)

    def list_changes(self, person: str, after: int) -> tuple[StoredChange, ...]:
        return tuple(one for one in self._people[person].changes if one.version > after)


class _FakeConsents(_Part):
    def add(self, person: str, consent: Consent) -> None:
        self._people[person].consents[consent.id] = consent

    def withdraw(self, person: str, consent: str, now: datetime) -> bool:
        given = self._people[person].consents
        if consent not in given or given[consent].withdrawn_at:
            return False
        given[consent] = replace(given[consent], withdrawn_at=now)
        return True

    def list_all(self, person: str) -> tuple[Consent, ...]:
        found = self._people.get(person)
        return tuple(found.consents.values()) if found else ()


class _FakeLastCases(_Part):
    def put(self, person: str, cases: StoredCases) -> None:
        self._people[person].cases[cases.source] = cases

    def list_all(self, person: str) -> tuple[StoredCases, ...]:
        found = self._people.get(person)
        return tuple(found.cases[name] for name in sorted(found.cases)) if found else ()

    def erase(self, person: str, agency: str) -> None:
        found = self._people[person]
        found.cases = {name: one for name, one in found.cases.items() if one.agency != agency}

    def purge(self, before: datetime) -> int:
        gone = 0
        for one in self._people.values():
            stays = {name: cases for name, cases in one.cases.items() if cases.kept_at >= before}
            gone += len(one.cases) - len(stays)
            one.cases = stays
        return gone


class _FakeLogs(_Part):
    def append(
        self, person: str, line: AccessLine, processing: ProcessingLine, tail: LogTail | None = None
    ) -> None:
        lines = self._people[person].lines
        if tail is not None and tail.number != len(lines):
            raise Overtaken
        lines.append(line)
        self._state.processing.append(processing)

    def list_all(self, person: str) -> tuple[AccessLine, ...]:
        return tuple(self._people[person].lines)

    def list_lost(self) -> frozenset[str]:
        known = {line.operation_id for one in self._people.values() for line in one.lines}
        return frozenset(one.person for one in self._state.processing if one.operation_id not in known)

    def find_breaks(self, person: str, lost: Collection[str]) -> tuple[str, ...]:
        return ()

    def purge(self, before: datetime) -> int:
        kept = [one for one in self._state.processing if one.start_time >= before]
        gone = len(self._state.processing) - len(kept)
        self._state.processing = kept
        return gone


class _FakeClaims(_Part):
    def create(
        self, locator: str, secret: str, word: str, person: str, now: datetime, ends_at: datetime
    ) -> None:
        if self._by_locator(locator):
            raise Overtaken
        self._people[person].claim = (locator, secret, word, ends_at)

    def _by_locator(self, locator: str) -> tuple[str, _Person] | None:
        return next(
            ((name, one) for name, one in self._people.items() if one.claim and one.claim[0] == locator), None
        )

    def find(self, locator: str) -> StoredClaim | None:
        found = self._by_locator(locator)
        if found is None or found[1].claim is None:
            return None
        _, secret, word, ends_at = found[1].claim
        return StoredClaim(found[0], secret, word, ends_at, found[1].tries)

    def is_match(self, claim: StoredClaim, secret: str, word: str | None) -> bool:
        return claim.secret_hash == secret and word in (None, claim.word_hash)

    def count_try(self, locator: str) -> None:
        if found := self._by_locator(locator):
            found[1].tries += 1

    def forgive(self, locator: str, by: tuple[str, ...]) -> None:
        if found := self._by_locator(locator):
            found[1].tries = 0
        for one in by:
            newest = max(n for n, (who, _) in enumerate(self._state.tries) if who == one)
            del self._state.tries[newest]

    def remember_try(self, by: str, now: datetime) -> None:
        self._state.tries.append((by, now))

    def count_tries(self, by: str, since: datetime) -> int:
        return sum(who == by and at > since for who, at in self._state.tries)

    def delete(self, person: str) -> None:
        self._people[person].claim = None

    def list_expired(self, now: datetime, most: int) -> tuple[str, ...]:
        ended = (
            name
            for name, one in self._people.items()
            if one.claim and one.claim[3] <= now and one.person_hash is None
        )
        return tuple(ended)[:most]

    def purge_tries(self, before: datetime) -> int:
        self._state.tries = [one for one in self._state.tries if one[1] >= before]
        return 0

    def open_for(self, opening: Opening) -> None:
        self._people[opening.person].openings.append(opening)

    def close_openings(self, person: str, actor: str, now: datetime) -> None:
        found = self._people[person]
        found.openings = [
            replace(one, ends_at=min(one.ends_at, now)) if actor in ("", one.actor) else one
            for one in found.openings
        ]

    def list_openings(self, person: str, actor: str) -> tuple[Opening, ...]:
        found = self._people.get(person)
        return tuple(one for one in found.openings if one.actor == actor) if found else ()


class FakeSessions:
    """Sessions in a dictionary; satisfies `SessionStore`."""

    def __init__(self) -> None:
        self.rows: dict[str, SessionRecord] = {}

    def create(self, record: SessionRecord) -> None:
        if record.id_hash in self.rows:
            raise Overtaken
        self.rows[record.id_hash] = record

    def find(self, id_hash: str) -> SessionRecord | None:
        return self.rows.get(id_hash)

    def is_followed(self, id_hash: str, idle_since: datetime, now: datetime) -> bool:
        living = [one for one in self.rows.values() if one.seen_at > idle_since and one.ends_at > now]
        return bool(id_hash) and any(one.follows == id_hash for one in living)

    def touch(self, id_hash: str, seen_at: datetime) -> None:
        found = self.rows.get(id_hash)
        if found and found.seen_at < seen_at:
            self.rows[id_hash] = replace(found, seen_at=seen_at)

    def end(self, id_hash: str) -> None:
        self.rows.pop(id_hash, None)

    def end_by_sid(self, provider: str, sid: str) -> int:
        return self._end(lambda one: bool(sid) and (one.provider, one.sid) == (provider, sid))

    def end_by_subject(self, provider: str, subject_hash: str) -> int:
        wanted = (provider, subject_hash)
        return self._end(lambda one: bool(subject_hash) and (one.provider, one.subject_hash) == wanted)

    def end_all_of(self, person: str) -> int:
        return self._end(lambda one: bool(person) and one.person == person)

    def adopt(self, person_hash: str, person: str) -> int:
        found = [one for one in self.rows.values() if one.person_hash == person_hash and one.person != person]
        self.rows |= {one.id_hash: replace(one, person=person) for one in found}
        return len(found)

    def purge(self, idle_since: datetime, now: datetime) -> int:
        return self._end(lambda one: one.seen_at < idle_since or one.ends_at <= now)

    def _end(self, is_over: Callable[[SessionRecord], bool]) -> int:
        gone = [name for name, one in self.rows.items() if is_over(one)]
        for name in gone:
            del self.rows[name]
        return len(gone)
